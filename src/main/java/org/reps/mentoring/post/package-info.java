/** How a mail leaves the house: from whom, to which address, and by SMTP or into a folder. */
@NullMarked
package org.reps.mentoring.post;

import org.jspecify.annotations.NullMarked;
