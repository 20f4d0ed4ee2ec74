package org.reps.mentoring.leaving;

/** Somebody who wanted to leave stays in the programme. */
public record Stayed(String leavingId) {}
