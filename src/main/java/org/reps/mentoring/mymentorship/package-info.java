/**
 * What participants read of themselves and of each other: the page "My mentorship", with their pairs, what is under
 * way, what waits for them and what they can start, and the list of mentors. How it gets into Tasklist is for
 * {@code tasklist}.
 */
@NullMarked
package org.reps.mentoring.mymentorship;

import org.jspecify.annotations.NullMarked;
