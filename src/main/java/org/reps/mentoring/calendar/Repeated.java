package org.reps.mentoring.calendar;

import java.time.ZoneId;

/**
 * How a meeting comes again and again.
 *
 * @param zone where it stays at its time of day when clocks change
 * @param rule as calendars write it (RFC 5545), e.g. {@code FREQ=WEEKLY;INTERVAL=2}
 */
public record Repeated(ZoneId zone, String rule) {}
