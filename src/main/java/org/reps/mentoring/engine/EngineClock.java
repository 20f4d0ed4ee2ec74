package org.reps.mentoring.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's time as a clock for the domain, so that both always agree on what day it is. */
public final class EngineClock extends Clock {

    private final ZoneId zone;
    private final Duration ahead;

    private EngineClock(ZoneId zone, Duration ahead) {
        this.zone = zone;
        this.ahead = ahead;
    }

    /** The time it really is. */
    static EngineClock present() {
        return new EngineClock(ZoneOffset.UTC, Duration.ZERO);
    }

    /**
     * A time that is another one now and goes on from there.
     *
     * @param begin an instant such as {@code 2027-12-31T23:30:00Z}, or a day, which begins at ten in the morning
     * @throws IllegalArgumentException if it is neither
     */
    static EngineClock startingAt(String begin) {
        try {
            var instant = begin.contains("T")
                    ? Instant.parse(begin)
                    : LocalDate.parse(begin).atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
            // The engine's clock has milliseconds; a bit less than one would be the day before.
            var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
            return new EngineClock(ZoneOffset.UTC, Duration.between(now, instant));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Please set mentoring.clock.starts-at to a day such as 2027-12-31, or to an instant such as"
                            + " 2027-12-31T23:30:00Z; \"" + begin + "\" is neither.",
                    e);
        }
    }

    /**
     * For engine and domain it is so much earlier until {@link #goOn()}; only before the application serves anybody.
     */
    public void goBack(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(Clock.systemUTC().instant().plus(ahead).minus(time)));
    }

    /** From now on it is the present, and time passes. */
    public void goOn() {
        ClockUtil.offset(ahead.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new EngineClock(zone, ahead);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
