/**
 * What the engine is told of rights: what groups are granted at the start and with each deployment, and what is granted
 * or taken away with a case or a task. It follows from what the diagrams say, which is in {@code rights}.
 */
@NullMarked
package org.reps.mentoring.engine.grants;

import org.jspecify.annotations.NullMarked;
