/** What participants see in Tasklist besides their tasks: their own mentorship, and the list of mentors. */
@NullMarked
package org.reps.mentoring.tasklist;

import org.jspecify.annotations.NullMarked;
