/** Everybody decides which mails they get: {@code mail-settings}. */
@NullMarked
package org.reps.mentoring.mailsettings;

import org.jspecify.annotations.NullMarked;
