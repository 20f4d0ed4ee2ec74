/** Important news reaches everyone, passed on by the mentors or directly: {@code programme-update}. */
@NullMarked
package org.reps.mentoring.programmeupdate;

import org.jspecify.annotations.NullMarked;
