/** How people come to a password: invited, or because they forgot theirs; and the pages on which they choose it. */
@NullMarked
package org.reps.mentoring.wayin;

import org.jspecify.annotations.NullMarked;
