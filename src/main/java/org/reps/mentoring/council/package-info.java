/** The council and its contacts, and who of them is impartial. */
@NullMarked
package org.reps.mentoring.council;

import org.jspecify.annotations.NullMarked;
