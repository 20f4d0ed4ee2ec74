package org.reps.mentoring.leaving;

/** Somebody is not in the programme any more: what waits for them elsewhere need not. */
public record HasLeft(String personId) {}
