package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/** Judges the meetings in mails by the letter of RFC 5545 (the file) and RFC 5546 (what invites and what cancels). */
final class StrictCalendar {

    private static final List<String> ONCE = List.of(
            Property.UID,
            Property.DTSTAMP,
            Property.SEQUENCE,
            Property.DTSTART,
            Property.DTEND,
            Property.SUMMARY,
            Property.LOCATION,
            Property.STATUS,
            Property.ORGANIZER,
            Property.ATTENDEE);

    private StrictCalendar() {}

    static void assertInEach(Part... mails) throws Exception {
        for (var mail : mails) {
            for (var part : calendars(mail)) {
                var text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertStrict(text, part.getContentType());
            }
        }
    }

    private static void assertStrict(String text, String contentType) throws Exception {
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);

        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).getEntries()).as(text).isEmpty();
        var event = calendar.<VEvent>getComponents(Component.VEVENT).get(0);
        var isRepeated = event.getProperty(Property.RRULE).isPresent();
        // What is repeated says where, and what the clocks do there.
        var isOneOfThese = event.getProperty(Property.RECURRENCE_ID).isPresent();
        assertThat(calendar.getComponents()).as(text).hasSize(isRepeated || isOneOfThese ? 2 : 1);
        var method = calendar.getRequiredProperty(Property.METHOD).getValue();
        assertThat(contentType).contains("text/calendar", "method=" + method, "charset=UTF-8");

        assertThat(event.<Property>getProperties())
                .as(text)
                .map(Property::getName)
                .filteredOn(name -> !name.equals(Property.RRULE) && !name.equals(Property.RECURRENCE_ID))
                .containsExactlyInAnyOrderElementsOf(ONCE);
        assertThat(event.getRequiredProperty(Property.STATUS).getValue())
                .isEqualTo(
                        switch (method) {
                            case "REQUEST" -> "CONFIRMED";
                            case "CANCEL" -> "CANCELLED";
                            default -> throw new AssertionError("Nobody knows " + method);
                        });
        assertThat(event.getRequiredProperty(Property.ORGANIZER).getValue()).matches("mailto:\\S+@\\S+");
        assertThat(event.getRequiredProperty(Property.ATTENDEE).getValue()).matches("mailto:\\S+@\\S+");
        assertThat(event.getUid().orElseThrow().getValue()).matches("[0-9a-f-]{36}@example\\.org");
    }

    private static List<Part> calendars(Part part) throws Exception {
        var found = new ArrayList<Part>();
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                found.addAll(calendars(parts.getBodyPart(i)));
            }
        } else if (part.isMimeType("text/calendar")) {
            found.add(part);
        }
        return found;
    }
}
