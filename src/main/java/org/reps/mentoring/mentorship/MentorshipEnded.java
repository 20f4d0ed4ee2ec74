package org.reps.mentoring.mentorship;

/**
 * A mentorship has just ended; told inside the same transaction.
 *
 * @param mentorshipId the mentorship
 * @param menteeId user id of the rep who was guided
 * @param replaced whether another mentorship of this rep begins in the same transaction
 */
public record MentorshipEnded(String mentorshipId, String menteeId, boolean replaced) {}
