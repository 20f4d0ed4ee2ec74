package org.reps.mentoring.engine.people;

/**
 * One choice in a form.
 *
 * @param label what the person reads
 * @param value what the form answers
 */
public record Option(String label, String value) {}
