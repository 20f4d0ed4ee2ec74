/** Everything that configures or extends Camunda; the rest of the application does not know the engine's classes. */
@NullMarked
package org.reps.mentoring.engine;

import org.jspecify.annotations.NullMarked;
