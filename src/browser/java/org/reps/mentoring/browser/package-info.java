/** The stories of the programme, told by the people concerned in a real browser against the real application. */
@NullMarked
package org.reps.mentoring.browser;

import org.jspecify.annotations.NullMarked;
