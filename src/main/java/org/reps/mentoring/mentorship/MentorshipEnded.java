package org.reps.mentoring.mentorship;

/**
 * A mentorship has just ended; told inside the same transaction.
 *
 * @param mentorshipId the mentorship
 */
public record MentorshipEnded(String mentorshipId) {}
