package org.reps.mentoring.engine.versions;

/** Somebody has deployed something; told in the transaction in which it is. The engine itself keeps no author. */
public record Deployed(String deploymentId, String userId) {}
