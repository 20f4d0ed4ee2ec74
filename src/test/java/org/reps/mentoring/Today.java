package org.reps.mentoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The day on which all tests happen, whatever the machine's date: an ordinary Tuesday in May, or what {@code -Dday}
 * says, a day or an instant. It is ten in the morning, or that instant, when the tests begin, and for engine and
 * programme time goes on from there, until a test moves it.
 */
public final class Today {

    private static final Duration AHEAD =
            Duration.between(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), begin());

    static {
        goOn();
    }

    private Today() {}

    private static Instant begin() {
        var day = System.getProperty("day", "2026-05-12");
        return day.contains("T")
                ? Instant.parse(day)
                : LocalDate.parse(day).atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
    }

    /** An application that is started for tests begins when it is started, on the day of the tests. */
    public static void begins(DynamicPropertyRegistry properties) {
        properties.add("mentoring.clock.starts-at", Today::now);
    }

    /** Time is again where it would be if no test had moved it. */
    public static void goOn() {
        ClockUtil.offset(AHEAD.toMillis());
    }

    /** Until the end of the test it is this moment, and no time passes. */
    public static void goTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** The programme's day. */
    public static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** The day that it already is somewhere on earth; by it forms say how far ahead a day may lie. */
    public static LocalDate todayFarthestEast() {
        return today(ZoneOffset.ofHours(14));
    }

    /** What day it is for a person there. */
    public static LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
