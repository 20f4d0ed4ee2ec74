/** Somebody leaves the programme, or has left it without a word, and nobody is forgotten: {@code leave-programme}. */
@NullMarked
package org.reps.mentoring.leaving;

import org.jspecify.annotations.NullMarked;
