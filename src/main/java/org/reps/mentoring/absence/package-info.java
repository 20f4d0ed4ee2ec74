/** A mentor is away for a while, and nobody of their mentees is left alone: {@code mentor-absence}. */
@NullMarked
package org.reps.mentoring.absence;

import org.jspecify.annotations.NullMarked;
