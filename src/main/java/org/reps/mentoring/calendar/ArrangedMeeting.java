package org.reps.mentoring.calendar;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A meeting that is arranged, as one of the two sees it in the form in which they may move it.
 *
 * @param userId who sees it so
 * @param other first name of whom they meet
 * @param otherTimeZone where the other one lives
 * @param timeZone where they live themself, and reckon
 * @param when in their own time zone
 * @param timesMoved how often it has been moved so far
 */
public record ArrangedMeeting(
        String userId, String other, String otherTimeZone, String timeZone, String when, String place, int timesMoved) {

    public static ArrangedMeeting of(
            String userId, String other, ZoneId otherZone, ZoneId zone, Instant startsAt, String place, int moved) {
        return new ArrangedMeeting(
                userId, other, otherZone.getId(), zone.getId(), MeetingTime.text(startsAt, zone), place, moved);
    }
}
