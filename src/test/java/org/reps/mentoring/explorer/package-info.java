/** Plays every diagram to its end in every way, without the engine, to find what no story thought of. */
package org.reps.mentoring.explorer;
