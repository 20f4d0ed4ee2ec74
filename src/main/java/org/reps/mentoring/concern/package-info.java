/** Somebody raises a concern, and only people who are not part of it look into it: {@code raise-concern}. */
@NullMarked
package org.reps.mentoring.concern;

import org.jspecify.annotations.NullMarked;
