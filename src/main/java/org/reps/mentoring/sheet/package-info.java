/** Files of comma-separated values as spreadsheets write them and people change them, read cell by cell. */
@NullMarked
package org.reps.mentoring.sheet;

import org.jspecify.annotations.NullMarked;
