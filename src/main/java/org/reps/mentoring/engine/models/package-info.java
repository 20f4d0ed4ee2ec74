/**
 * Diagrams and decisions as files: how they are read before the engine does it, and how those of the application are
 * deployed.
 */
@NullMarked
package org.reps.mentoring.engine.models;

import org.jspecify.annotations.NullMarked;
