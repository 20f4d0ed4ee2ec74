/**
 * What comes back from a command, as whoever gave it may read it: as much of it as is for them, as it is at this
 * moment, and in their language.
 */
@NullMarked
package org.reps.mentoring.engine.results;

import org.jspecify.annotations.NullMarked;
