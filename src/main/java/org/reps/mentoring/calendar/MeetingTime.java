package org.reps.mentoring.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.reps.mentoring.language.DayInWords;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.Wanted;

/** When people meet: what somebody writes down at their own time of day, and what others read at theirs. */
public final class MeetingTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private MeetingTime() {}

    /**
     * The moment that somebody means.
     *
     * @param what what the keys of the form's two fields begin with, as in {@code callOn} and {@code callAt}
     * @param day ISO date
     * @param time time of day where they live, e.g. {@code 18:30}
     * @throws Refusal when that moment is over or does not exist there
     */
    public static Instant of(String what, String day, String time, ZoneId zone, Instant now) {
        var local = LocalDate.parse(day).atTime(LocalTime.parse(time));
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw Refusal.at(what + "At", "Time", Wanted.of("gap", time, zone));
        }
        var startsAt = local.atZone(zone).toInstant();
        if (!startsAt.isAfter(now)) {
            var reason = "please give a time that is still to come; it is " + text(now, zone) + " now.";
            throw day.equals(now.atZone(zone).toLocalDate().toString())
                    ? Refusal.at(what + "At", "Time", reason)
                    : Refusal.at(what + "On", "Day", reason);
        }
        return startsAt;
    }

    /** The moment as people in this time zone read it. */
    public static String text(Instant moment, ZoneId zone) {
        return text(moment, zone, Translations.ENGLISH);
    }

    /** The moment as people in this time zone read it in another language. */
    public static String text(Instant moment, ZoneId zone, String language) {
        var there = moment.atZone(zone);
        return DayInWords.of(there.toLocalDate(), language) + ", " + TIME.format(there) + " (" + zone.getId() + ")";
    }

    /** As {@link #text(Instant, ZoneId, String)}, without the day of the week and the time zone. */
    public static String ofDay(Instant moment, ZoneId zone, String language) {
        var there = moment.atZone(zone);
        return day(there.toLocalDate(), language) + ", " + TIME.format(there);
    }

    /** A day as it is written in a language. */
    public static String day(LocalDate day, String language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.equals(Translations.ENGLISH) ? Locale.UK : Locale.forLanguageTag(language))
                .format(day);
    }

    /** From when on a meeting can be recorded: the beginning of its day in this time zone. */
    public static Instant dayOf(Instant startsAt, ZoneId zone) {
        return startsAt.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
