/**
 * What people write, character by character: what can be seen of it, what fits into one line, and which day, time or
 * number it means.
 */
@NullMarked
package org.reps.mentoring.text;

import org.jspecify.annotations.NullMarked;
