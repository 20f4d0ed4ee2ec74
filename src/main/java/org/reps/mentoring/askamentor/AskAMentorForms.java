package org.reps.mentoring.askamentor;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.ArrangedMeeting;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.world.Languages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/ask-a-mentor.bpmn} show. */
@Component("askAMentorForms")
@Transactional(readOnly = true)
public class AskAMentorForms {

    private final CoachingSessions sessions;
    private final Reps reps;
    private final People people;
    private final TimeZones zones;

    AskAMentorForms(CoachingSessions sessions, Reps reps, People people, TimeZones zones) {
        this.sessions = sessions;
        this.reps = reps;
        this.people = people;
        this.zones = zones;
    }

    /** What this mentor is asked for. */
    public Ask ask(String sessionId, String mentorId) {
        return ask(sessions.get(sessionId), mentorId);
    }

    /** What is asked of whoever can: where they live is not known, so times are read as the rep's. */
    public Ask askOfAnybody(String sessionId) {
        return ask(sessions.get(sessionId), null);
    }

    private Ask ask(CoachingSession session, @Nullable String mentorId) {
        var meeting = session.meeting();
        var askerZone = zones.of(session.askerId());
        var zone = mentorId == null ? askerZone : zones.of(mentorId);
        return new Ask(
                people.firstName(session.askerId()),
                session.skill(),
                reps.findById(session.askerId()).map(Rep::languages).orElse(Set.of()).stream()
                        .map(Languages::name)
                        .sorted()
                        .collect(joining(", ")),
                askerZone.getId(),
                zone.getId(),
                meeting == null ? "" : MeetingTime.text(meeting.startsAt(), zone));
    }

    /** The time that a mentor has proposed. */
    public Proposal proposal(String sessionId) {
        var session = sessions.get(sessionId);
        var meeting = session.plannedMeeting();
        return new Proposal(
                people.firstName(session.mentor()),
                zones.of(session.mentor()).getId(),
                MeetingTime.text(meeting.startsAt(), zones.of(session.askerId())),
                meeting.place());
    }

    /** The session that is arranged, once for each of the two. */
    public List<ArrangedMeeting> arranged(String sessionId) {
        var session = sessions.get(sessionId);
        var meeting = session.plannedMeeting();
        return ArrangedMeeting.forBoth(
                session.mentor(),
                session.askerId(),
                meeting.startsAt(),
                meeting.place(),
                meeting.sequence(),
                people::firstName,
                zones);
    }

    /**
     * A session as a mentor who is asked reads it.
     *
     * @param asker first name of the rep
     * @param askerTimeZone where the rep lives
     * @param timeZone in which the mentor writes times
     * @param proposed the time that they have proposed and that does not suit; empty when there is none
     */
    public record Ask(
            String asker, String skill, String languages, String askerTimeZone, String timeZone, String proposed) {}

    /**
     * What a mentor proposes, as the rep reads it.
     *
     * @param when in the rep's time zone
     */
    public record Proposal(String mentor, String mentorTimeZone, String when, String place) {}
}
