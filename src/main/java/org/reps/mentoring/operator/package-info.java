/** What the operator does beside keeping the application running: moving a programme in and out, by command or page. */
@NullMarked
package org.reps.mentoring.operator;

import org.jspecify.annotations.NullMarked;
