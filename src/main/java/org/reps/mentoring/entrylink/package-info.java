/** Links by which one person may choose a password, once: made for a mail, and looked at when somebody comes by one. */
@NullMarked
package org.reps.mentoring.entrylink;

import org.jspecify.annotations.NullMarked;
