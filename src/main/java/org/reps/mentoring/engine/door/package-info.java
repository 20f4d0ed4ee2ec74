/**
 * What stands between the browser and the engine: logins required, plain answers, and the REST API for other programs.
 */
@NullMarked
package org.reps.mentoring.engine.door;

import org.jspecify.annotations.NullMarked;
