/** What two who are together share: their goals, the points of their plan, and when they meet next. */
@NullMarked
package org.reps.mentoring.pair;

import org.jspecify.annotations.NullMarked;
