/** A table of a page, as it is shown and as a file for spreadsheets. */
@NullMarked
package org.reps.mentoring.table;

import org.jspecify.annotations.NullMarked;
