package org.reps.mentoring.checkin;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * A state of a meeting as it came by mail.
 *
 * @param subject of the mail
 * @param text of the mail
 * @param calendar as it was sent, in whole lines
 */
public record ReceivedMeeting(String subject, String text, String calendar) {

    /** All that these mails say of meetings, the first state first. */
    public static List<ReceivedMeeting> of(List<MimeMessage> mails) throws MessagingException, IOException {
        var meetings = new ArrayList<ReceivedMeeting>();
        for (var mail : mails) {
            var calendar = part(mail, "text/calendar");
            if (calendar != null) {
                meetings.add(new ReceivedMeeting(
                        mail.getSubject(), part(mail, "text/plain"), calendar.replace("\r\n ", "")));
            }
        }
        meetings.sort(Comparator.comparing(ReceivedMeeting::sequence));
        return meetings;
    }

    public List<String> lines() {
        return List.of(calendar.split("\r\n"));
    }

    String uid() throws ParserException, IOException {
        return event().getUid().orElseThrow().getValue();
    }

    String summary() throws ParserException, IOException {
        return event().getSummary().getValue();
    }

    String location() throws ParserException, IOException {
        return event().getLocation().getValue();
    }

    private VEvent event() throws ParserException, IOException {
        return new CalendarBuilder()
                .build(new StringReader(calendar))
                .<VEvent>getComponents(Component.VEVENT)
                .get(0);
    }

    private int sequence() {
        return Integer.parseInt(calendar.replaceFirst("(?s).*SEQUENCE:(\\d+).*", "$1"));
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (!part.isMimeType(type)) {
            return null;
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
