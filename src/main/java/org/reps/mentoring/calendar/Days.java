package org.reps.mentoring.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/** Which day it is for the programme and for each person, and what days somebody can write down today. */
@Component
public class Days {

    private final TimeZones zones;
    private final Clock clock;

    Days(TimeZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** The programme's own day: what it notes of itself, and what is nobody's in particular. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day it is where this person lives. */
    public LocalDate todayOf(String userId) {
        return todayIn(zones.of(userId));
    }

    /** The day it is in this time zone. */
    public LocalDate todayIn(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    /**
     * The day on which something has happened.
     *
     * @param label the field's, as the person reads it
     * @param day ISO text
     * @param today the day it is where the person lives
     * @throws Refusal when it is still to come
     */
    public static LocalDate come(String label, String day, LocalDate today) {
        return come(label, LocalDate.parse(day), today);
    }

    /** As {@link #come(String, String, LocalDate)}, for a day that is read already. */
    public static LocalDate come(String label, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refusal(label + ": this day is still to come.");
        }
        return day;
    }

    /**
     * The day on which something will happen.
     *
     * @param label the field's, as the person reads it
     * @param day ISO text
     * @param today the day it is where the person lives
     * @throws Refusal when it is over
     */
    public static LocalDate toCome(String label, String day, LocalDate today) {
        return toCome(label, LocalDate.parse(day), today);
    }

    /** As {@link #toCome(String, String, LocalDate)}, for a day that is read already. */
    public static LocalDate toCome(String label, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw new Refusal(label + ": please give today or a day that is still to come.");
        }
        return day;
    }
}
