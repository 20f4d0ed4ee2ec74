/** A rep gets another mentor, or stays with the one they have: {@code mentor-change}. */
@NullMarked
package org.reps.mentoring.mentorchange;

import org.jspecify.annotations.NullMarked;
