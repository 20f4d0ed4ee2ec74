/** Somebody who has left comes back, and finds what is theirs: {@code welcome-back}. */
@NullMarked
package org.reps.mentoring.welcomeback;

import org.jspecify.annotations.NullMarked;
