package org.reps.mentoring.calendar;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.text.PlainText;

/**
 * A meeting as calendars know it. A later invitation with the same id and a higher sequence takes the place of the
 * earlier one.
 *
 * @param uid a random id, the same for everybody who is invited and for each change
 * @param sequence how often the meeting was changed
 * @param summary what stands in the calendar, on one line; no confidential text
 * @param place where it is held, on one line
 * @param isCancelled whether the meeting disappears from the calendar
 * @param repeated how it comes again and again, null when it is held once
 * @param insteadOf when it would have been, where this is only one of those that come again and again; null otherwise
 */
public record Invitation(
        String uid,
        int sequence,
        Instant startsAt,
        String summary,
        String place,
        boolean isCancelled,
        @Nullable Repeated repeated,
        @Nullable Instant insteadOf) {

    /** Nobody is asked how long they will talk; the calendar needs an end. */
    public static final Duration LENGTH = Duration.ofHours(1);

    private static final int LONGEST_LINE = 75;

    private static final String SECTION = "calendars";

    public Invitation {
        // What calendars take for the end of a line would begin another entry of the file.
        summary = PlainText.oneLine(summary);
        place = PlainText.oneLine(place);
    }

    /** A meeting that is held once. */
    public Invitation(String uid, int sequence, Instant startsAt, String summary, String place, boolean isCancelled) {
        this(uid, sequence, startsAt, summary, place, isCancelled, null, null);
    }

    /** A meeting that comes again and again, from this one on. */
    public Invitation(String uid, int sequence, Instant startsAt, String summary, String place, Repeated repeated) {
        this(uid, sequence, startsAt, summary, place, false, repeated, null);
    }

    /** The same in the calendar of somebody who reads the language of this code; what people are called stays. */
    public Invitation in(String language) {
        var said = Translations.OF_ANSWERS.inOnly(language, SECTION, summary, UnaryOperator.identity());
        return new Invitation(uid, sequence, startsAt, said, place, isCancelled, repeated, insteadOf);
    }

    /**
     * The text of the {@code .ics} file (RFC 5546), still without the addresses of who invites and who is invited.
     *
     * @param at when it is written
     * @param domain of who invites; ids are unique within it
     */
    public String calendar(Instant at, String domain) {
        var properties = new ArrayList<Property>(List.of(
                new Uid(uid + "@" + domain),
                new DtStamp(at),
                new Sequence(sequence),
                new Summary(summary),
                new Location(place),
                isCancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED));
        var components = new ArrayList<CalendarComponent>();
        if (repeated == null) {
            properties.add(new DtStart<>(startsAt));
            properties.add(new DtEnd<>(startsAt.plus(LENGTH)));
        } else {
            // At the same time of day there, whatever the clocks do: so the file says what they do.
            var there = startsAt.atZone(repeated.zone());
            properties.add(new DtStart<>(there));
            properties.add(new DtEnd<>(there.plus(LENGTH)));
            properties.add(
                    insteadOf == null
                            ? new RRule<>(repeated.rule())
                            : new RecurrenceId<>(insteadOf.atZone(repeated.zone())));
            components.add(ClocksOfZone.from(startsAt, repeated.zone()));
        }
        components.add(new VEvent(new PropertyList(properties)));
        return new Calendar(
                        new PropertyList(List.of(
                                new ProdId("-//Reps Mentoring//EN"),
                                ImmutableVersion.VERSION_2_0,
                                ImmutableCalScale.GREGORIAN,
                                isCancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST)),
                        new ComponentList<>(components))
                .toString();
    }

    /**
     * The part of a mail that holds a meeting. Everybody is the only one invited in their own mail, so that nobody
     * learns another's address from it.
     *
     * @param calendar what {@link #calendar} has written
     * @param organizer the programme's own address, with its name
     * @param attendee address of the mail's receiver
     */
    public static MimeBodyPart part(String calendar, String organizer, String attendee) throws MessagingException {
        var method = read(calendar).getRequiredProperty(Property.METHOD).getValue();
        var part = new MimeBodyPart();
        part.setText(file(calendar, organizer, attendee), "UTF-8", "calendar; method=" + method);
        return part;
    }

    /** The same as a file. */
    public static String file(String calendar, String organizer, String attendee) throws MessagingException {
        var whole = read(calendar);
        var programme = new InternetAddress(organizer);
        var receiver = new Attendee(
                new ParameterList(List.of(Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION, Rsvp.FALSE)), mailto(attendee));
        var event = whole.<VEvent>getComponents(Component.VEVENT).get(0);
        event.add(new Organizer(mailto(programme.getAddress()))).add(receiver);
        return folded(whole.toString());
    }

    private static URI mailto(String address) throws MessagingException {
        try {
            // Three parts, so that what addresses may have and URIs may not is escaped.
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new MessagingException("This is not an address: " + address, e);
        }
    }

    private static Calendar read(String calendar) {
        try {
            return new CalendarBuilder().build(new StringReader(calendar));
        } catch (IOException | ParserException e) {
            throw new IllegalStateException("This is not a calendar: " + calendar, e);
        }
    }

    /** Lines of at most 75 bytes, as RFC 5545 wants them; the library counts characters and cuts some in two. */
    private static String folded(String calendar) {
        var folded = new StringBuilder();
        var bytes = 0;
        for (var character : calendar.codePoints().toArray()) {
            var size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (character == '\n') {
                bytes = -size;
            } else if (character != '\r' && bytes + size > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.appendCodePoint(character);
            bytes += size;
        }
        return folded.toString();
    }
}
