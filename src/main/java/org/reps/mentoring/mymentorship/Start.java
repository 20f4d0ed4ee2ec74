package org.reps.mentoring.mymentorship;

/**
 * A process to start.
 *
 * @param process its key
 * @param name what its diagram is called, for processes of which the page knows nothing
 */
public record Start(String process, String name, Starts.For whom) {}
