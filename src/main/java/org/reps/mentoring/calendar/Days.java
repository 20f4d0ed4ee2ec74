package org.reps.mentoring.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.Wanted;
import org.springframework.stereotype.Component;

/**
 * Which day it is for the programme and for each person, and what days somebody can write down today. No clock has a
 * day of its own: whoever asks says whose.
 */
@Component
public class Days {

    private final TimeZones zones;
    private final Clock clock;

    Days(TimeZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * The programme's own day, in the time zone of the daily round: by it the programme notes when what is kept began
     * and ended, so that one can be compared with another whoever they are about, and counts what is nobody's in
     * particular. What somebody may do today, is told of today or is away for is said by their own day.
     */
    public LocalDate ofProgramme() {
        return LocalDate.ofInstant(clock.instant(), zones.otherwise());
    }

    /** The programme's day at that moment, as {@link #ofProgramme()}; for pages that are nobody's in particular. */
    public LocalDate ofProgramme(Instant moment) {
        return LocalDate.ofInstant(moment, zones.otherwise());
    }

    /** This moment, for a few people: where they live is looked up one by one. */
    public Now now() {
        return new Now(clock.instant(), zones::of);
    }

    /** This moment, for many people: where everybody lives is looked up at once. */
    public Now nowForMany() {
        var said = zones.said();
        return new Now(clock.instant(), userId -> said.getOrDefault(userId, zones.otherwise()));
    }

    /** The day it is where this person lives. */
    public LocalDate todayOf(String userId) {
        return now().dayOf(userId);
    }

    /** When this day begins where this person lives. */
    public Instant beginOf(LocalDate day, String userId) {
        return day.atStartOfDay(zones.of(userId)).toInstant();
    }

    /** The day it is at that moment where this person lives. */
    public LocalDate dayOf(String userId, Instant moment) {
        return LocalDate.ofInstant(moment, zones.of(userId));
    }

    /**
     * The day on which something has happened.
     *
     * @param field key of the field in which it stands
     * @param label the field's, as the person reads it
     * @param day ISO text
     * @param today the day it is where the person lives
     * @throws Refusal when it is still to come
     */
    public static LocalDate come(String field, String label, String day, LocalDate today) {
        return come(field, label, LocalDate.parse(day), today);
    }

    /** As {@link #come(String, String, String, LocalDate)}, for a day that is read already. */
    public static LocalDate come(String field, String label, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Refusal.at(field, label, Wanted.of("notFuture"));
        }
        return day;
    }

    /**
     * The day on which something will happen.
     *
     * @param field key of the field in which it stands
     * @param label the field's, as the person reads it
     * @param day ISO text
     * @param today the day it is where the person lives
     * @throws Refusal when it is over
     */
    public static LocalDate toCome(String field, String label, String day, LocalDate today) {
        return toCome(field, label, LocalDate.parse(day), today);
    }

    /** As {@link #toCome(String, String, String, LocalDate)}, for a day that is read already. */
    public static LocalDate toCome(String field, String label, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw Refusal.at(field, label, Wanted.of("toCome"));
        }
        return day;
    }
}
