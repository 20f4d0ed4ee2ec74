package org.reps.mentoring.calendar;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * What the clocks in a time zone do every year from now on, as calendars read it, by the rules of the JDK. What the
 * library has of a zone is all that its clocks have done since 1893, and longer than the rest of a mail.
 */
final class ClocksOfZone {

    private static final int DAYS_A_WEEK = 7;

    private ClocksOfZone() {}

    static VTimeZone from(Instant moment, ZoneId zone) {
        var rules = zone.getRules().getTransitionRules();
        var there = moment.atZone(zone);
        var clocks = rules.isEmpty()
                ? List.of(clock(false, there.toLocalDateTime(), there.getOffset(), there.getOffset(), ""))
                : rules.stream().map(rule -> change(rule, there.getYear() - 1)).toList();
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(clocks));
    }

    private static Observance change(ZoneOffsetTransitionRule rule, int year) {
        return clock(
                rule.getOffsetAfter().getTotalSeconds()
                        > rule.getStandardOffset().getTotalSeconds(),
                rule.createTransition(year).getDateTimeBefore(),
                rule.getOffsetBefore(),
                rule.getOffsetAfter(),
                "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + day(rule));
    }

    /** The day of a month on which the clocks change, such as the first Sunday from the 8th on. */
    private static String day(ZoneOffsetTransitionRule rule) {
        var from = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null) {
            return ";BYMONTHDAY=" + from;
        }
        var week = IntStream.range(0, DAYS_A_WEEK)
                .map(later -> from < 0 ? from - later : from + later)
                .mapToObj(String::valueOf)
                .collect(joining(","));
        return ";BYMONTHDAY=" + week + ";BYDAY=" + rule.getDayOfWeek().name().substring(0, 2);
    }

    private static Observance clock(
            boolean isSummer, LocalDateTime from, ZoneOffset before, ZoneOffset after, String yearly) {
        var properties =
                new ArrayList<Property>(List.of(new DtStart<>(from), new TzOffsetFrom(before), new TzOffsetTo(after)));
        if (!yearly.isEmpty()) {
            properties.add(new RRule<>(yearly));
        }
        var list = new PropertyList(properties);
        return isSummer ? new Daylight(list) : new Standard(list);
    }
}
