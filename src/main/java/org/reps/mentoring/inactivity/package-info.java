/** A silent mentor is asked whether they are still there, so that no mentee waits: {@code mentor-inactivity}. */
@NullMarked
package org.reps.mentoring.inactivity;

import org.jspecify.annotations.NullMarked;
