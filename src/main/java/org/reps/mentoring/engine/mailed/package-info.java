/**
 * Tasks that are answered from the mail that asks for them, without a login: which ones, what the page shows of their
 * forms, and how an answer gets to the engine as that of the person whose task it is.
 */
@NamedInterface("mailed")
@NullMarked
package org.reps.mentoring.engine.mailed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
