/** The call of all mentors, once or again and again, with what was asked, said and decided: {@code mentors-call}. */
@NullMarked
package org.reps.mentoring.mentorscall;

import org.jspecify.annotations.NullMarked;
