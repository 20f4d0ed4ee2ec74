/** Reps: the members of the programme. */
@NullMarked
package org.reps.mentoring.rep;

import org.jspecify.annotations.NullMarked;
