/** A mentor says that it is too much right now, on any day: {@code too-much}. */
@NullMarked
package org.reps.mentoring.toomuch;

import org.jspecify.annotations.NullMarked;
