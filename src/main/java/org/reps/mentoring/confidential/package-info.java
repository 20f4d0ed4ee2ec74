/** Texts that only few may read: kept sealed, and opened for whoever has the task in which they are read. */
@NullMarked
package org.reps.mentoring.confidential;

import org.jspecify.annotations.NullMarked;
