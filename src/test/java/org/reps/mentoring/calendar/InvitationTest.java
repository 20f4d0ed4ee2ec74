package org.reps.mentoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String PROGRAMME = "Reps Mentoring <mentoring@example.org>";

    @Test
    void what_people_write_reaches_the_calendar_unharmed() throws Exception {
        var summary = "Yearly meeting with Zoë; \\ \"Ñandú\", 東京 " + "🎉".repeat(60) + " and all the others";
        var place = "Café\r\nATTENDEE:mailto:everybody@example.org\r\nBEGIN:VALARM";
        var sent = sent(new Invitation("1", 3, Instant.parse("2026-11-27T00:30:00Z"), summary, place, false));

        assertThat(sent.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        var event = event(sent);
        assertThat(event.getSummary().getValue()).isEqualTo(summary);
        assertThat(event.getLocation().getValue()).isEqualTo("Café ATTENDEE:mailto:everybody@example.org BEGIN:VALARM");
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getComponents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\r\n", "\u2028", "\u2029", "\u0085", "\u000b", "\f", "\\n", "\r\n "})
    void a_line_break_in_what_people_write_does_not_add_a_line(String lineBreak) throws Exception {
        var written = "Here" + lineBreak + "ATTENDEE:mailto:everybody@example.org" + lineBreak + "END:VEVENT";
        var harmless = sent(new Invitation("1", 0, NOW, "Meeting", "Here", false));

        var sent = sent(new Invitation("1", 0, NOW, written, written, false));

        assertThat(properties(sent)).isEqualTo(properties(harmless));
        event(sent);
    }

    @Test
    void a_meeting_that_is_cancelled_says_so_twice() throws Exception {
        var sent = sent(new Invitation("1", 4, Instant.parse("2026-11-27T00:30:00Z"), "Meeting", "Here", true));

        assertThat(sent.split("\r\n")).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4");
    }

    @Test
    void it_is_written_without_addresses_and_sent_with_the_receivers_only() throws Exception {
        var invitation = new Invitation("1", 0, NOW, "Meeting", "Here", false);

        assertThat(invitation.calendar(NOW, "example.org")).doesNotContain("mailto:");
        assertThat(sent(invitation).replace("\r\n ", ""))
                .contains("ORGANIZER:mailto:mentoring@example.org", "mailto:rumi@example.org");
    }

    @Test
    void what_is_repeated_stays_at_its_time_of_day_when_the_clocks_change() throws Exception {
        var everyWeek = new Repeated(ZoneId.of("Europe/Berlin"), "FREQ=WEEKLY;INTERVAL=1");
        var sent = sent(new Invitation("1", 0, Instant.parse("2026-11-27T17:30:00Z"), "Call", "Here", everyWeek));

        assertThat(sent.split("\r\n"))
                .contains(
                        "DTSTART;TZID=Europe/Berlin:20261127T183000",
                        "RRULE:FREQ=WEEKLY;INTERVAL=1",
                        "TZID:Europe/Berlin",
                        "BEGIN:DAYLIGHT",
                        "BEGIN:STANDARD")
                .anyMatch(line -> line.startsWith("RRULE:FREQ=YEARLY;BYMONTH=3;"));
        assertThat(sent.length()).isLessThan(2000);
    }

    @Test
    void one_of_those_that_come_again_and_again_is_moved_alone() throws Exception {
        var everyWeek = new Repeated(ZoneId.of("Europe/Berlin"), "FREQ=WEEKLY;INTERVAL=1");
        var turn = Instant.parse("2026-12-04T17:30:00Z");
        var sent = sent(new Invitation("1", 1, turn.plusSeconds(3600), "Call", "Here", false, everyWeek, turn));

        assertThat(sent.split("\r\n"))
                .contains(
                        "DTSTART;TZID=Europe/Berlin:20261204T193000",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20261204T183000",
                        "SEQUENCE:1")
                .noneMatch(line -> line.startsWith("RRULE:FREQ=WEEKLY"));
    }

    @Test
    void its_id_is_one_of_who_invites() throws Exception {
        var sent = sent(new Invitation("1", 0, NOW, "Meeting", "Here", false));

        assertThat(event(sent).getUid().orElseThrow().getValue()).isEqualTo("1@example.org");
    }

    @Test
    void a_mail_program_is_told_what_to_do_with_it() throws Exception {
        var part = Invitation.part(
                new Invitation("1", 0, NOW, "Meeting", "Here", true).calendar(NOW, "example.org"),
                PROGRAMME,
                "rumi@example.org");

        assertThat(List.of(part.getDataHandler().getContentType()))
                .containsExactly("text/calendar; method=CANCEL; charset=UTF-8");
    }

    private static String sent(Invitation invitation) throws Exception {
        return (String) Invitation.part(invitation.calendar(NOW, "example.org"), PROGRAMME, "rumi@example.org")
                .getContent();
    }

    /** What the lines begin with, as a program that takes every line break for one sees them. */
    private static List<String> properties(String calendar) {
        return calendar.replace("\r\n ", "")
                .lines()
                .map(line -> line.split("[:;]", 2)[0])
                .toList();
    }

    private static VEvent event(String calendar) throws Exception {
        var read = new CalendarBuilder().build(new StringReader(calendar));
        assertThat(read.validate(true).hasErrors()).isFalse();
        return read.<VEvent>getComponents(Component.VEVENT).get(0);
    }
}
