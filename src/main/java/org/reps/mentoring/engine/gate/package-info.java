/** Every command to the engine passes here: who may give it, and with which content. */
@NullMarked
package org.reps.mentoring.engine.gate;

import org.jspecify.annotations.NullMarked;
