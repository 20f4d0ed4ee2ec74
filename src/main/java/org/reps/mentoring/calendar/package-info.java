/** What day and what time it is, for whom; and meetings for the calendars of those who meet. */
@NullMarked
package org.reps.mentoring.calendar;

import org.jspecify.annotations.NullMarked;
