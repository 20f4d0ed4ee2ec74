package org.reps.mentoring.calendar;

/**
 * A meeting of two people that is still to come, as one of them has it in their calendar.
 *
 * @param mentorshipId of the two
 */
public record MeetingAhead(String mentorshipId, Invitation invitation) {}
