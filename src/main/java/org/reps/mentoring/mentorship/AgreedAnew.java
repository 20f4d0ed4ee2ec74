package org.reps.mentoring.mentorship;

/**
 * Two who are together keep in touch more or less often from now on, wherever they have said so; told inside the same
 * transaction.
 */
public record AgreedAnew(String mentorshipId) {}
