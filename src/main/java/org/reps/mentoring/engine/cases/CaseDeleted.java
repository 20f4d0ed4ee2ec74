package org.reps.mentoring.engine.cases;

/**
 * The operator has deleted a running case; told inside the same transaction.
 *
 * @param process the key of its process
 * @param subject its business key: the user id or mentorship it was about
 */
public record CaseDeleted(String process, String subject) {}
