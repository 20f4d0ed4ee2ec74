/**
 * Slips of the pen in diagrams, decisions and forms: a name, an argument, a date or a flow that is wrong, and of which
 * nobody would know until a case comes there.
 */
@NullMarked
package org.reps.mentoring.engine.slips;

import org.jspecify.annotations.NullMarked;
