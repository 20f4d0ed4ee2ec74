package org.reps.mentoring.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * One moment, and what day it is then for whom: a day belongs to a person, so nobody is asked with somebody else's.
 *
 * @param zones where each person lives, by user id
 */
public record Now(Instant moment, Function<String, ZoneId> zones) {

    /** The day it is at this moment where this person lives. */
    public LocalDate dayOf(String userId) {
        return LocalDate.ofInstant(moment, zones.apply(userId));
    }

    /** How far the clocks where this person lives are ahead of UTC at this moment. */
    public ZoneOffset offsetOf(String userId) {
        return zones.apply(userId).getRules().getOffset(moment);
    }
}
