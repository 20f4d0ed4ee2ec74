/** Anybody suggests what could be better, and everybody reads what became of it: {@code make-a-suggestion}. */
@NullMarked
package org.reps.mentoring.suggestion;

import org.jspecify.annotations.NullMarked;
