package org.reps.mentoring.pair;

import static java.util.Comparator.comparing;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.reps.mentoring.askamentor.OwnSessions;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingAhead;
import org.reps.mentoring.checkin.MeetingsAhead;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.firstcall.CallsAhead;
import org.reps.mentoring.keepintouch.InTouchOfPairs;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.mentorscall.NextCall;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.post.MailSettings;
import org.springframework.stereotype.Component;

/** When whoever is logged in meets their mentor or a mentee next, and what else stands in their calendar. */
@Component
public class PairMeetings {

    private final CurrentPerson person;
    private final Mentorships mentorships;
    private final CallsAhead calls;
    private final MeetingsAhead yearly;
    private final InTouchOfPairs inTouch;
    private final OwnSessions sessions;
    private final NextCall mentorsCall;
    private final People people;
    private final MailSettings mails;
    private final ReadersLanguage languages;
    private final Clock clock;

    PairMeetings(
            CurrentPerson person,
            Mentorships mentorships,
            CallsAhead calls,
            MeetingsAhead yearly,
            InTouchOfPairs inTouch,
            OwnSessions sessions,
            NextCall mentorsCall,
            People people,
            MailSettings mails,
            ReadersLanguage languages,
            Clock clock) {
        this.person = person;
        this.mentorships = mentorships;
        this.calls = calls;
        this.yearly = yearly;
        this.inTouch = inTouch;
        this.sessions = sessions;
        this.mentorsCall = mentorsCall;
        this.people = people;
        this.mails = mails;
        this.languages = languages;
        this.clock = clock;
    }

    /** What is arranged in these mentorships of this person and still to come, the next one first. */
    public List<MeetingAhead> of(Collection<String> mentorshipIds, String me) {
        return Stream.of(
                        calls.of(mentorshipIds, me),
                        yearly.of(mentorshipIds, me),
                        inTouch.callsAhead(mentorshipIds, me))
                .flatMap(List::stream)
                .sorted(comparing(ahead -> ahead.invitation().startsAt()))
                .toList();
    }

    /**
     * The invitation to one of them for a calendar, the same as came by mail.
     *
     * @param uid the id under which calendars know it
     * @return empty when there is no such meeting of whoever is logged in, or it is over
     */
    public Optional<String> file(String uid) {
        var me = person.id();
        var callOfAll = mentorsCall.invitation();
        return person.lookUp(() -> {
            var running = mentorships.of(List.of(me)).stream()
                    .filter(Mentorship::isRunning)
                    .map(Mentorship::id)
                    .toList();
            return Stream.of(
                            of(running, me).stream().map(MeetingAhead::invitation),
                            sessions.of(me, clock.instant()).stream()
                                    .map(OwnSessions.Own::ahead)
                                    .filter(Objects::nonNull),
                            callOfAll.stream())
                    .flatMap(some -> some)
                    .filter(invitation -> invitation.uid().equals(uid))
                    .map(invitation -> file(invitation, me))
                    .findFirst();
        });
    }

    private String file(Invitation invitation, String me) {
        var calendar = invitation.in(languages.of(me)).calendar(clock.instant(), mails.domain());
        var address = people.find(me).map(Person::email).orElse("");
        try {
            return address.isEmpty()
                    ? calendar
                    : Invitation.file(calendar, mails.sender().getAddress(), address);
        } catch (MessagingException e) {
            // No calendar needs to know it.
            return calendar;
        }
    }
}
