package org.reps.mentoring.keepintouch;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.Repeated;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.world.Zones;

/**
 * A call that comes again and again, in the calendars of both.
 *
 * @param uid the id under which calendars know it
 * @param sequence how often it was changed
 * @param startsAt the first one
 * @param zone of whoever has arranged it: there it stays at its time of day when clocks change
 * @param place where they talk
 * @param every how often, as {@link Rhythm} writes it
 */
record StandingCall(String uid, int sequence, Instant startsAt, String zone, String place, String every) {

    static StandingCall first(Instant startsAt, String zone, String place, Rhythm every) {
        return new StandingCall(UUID.randomUUID().toString(), 0, startsAt, zone, place, every.words());
    }

    /** In place of this one. */
    StandingCall moved(Instant startsAt, String zone, String place, Rhythm every) {
        return new StandingCall(uid, sequence + 1, startsAt, zone, place, every.words());
    }

    /** The same from its next time on, in another rhythm. */
    StandingCall every(Rhythm other, Instant now) {
        return moved(next(now), zone, place, other);
    }

    /** When it is next. */
    Instant next(Instant now) {
        return rhythm().next(begin(), now).toInstant();
    }

    /**
     * From its next time on; what was the last of its kind in a month stays it, where the next one is also the fourth.
     */
    Invitation invitation(String other, Instant now) {
        var first = begin();
        return new Invitation(
                uid,
                sequence,
                next(now),
                "Call with " + other,
                place,
                new Repeated(first.getZone(), rhythm().rule(first.toLocalDate())));
    }

    /** Takes it out of the calendars. */
    Invitation cancellation(String other) {
        return new Invitation(uid, sequence + 1, startsAt, "Call with " + other, place, true);
    }

    private Rhythm rhythm() {
        return Rhythm.of(every).orElseThrow();
    }

    private ZonedDateTime begin() {
        return startsAt.atZone(Zones.of(zone));
    }
}
