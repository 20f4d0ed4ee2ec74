/**
 * What mentor and mentee could talk about in their yearly meeting, put together from what both of them may read anyway.
 */
@NullMarked
package org.reps.mentoring.agenda;

import org.jspecify.annotations.NullMarked;
