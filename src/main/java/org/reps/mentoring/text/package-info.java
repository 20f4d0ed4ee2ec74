/** What people write, character by character: what can be seen of it, and what fits into one line. */
@NullMarked
package org.reps.mentoring.text;

import org.jspecify.annotations.NullMarked;
