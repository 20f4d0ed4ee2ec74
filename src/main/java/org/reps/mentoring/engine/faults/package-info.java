/**
 * What would not work, or would not be safe, in diagrams, decisions and forms that somebody deploys: it is said in
 * plain words, and nothing is deployed. It changes with what people draw.
 */
@NullMarked
package org.reps.mentoring.engine.faults;

import org.jspecify.annotations.NullMarked;
