package org.reps.mentoring.confidential;

/**
 * Who would like to read something, as they are logged in.
 *
 * @param isInCouncil whether they belong to the council or its contacts
 */
public record Reader(String userId, boolean isInCouncil) {}
