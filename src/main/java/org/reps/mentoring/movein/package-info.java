/** Brings a programme that there is already, as two files of a spreadsheet, and lets it leave in the same form. */
@NullMarked
package org.reps.mentoring.movein;

import org.jspecify.annotations.NullMarked;
