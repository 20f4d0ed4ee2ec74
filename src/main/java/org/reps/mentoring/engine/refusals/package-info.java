/**
 * How the engine says no, or that something did not work: in our words, and without quoting what is not for everybody.
 */
@NullMarked
package org.reps.mentoring.engine.refusals;

import org.jspecify.annotations.NullMarked;
