/**
 * Links by which somebody answers a task from the mail that asks for it: how they are made, when they hold, and the
 * page that opens.
 */
@NullMarked
package org.reps.mentoring.answerlink;

import org.jspecify.annotations.NullMarked;
