/** Somebody who has left is erased: {@code erase-person}. */
@NullMarked
package org.reps.mentoring.erasing;

import org.jspecify.annotations.NullMarked;
