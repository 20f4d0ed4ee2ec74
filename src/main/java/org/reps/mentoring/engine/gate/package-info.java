/** Every command to the engine passes here: what is let through, what may come back, and how it is refused. */
@NullMarked
package org.reps.mentoring.engine.gate;

import org.jspecify.annotations.NullMarked;
