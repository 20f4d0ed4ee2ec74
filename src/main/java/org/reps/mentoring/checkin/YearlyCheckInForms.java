package org.reps.mentoring.checkin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.ArrangedMeeting;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/yearly-check-in.bpmn} show. */
@Component("checkInForms")
@Transactional(readOnly = true)
public class YearlyCheckInForms {

    private final CheckInTable table;
    private final Mentorships mentorships;
    private final TimeZones zones;
    private final People people;

    YearlyCheckInForms(CheckInTable table, Mentorships mentorships, TimeZones zones, People people) {
        this.table = table;
        this.mentorships = mentorships;
        this.zones = zones;
        this.people = people;
    }

    /** What the forms show about a check-in under way. */
    public Progress progress(String checkInId) {
        var checkIn = table.get(checkInId);
        var mentorship = mentorships.byId(checkIn.mentorshipId());
        var meeting = checkIn.meeting();
        var hostZone = zones.of(checkIn.hostId());
        return new Progress(
                people.name(mentorship.menteeId()),
                people.firstName(mentorship.menteeId()),
                people.name(mentorship.mentorId()),
                people.firstName(mentorship.mentorId()),
                people.firstName(checkIn.hostId()),
                hostZone.getId(),
                zones.of(mentorship.menteeId()).getId(),
                mentorship.beganOn().toString(),
                checkIn.dueOn().toString(),
                meeting == null ? "" : MeetingTime.text(meeting.startsAt(), hostZone),
                meeting == null ? "" : meeting.place());
    }

    /** The meeting that is arranged, once for each of the two, who may move it. */
    public List<ArrangedMeeting> arranged(String checkInId) {
        var checkIn = table.get(checkInId);
        var menteeId = mentorships.byId(checkIn.mentorshipId()).menteeId();
        var meeting = checkIn.arrangedMeeting();
        return ArrangedMeeting.forBoth(
                checkIn.hostId(),
                menteeId,
                meeting.startsAt(),
                meeting.place(),
                meeting.sequence(),
                people::firstName,
                zones);
    }

    /** What was agreed this time; never who wishes what. */
    public Agreement agreed(String checkInId) {
        return Agreement.of(table.get(checkInId).plan());
    }

    /** What was agreed in this mentorship the last time; all empty when there was none. */
    public Agreement lastYear(String checkInId) {
        var checkIn = table.get(checkInId);
        return Agreement.of(table.findByMentorshipIdOrderByDueOnDesc(checkIn.mentorshipId()).stream()
                .filter(earlier -> earlier.dueOn().isBefore(checkIn.dueOn()))
                .map(CheckIn::plan)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    /** A check-in under way, as forms show it; dates are ISO text, what is not known yet is empty. */
    public record Progress(
            String mentee,
            String menteeFirstName,
            String mentor,
            String mentorFirstName,
            String hostFirstName,
            String hostTimeZone,
            String menteeTimeZone,
            String beganOn,
            String dueOn,
            String meetingWhen,
            String meetingPlace) {}

    /** What was agreed in a meeting, as forms show it; all empty when there was none. */
    public record Agreement(
            String heldOn, String plans, String support, String channel, String contactEvery, String menteeRemark) {

        private static Agreement of(@Nullable CheckInPlan plan) {
            return plan == null
                    ? new Agreement("", "", "", "", "", "")
                    : new Agreement(
                            plan.heldOn().toString(),
                            plan.plans(),
                            plan.support(),
                            plan.channel(),
                            plan.contactEvery(),
                            plan.menteeRemark());
        }
    }
}
