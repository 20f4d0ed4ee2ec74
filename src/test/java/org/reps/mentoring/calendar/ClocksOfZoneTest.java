package org.reps.mentoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.world.Zones;

/** A call that comes again and again is at the same time of day in every calendar, wherever its zone is. */
class ClocksOfZoneTest {

    private static final Instant MOMENT = Instant.parse("2026-11-20T10:00:00Z");
    private static final int YEARS = 6;

    /**
     * Days were off by one where the rule of a zone is told in Greenwich, and clocks were those of fasting all year.
     */
    @Test
    void the_clocks_of_every_zone_are_those_of_the_jdk_for_years() {
        var wrong = new ArrayList<String>();
        Zones.named().keySet().forEach(zone -> differences(zone).findFirst().ifPresent(wrong::add));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Africa/Casablanca",
                "Africa/Cairo",
                "America/Nuuk",
                "Asia/Gaza",
                "Asia/Tehran",
                "Australia/Lord_Howe",
                "Europe/Dublin",
                "Pacific/Apia",
                "Pacific/Chatham",
                "Pacific/Easter"
            })
    void where_clocks_are_unlike_those_of_others_they_are_right_too(String zone) {
        assertThat(differences(zone)).isEmpty();
    }

    /** It is part of each mail that invites somebody. */
    @Test
    void what_a_rule_can_say_is_said_by_it() {
        assertThat(written("Europe/Berlin"))
                .contains("RRULE")
                .doesNotContain("RDATE")
                .hasSizeLessThan(600);
        assertThat(written("Asia/Tokyo")).doesNotContain("RRULE", "RDATE");
        assertThat(Zones.named().keySet())
                .allSatisfy(zone -> assertThat(written(zone)).hasSizeLessThan(2_000));
    }

    private static String written(String zone) {
        return ClocksOfZone.from(MOMENT, ZoneId.of(zone)).toString();
    }

    private static Stream<String> differences(String id) {
        var zone = ZoneId.of(id);
        var onsets = onsets(id);
        return moments(zone)
                .filter(moment -> !zone.getRules()
                        .getOffset(moment)
                        .equals(onsets.floorEntry(moment).getValue()))
                .map(moment -> "%s at %s: %s, not %s"
                        .formatted(
                                id,
                                moment,
                                onsets.floorEntry(moment).getValue(),
                                zone.getRules().getOffset(moment)));
    }

    /** Once a month, and close around each change. */
    private static Stream<Instant> moments(ZoneId zone) {
        var rules = zone.getRules();
        var end = MOMENT.plus(Duration.ofDays(365L * YEARS));
        return Stream.concat(
                IntStream.range(0, YEARS * 12).mapToObj(month -> MOMENT.plus(Duration.ofDays(30L * month))),
                Stream.iterate(
                                rules.nextTransition(MOMENT),
                                change -> change != null && change.getInstant().isBefore(end),
                                change -> rules.nextTransition(change.getInstant()))
                        .map(ZoneOffsetTransition::getInstant)
                        .flatMap(change -> Stream.of(change.minusSeconds(60), change.plusSeconds(60))));
    }

    /** What a calendar makes of it: since when there is which clock. */
    private static TreeMap<Instant, ZoneOffset> onsets(String zone) {
        var onsets = new TreeMap<Instant, ZoneOffset>();
        for (var clock : read(written(zone)).getObservances()) {
            var from = clock.<TzOffsetFrom>getRequiredProperty(Property.TZOFFSETFROM)
                    .getOffset();
            var to = clock.<TzOffsetTo>getRequiredProperty(Property.TZOFFSETTO).getOffset();
            begins(clock).forEach(begin -> onsets.put(begin.toInstant(from), to));
        }
        return onsets;
    }

    private static List<LocalDateTime> begins(Observance clock) {
        var begin = (LocalDateTime)
                clock.<DtStart<?>>getRequiredProperty(Property.DTSTART).getDate();
        var begins = new ArrayList<>(List.of(begin));
        clock.getProperty(Property.RRULE)
                .ifPresent(rule -> begins.addAll(
                        new Recur<LocalDateTime>(rule.getValue()).getDates(begin, begin, begin.plusYears(YEARS + 3L))));
        clock.<RDate<LocalDateTime>>getProperty(Property.RDATE).ifPresent(days -> begins.addAll(days.getDates()));
        return begins;
    }

    private static VTimeZone read(String written) {
        try {
            var calendar = new CalendarBuilder()
                    .build(new StringReader(
                            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//EN\r\n" + written + "END:VCALENDAR\r\n"));
            return calendar.<VTimeZone>getComponents(Component.VTIMEZONE).get(0);
        } catch (Exception e) {
            throw new AssertionError(written, e);
        }
    }
}
