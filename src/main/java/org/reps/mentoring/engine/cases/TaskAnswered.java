package org.reps.mentoring.engine.cases;

/**
 * A person has completed a task that was theirs, or has shown in another way that they are there.
 *
 * @param userId the person
 * @param activity what they completed or started, by its id in the diagram
 */
public record TaskAnswered(String userId, String activity) {}
