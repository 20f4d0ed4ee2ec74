package org.reps.mentoring.checkin;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingMoves;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.world.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/yearly-check-in.bpmn} asks about the meeting itself: when it is, who holds it, what came out of it,
 * and what stands in people's calendars.
 */
@Component("checkInMeetings")
@Transactional
public class CheckInMeetingSteps {

    private final CheckInTable table;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final TimeZones zones;
    private final Days days;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Clock clock;
    private final MeetingMoves moves;

    CheckInMeetingSteps(
            CheckInTable table,
            Mentorships mentorships,
            Mentors mentors,
            TimeZones zones,
            Days days,
            People people,
            Notices notices,
            MentoringRules rules,
            Clock clock,
            MeetingMoves moves) {
        this.table = table;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.zones = zones;
        this.days = days;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.clock = clock;
        this.moves = moves;
    }

    /**
     * Arranges the meeting, or moves it.
     *
     * @param meetingOn ISO date
     * @param meetingAt time of day where the host lives, e.g. {@code 18:30}
     * @throws Refusal when that moment is over, far away, or does not exist there
     */
    public void arrange(String checkInId, String meetingOn, String meetingAt, String meetingPlace) {
        table.change(checkInId, checkIn -> {
            var startsAt = MeetingTime.of("meeting", meetingOn, meetingAt, zones.of(checkIn.hostId()), clock.instant());
            return checkIn.arranged(startsAt, meetingPlace);
        });
    }

    /**
     * Moves a meeting that is arranged, before its day.
     *
     * @param timesMoved how often it had been moved when this person's form was made
     * @param timeZone in which they have read and written the time
     * @param meetingOn ISO date
     * @param meetingAt time of day in that time zone, e.g. {@code 18:30}
     * @throws Refusal when the other one was quicker, or as for {@link #arrange}
     */
    public void move(
            String checkInId,
            int timesMoved,
            String timeZone,
            String meetingOn,
            String meetingAt,
            String meetingPlace) {
        table.change(checkInId, checkIn -> {
            var startsAt = MeetingTime.of("meeting", meetingOn, meetingAt, Zones.of(timeZone), clock.instant());
            moves.requireRoom(timesMoved);
            return checkIn.moved(timesMoved, startsAt, meetingPlace);
        });
    }

    /** Invites both to the meeting, each at their own time of day. */
    public void invite(String checkInId) {
        var checkIn = table.get(checkInId);
        var meeting = checkIn.arrangedMeeting();
        var menteeId = mentorship(checkIn).menteeId();
        invite(checkIn.hostId(), menteeId, meeting);
        invite(menteeId, checkIn.hostId(), meeting);
    }

    private void invite(String recipientId, String otherId, CheckInMeeting meeting) {
        notices.invite(
                otherId,
                recipientId,
                "check-in-meeting",
                invitation(meeting, meeting.sequence(), otherId, false),
                Map.of("other", people.firstName(otherId)));
    }

    /** When the meeting can be recorded: from the beginning of its day where the host lives, as ISO text. */
    @Transactional(readOnly = true)
    public String meetingDay(String checkInId) {
        var checkIn = table.get(checkInId);
        return MeetingTime.dayOf(checkIn.arrangedMeeting().startsAt(), zones.of(checkIn.hostId()))
                .toString();
    }

    /** From when on both find what they could talk about, as ISO text; a moved meeting takes it along. */
    @Transactional(readOnly = true)
    public String agendaDay(String checkInId) {
        var checkIn = table.get(checkInId);
        return MeetingsToPrepare.from(checkIn.arrangedMeeting(), zones.of(checkIn.hostId()), rules.agendaBefore())
                .toString();
    }

    /**
     * Keeps what came out of the meeting.
     *
     * @param outcome {@code held}, {@code not-come} or {@code rescheduled}
     * @param heldOn ISO date; this and all that follows only when it was held
     * @param mentorContinues {@code yes} or {@code no}; empty when somebody else than the mentor holds the meeting
     * @throws Refusal when that day lies in the host's future or before the mentorship
     */
    public void noteMeeting(
            String checkInId,
            String outcome,
            String heldOn,
            String plans,
            String support,
            String channel,
            String contactEvery,
            String mentorContinues) {
        switch (outcome) {
            case "held" -> {
                var mentor = mentorContinues.isEmpty() ? null : Choice.is(mentorContinues, "yes", "no");
                table.change(checkInId, checkIn -> {
                    var day = Days.come("heldOn", "Held on", heldOn, days.todayOf(checkIn.hostId()));
                    var plan = new CheckInPlan(day, plans, support, channel, contactEvery, "");
                    return checkIn.held(plan, mentorship(checkIn).beganOn(), mentor);
                });
            }
            case "not-come" -> table.change(checkInId, CheckIn::missedByMentee);
            case "rescheduled" -> {}
            default -> throw Choice.unknown(outcome);
        }
    }

    /** Whether the mentee did not come for the second time or more often. */
    @Transactional(readOnly = true)
    public boolean hasMissedTwice(String checkInId) {
        return table.get(checkInId).isMissedTwice();
    }

    @Transactional(readOnly = true)
    public boolean isMeetingAhead(String checkInId) {
        return table.get(checkInId).isMeetingAhead(clock.instant());
    }

    /** The options of the form in which a contact chooses who covers for the mentor. */
    @Transactional(readOnly = true)
    public List<Option> coverOptions(String checkInId) {
        var checkIn = table.get(checkInId);
        var mentorship = mentorship(checkIn);
        var now = days.nowForMany();
        return people.options(mentors.findAll().stream()
                .filter(mentor -> mentor.isActiveAt(now))
                .map(Mentor::id)
                .filter(id -> !id.equals(mentorship.mentorId())
                        && !id.equals(mentorship.menteeId())
                        && !id.equals(checkIn.hostId()))
                .sorted(Comparator.comparing(people::name))
                .toList());
    }

    /** Tells those who were to meet that somebody else holds the meeting; one that was arranged is cancelled. */
    public void tellCovered(String checkInId, String coverId) {
        var checkIn = table.get(checkInId);
        var menteeId = mentorship(checkIn).menteeId();
        var values = Map.of(
                "mentee", people.firstName(menteeId),
                "mentor", people.firstName(mentorship(checkIn).mentorId()),
                "cover", people.firstName(coverId));
        tellWithoutMeeting(menteeId, "check-in-covered-mentee", checkIn, values);
        tellWithoutMeeting(checkIn.hostId(), "check-in-covered-host", checkIn, values);
    }

    /** Hands the meeting over to somebody who covers for the mentor. */
    public void cover(String checkInId, String coverId) {
        table.change(checkInId, checkIn -> checkIn.heldBy(coverId));
    }

    /** Tells mentor and mentee that there is no check-in this year, without saying why, and cancels the meeting. */
    public void tellDropped(String checkInId) {
        var checkIn = table.get(checkInId);
        var mentorship = mentorship(checkIn);
        for (var recipient : everybody(checkIn)) {
            var notice =
                    recipient.equals(mentorship.menteeId()) ? "check-in-dropped-mentee" : "check-in-dropped-mentor";
            tellWithoutMeeting(recipient, notice, checkIn, names(mentorship));
        }
    }

    /** Takes a meeting that is not needed any more out of the calendars; says nothing where none is ahead. */
    public void cancelMeeting(String checkInId) {
        var checkIn = table.get(checkInId);
        if (checkIn.isMeetingAhead(clock.instant())) {
            var menteeId = mentorship(checkIn).menteeId();
            for (var recipient : List.of(menteeId, checkIn.hostId())) {
                var other = people.firstName(recipient.equals(menteeId) ? checkIn.hostId() : menteeId);
                tellWithoutMeeting(recipient, "check-in-cancelled", checkIn, Map.of("other", other));
            }
        }
    }

    private void tellWithoutMeeting(String recipientId, String notice, CheckIn checkIn, Map<String, ?> values) {
        var menteeId = mentorship(checkIn).menteeId();
        var wasInvited = recipientId.equals(menteeId) || recipientId.equals(checkIn.hostId());
        if (wasInvited && checkIn.isMeetingAhead(clock.instant())) {
            var meeting = checkIn.arrangedMeeting();
            var other = recipientId.equals(menteeId) ? checkIn.hostId() : menteeId;
            notices.invite(
                    other, recipientId, notice, invitation(meeting, meeting.sequence() + 1, other, true), values);
        } else {
            var other = recipientId.equals(menteeId) ? mentorship(checkIn).mentorId() : menteeId;
            notices.tellOf(other, recipientId, notice, checkIn.id(), values);
        }
    }

    private Invitation invitation(CheckInMeeting meeting, int sequence, String otherId, boolean isCancelled) {
        return meeting.invitation(sequence, people.firstName(otherId), isCancelled);
    }

    /** The two of the mentorship, and who covers for the mentor. */
    private List<String> everybody(CheckIn checkIn) {
        var mentorship = mentorship(checkIn);
        return List.of(mentorship.menteeId(), mentorship.mentorId(), checkIn.hostId()).stream()
                .distinct()
                .toList();
    }

    private Map<String, String> names(Mentorship mentorship) {
        return Map.of(
                "mentee", people.firstName(mentorship.menteeId()), "mentor", people.firstName(mentorship.mentorId()));
    }

    private Mentorship mentorship(CheckIn checkIn) {
        return mentorships.byId(checkIn.mentorshipId());
    }
}
