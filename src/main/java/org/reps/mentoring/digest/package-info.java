/** Once a day everybody learns in one mail what is waiting for them. */
@NullMarked
package org.reps.mentoring.digest;

import org.jspecify.annotations.NullMarked;
