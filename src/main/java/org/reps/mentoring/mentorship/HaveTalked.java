package org.reps.mentoring.mentorship;

import java.time.LocalDate;

/**
 * Two who are together have talked, in a call or a meeting that was recorded; told inside the same transaction.
 *
 * @param on the day on which they did
 */
public record HaveTalked(String mentorshipId, LocalDate on) {}
