/** Somebody whose address takes no mails: the council is asked once for another one, {@code unreachable-person}. */
@NullMarked
package org.reps.mentoring.unreachable;

import org.jspecify.annotations.NullMarked;
