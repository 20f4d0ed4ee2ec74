package org.reps.mentoring.rules;

/**
 * Of an exception: its message may stand in Cockpit when a step has failed with it, where the whole council reads it.
 * It is a complete sentence that says what to do, and holds nothing that somebody has written.
 */
public interface ToldInCockpit {}
