package org.reps.mentoring.firstcall;

import java.util.List;
import org.reps.mentoring.calendar.ArrangedMeeting;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/first-call.bpmn} show. */
@Component("firstCallForms")
@Transactional(readOnly = true)
public class FirstCallForms {

    private final FirstCallTable calls;
    private final Mentorships mentorships;
    private final TimeZones zones;
    private final People people;

    FirstCallForms(FirstCallTable calls, Mentorships mentorships, TimeZones zones, People people) {
        this.calls = calls;
        this.mentorships = mentorships;
        this.zones = zones;
        this.people = people;
    }

    /** What the mentor knows of the call. */
    public Call call(String mentorshipId) {
        var mentorId = mentorships.mentorOf(mentorshipId);
        var zone = zones.of(mentorId);
        var meeting = calls.get(mentorshipId).meeting();
        return new Call(
                zone.getId(),
                meeting == null ? "" : MeetingTime.text(meeting.startsAt(), zone),
                meeting == null ? "" : meeting.place());
    }

    /** The call that is arranged, once for each of the two, who may move it. */
    public List<ArrangedMeeting> arranged(String mentorshipId) {
        var mentorship = mentorships.byId(mentorshipId);
        var meeting = calls.get(mentorshipId).arrangedMeeting();
        return ArrangedMeeting.forBoth(
                mentorship.mentorId(),
                mentorship.menteeId(),
                meeting.startsAt(),
                meeting.place(),
                meeting.sequence(),
                people::firstName,
                zones);
    }

    /**
     * The call as its mentor reads it.
     *
     * @param timeZone where the mentor lives
     * @param when in that time zone; like the place empty as long as nothing is arranged
     */
    public record Call(String timeZone, String when, String place) {}
}
