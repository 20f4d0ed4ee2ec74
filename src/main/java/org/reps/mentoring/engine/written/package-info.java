/**
 * What stands in diagrams, decisions and forms as files: expressions and what they call, variables and what sets them,
 * and what refers to what. Neither an engine nor a database is needed to read it.
 */
@NullMarked
package org.reps.mentoring.engine.written;

import org.jspecify.annotations.NullMarked;
