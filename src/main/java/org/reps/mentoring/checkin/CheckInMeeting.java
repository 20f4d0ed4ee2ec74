package org.reps.mentoring.checkin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Invitation;

/**
 * A meeting that is arranged.
 *
 * @param uid the id under which calendars know it
 * @param sequence how often it was moved
 */
record CheckInMeeting(String uid, int sequence, Instant startsAt, String place) {

    /** @param other what whom they meet is called */
    Invitation invitation(int sequence, String other, boolean isCancelled) {
        return new Invitation(uid, sequence, startsAt, "Yearly meeting with " + other, place, isCancelled);
    }

    /** A meeting at this time, in place of the one before if there was one. */
    static CheckInMeeting at(Instant startsAt, String place, @Nullable CheckInMeeting before) {
        return before == null
                ? new CheckInMeeting(UUID.randomUUID().toString(), 0, startsAt, place)
                : new CheckInMeeting(before.uid, before.sequence + 1, startsAt, place);
    }
}
