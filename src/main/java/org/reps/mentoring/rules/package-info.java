/** The figures of the programme, what all records have in common, and how the application says no. */
@NullMarked
package org.reps.mentoring.rules;

import org.jspecify.annotations.NullMarked;
