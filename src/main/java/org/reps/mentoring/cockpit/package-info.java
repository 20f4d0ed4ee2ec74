/** What the council reads in Cockpit of the programme as a whole: how it is doing, and what has been. */
@NullMarked
package org.reps.mentoring.cockpit;

import org.jspecify.annotations.NullMarked;
