/** A rep becomes a mentor: {@code coaching-training}. */
@NullMarked
package org.reps.mentoring.training;

import org.jspecify.annotations.NullMarked;
