/** The figures of the programme, and how the application says no. */
@NullMarked
package org.reps.mentoring.rules;

import org.jspecify.annotations.NullMarked;
