package org.reps.mentoring.calendar;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /**
     * The same meeting as the one and the other see it.
     *
     * @param hostId user id of who holds it
     * @param guestId user id of whom they meet
     * @param firstNames what people are called, by their user ids
     */
    public static List<ArrangedMeeting> forBoth(
            String hostId,
            String guestId,
            Instant startsAt,
            String place,
            int timesMoved,
            UnaryOperator<String> firstNames,
            TimeZones zones) {
        var host = zones.of(hostId);
        var guest = zones.of(guestId);
        return List.of(
                new ArrangedMeeting(
                        hostId,
                        firstNames.apply(guestId),
                        guest.getId(),
                        host.getId(),
                        MeetingTime.text(startsAt, host),
                        place,
                        timesMoved),
                new ArrangedMeeting(
                        guestId,
                        firstNames.apply(hostId),
                        host.getId(),
                        guest.getId(),
                        MeetingTime.text(startsAt, guest),
                        place,
                        timesMoved));
    }
}
