/** Diagrams, decisions and forms as they are deployed, and what would not work in them. */
@NullMarked
package org.reps.mentoring.engine.models;

import org.jspecify.annotations.NullMarked;
