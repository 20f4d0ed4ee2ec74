package org.reps.mentoring.engine;

/**
 * A person has completed a task that was theirs.
 *
 * @param userId the person
 * @param activity what they completed, by its id in the diagram
 */
public record TaskAnswered(String userId, String activity) {}
