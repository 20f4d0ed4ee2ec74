/** Which mails a step of a diagram can send, as the program itself says it. */
@NullMarked
package org.reps.mentoring.handbook.sent;

import org.jspecify.annotations.NullMarked;
