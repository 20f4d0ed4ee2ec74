/** What an expression can get hold of in diagrams, decisions and forms, and nothing else. */
@NullMarked
package org.reps.mentoring.engine.expressions;

import org.jspecify.annotations.NullMarked;
