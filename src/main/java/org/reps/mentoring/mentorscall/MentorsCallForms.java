package org.reps.mentoring.mentorscall;

import java.util.Objects;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/mentors-call.bpmn} show. */
@Component("mentorsCallForms")
@Transactional(readOnly = true)
public class MentorsCallForms {

    private final MentorsCallTable calls;
    private final AgendaOfCall agenda;
    private final TimeZones zones;
    private final People people;

    MentorsCallForms(MentorsCallTable calls, AgendaOfCall agenda, TimeZones zones, People people) {
        this.calls = calls;
        this.agenda = agenda;
        this.zones = zones;
        this.people = people;
    }

    /** The call as its host reads it. */
    public Call call(String callId) {
        var call = calls.get(callId);
        var zone = zones.of(call.hostId());
        return new Call(
                people.firstName(call.hostId()),
                zone.getId(),
                MeetingTime.text(call.startsAt(), zone),
                call.place(),
                Objects.requireNonNullElse(call.often(), ""),
                AgendaOfCall.inLines(agenda.of(call)));
    }

    /**
     * A call as it is read in a form.
     *
     * @param timeZone where the host lives
     * @param when in that time zone
     * @param again how often it comes again; empty where it is held once
     * @param agenda one point a line; empty where there is none
     */
    public record Call(String host, String timeZone, String when, String place, String again, String agenda) {}
}
