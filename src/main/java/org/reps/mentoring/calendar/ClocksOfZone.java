package org.reps.mentoring.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * What the clocks in a time zone do from now on, as calendars read it, by the rules of the JDK. What the library has of
 * a zone is all that its clocks have done since 1893, and longer than the rest of a mail.
 */
final class ClocksOfZone {

    private static final int DAYS_A_WEEK = 7;

    /** For so long each change is written out where no rule of calendars says it; nobody arranges calls for longer. */
    private static final int YEARS = 20;

    private ClocksOfZone() {}

    static VTimeZone from(Instant moment, ZoneId zone) {
        var rules = zone.getRules();
        // The clock that shows the moment itself, too.
        var begin = moment.atZone(zone).minusYears(1);
        var changes = changes(rules, begin.toInstant());
        var clocks = !changes.isEmpty() && isYearly(rules, changes)
                ? rules.getTransitionRules().stream().map(rule -> yearly(rule, begin.getYear()))
                : Stream.concat(
                        Stream.of(
                                clock(false, begin.toLocalDateTime(), begin.getOffset(), begin.getOffset(), List.of())),
                        written(rules, changes));
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(clocks.toList()));
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant from) {
        return Stream.iterate(
                        rules.nextTransition(from),
                        Objects::nonNull,
                        change -> rules.nextTransition(change.getInstant()))
                .limit(2L * YEARS)
                .toList();
    }

    /**
     * Whether the rules are all that there is, and a calendar finds the same days by them. They are not while a month
     * of fasting, which wanders through the year, has clocks of its own; and the day of a rule is that of Greenwich in
     * some, or the one that ends with the change.
     */
    private static boolean isYearly(ZoneRules rules, List<ZoneOffsetTransition> changes) {
        var yearly = rules.getTransitionRules();
        var said = new HashSet<ZoneOffsetTransition>();
        changes.stream()
                .map(change -> change.getDateTimeBefore().getYear())
                .flatMap(year -> IntStream.rangeClosed(year - 1, year + 1).boxed())
                .distinct()
                .flatMap(year -> yearly.stream().map(rule -> rule.createTransition(year)))
                .forEach(said::add);
        return said.containsAll(changes)
                && yearly.stream()
                        .allMatch(rule -> changes.stream()
                                .map(ZoneOffsetTransition::getDateTimeBefore)
                                .filter(before -> rule.createTransition(before.getYear())
                                        .getDateTimeBefore()
                                        .equals(before))
                                .allMatch(before -> isOn(rule, before)));
    }

    private static boolean isOn(ZoneOffsetTransitionRule rule, LocalDateTime before) {
        return rule.getDayOfWeek() == null
                ? before.getDayOfMonth() == rule.getDayOfMonthIndicator()
                : before.getDayOfWeek() == rule.getDayOfWeek()
                        && rule.getDayOfMonthIndicator() + DAYS_A_WEEK <= Month.JANUARY.maxLength() + 1;
    }

    private static Observance yearly(ZoneOffsetTransitionRule rule, int year) {
        return clock(
                rule.getOffsetAfter().getTotalSeconds()
                        > rule.getStandardOffset().getTotalSeconds(),
                rule.createTransition(year).getDateTimeBefore(),
                rule.getOffsetBefore(),
                rule.getOffsetAfter(),
                List.of(new RRule<>("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + day(rule))));
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

    /** Each change by its day; those from and to the same clock together. */
    private static Stream<Observance> written(ZoneRules rules, List<ZoneOffsetTransition> changes) {
        return changes.stream()
                .collect(groupingBy(
                        change -> List.of(change.getOffsetBefore(), change.getOffsetAfter()),
                        LinkedHashMap::new,
                        toList()))
                .values()
                .stream()
                .map(alike -> {
                    var first = alike.get(0);
                    var days = alike.stream()
                            .skip(1)
                            .map(ZoneOffsetTransition::getDateTimeBefore)
                            .toList();
                    return clock(
                            rules.isDaylightSavings(first.getInstant()),
                            first.getDateTimeBefore(),
                            first.getOffsetBefore(),
                            first.getOffsetAfter(),
                            days.isEmpty() ? List.of() : List.of(new RDate<>(new DateList<>(days))));
                });
    }

    private static Observance clock(
            boolean isSummer, LocalDateTime from, ZoneOffset before, ZoneOffset after, List<Property> again) {
        var properties =
                new ArrayList<Property>(List.of(new DtStart<>(from), new TzOffsetFrom(before), new TzOffsetTo(after)));
        properties.addAll(again);
        var list = new PropertyList(properties);
        return isSummer ? new Daylight(list) : new Standard(list);
    }
}
