package org.reps.mentoring.mentorscall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.MembershipEnds;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorscall.MentorsCall.State;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.post.MailSettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is told of calls, and to whom: whoever is a mentor as the mail leaves. */
@Component("mentorsCallMails")
@Transactional
public class MentorsCallMails {

    private final MentorsCallTable calls;
    private final AgendaOfCall agenda;
    private final Mentors mentors;
    private final People people;
    private final Notices notices;
    private final MailSettings mails;
    private final ReadersLanguage languages;
    private final TimeZones zones;
    private final Days days;

    MentorsCallMails(
            MentorsCallTable calls,
            AgendaOfCall agenda,
            Mentors mentors,
            People people,
            Notices notices,
            MailSettings mails,
            ReadersLanguage languages,
            TimeZones zones,
            Days days) {
        this.calls = calls;
        this.agenda = agenda;
        this.mentors = mentors;
        this.people = people;
        this.notices = notices;
        this.mails = mails;
        this.languages = languages;
        this.zones = zones;
        this.days = days;
    }

    /** User ids of those who are invited: the mentors who are there on that day, where they live, and who holds it. */
    @Transactional(readOnly = true)
    public List<String> invited(String callId) {
        var call = calls.get(callId);
        var then = new Now(call.startsAt(), days.nowForMany().zones());
        return mentorsAnd(call, mentor -> !mentor.isAwayAt(then));
    }

    /** User ids of those who are told that it is off; nobody as long as no calendar knows it. */
    @Transactional(readOnly = true)
    public List<String> expecting(String callId) {
        var call = calls.get(callId);
        return call.announced() ? mentorsAnd(call, mentor -> true) : new ArrayList<>();
    }

    /** User ids of all mentors, also those who are away, without whoever has written it down. */
    @Transactional(readOnly = true)
    public List<String> readers(String callId) {
        var call = calls.get(callId);
        var all = mentorsAnd(call, mentor -> true);
        all.remove(call.hostId());
        return all;
    }

    /** In a list that can be read back: the engine stores the name of its class with the variable. */
    private List<String> mentorsAnd(MentorsCall call, Predicate<Mentor> who) {
        var here = people.in(Group.MENTORS);
        var serving = mentors.findAll().stream()
                .filter(mentor -> mentor.isServing() && here.contains(mentor.id()) && who.test(mentor))
                .map(Mentor::id);
        return new ArrayList<>(Stream.concat(serving, Stream.of(call.hostId()))
                .distinct()
                .sorted()
                .toList());
    }

    /** Invites one mentor at their own time of day; not where the call was called off meanwhile. */
    public void invite(String callId, String recipientId) {
        var call = calls.lock(callId);
        if (call.isAhead()) {
            var told = call.invitedTo();
            var known = told == call ? call : calls.save(told);
            var values = values(known);
            values.put("agenda", AgendaOfCall.inLines(agenda.waiting()));
            values.put("page", page());
            notices.invite(
                    other(known, recipientId), recipientId, "mentors-call-invitation", known.invitation(), values);
        }
    }

    /** Tells one mentor that it is off; or, when its time has come, that it was not held. */
    public void tellOff(String callId, String recipientId) {
        var call = calls.get(callId);
        var values = values(call);
        values.put("word", call.word());
        if (call.state() == State.CANCELLED) {
            notices.invite(other(call, recipientId), recipientId, "mentors-call-cancelled", call.invitation(), values);
        } else {
            notices.tellOf(other(call, recipientId), recipientId, "mentors-call-not-held", callId, values);
        }
    }

    /** Reminds the host, once, that everybody waits for what was said. */
    public void remind(String callId) {
        var call = calls.get(callId);
        notices.remind(call.hostId(), "mentors-call-notes-reminder", callId, Map.of("when", when(call, call.hostId())));
    }

    /** Sends one mentor what was said and decided. */
    public void tellNotes(String callId, String recipientId) {
        var call = calls.get(callId);
        notices.tellOf(
                other(call, recipientId),
                recipientId,
                "mentors-call-notes",
                callId,
                Map.of(
                        "host", people.firstName(call.hostId()),
                        "when", when(call, recipientId),
                        "agenda", AgendaOfCall.inLines(agenda.of(call)),
                        "notes", call.notes(),
                        "decisions", call.decisions(),
                        "page", page()));
    }

    /** Whoever reads it is told how to reach the host, as far as that is for them. */
    private static @Nullable String other(MentorsCall call, String recipientId) {
        return recipientId.equals(call.hostId()) ? null : call.hostId();
    }

    private Map<String, Object> values(MentorsCall call) {
        var values = new HashMap<String, Object>();
        values.put("host", people.firstName(call.hostId()));
        values.put("again", call.comesAgain());
        return values;
    }

    private String when(MentorsCall call, String recipientId) {
        return MeetingTime.text(call.startsAt(), zones.of(recipientId), languages.inMailsTo(recipientId));
    }

    private String page() {
        return mails.page("tasklist", "#/my-mentorship");
    }

    /** Whoever is no mentor any more has no use for it in their calendar. */
    @EventListener
    void noMentorAnyMore(MembershipEnds ends) {
        if (ends.group() == Group.MENTORS) {
            calls.findByOpenKeyIsNotNull()
                    .filter(call -> call.announced() && !call.hostId().equals(ends.userId()))
                    .ifPresent(call ->
                            notices.invite(null, ends.userId(), "mentors-call-over", call.farewell(), values(call)));
        }
    }
}
