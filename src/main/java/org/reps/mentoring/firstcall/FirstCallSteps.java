package org.reps.mentoring.firstcall;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingMoves;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.world.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/first-call.bpmn} asks of the application, and how other processes bring two together who have not
 * been together before. Expressions hand over an empty text where a form got no answer.
 */
@Component("firstCalls")
@Transactional
public class FirstCallSteps {

    private final FirstCallTable calls;
    private final FirstCallProcess process;
    private final Mentorships mentorships;
    private final TimeZones zones;
    private final Days days;
    private final People people;
    private final Notices notices;
    private final Clock clock;
    private final MeetingMoves moves;

    FirstCallSteps(
            FirstCallTable calls,
            FirstCallProcess process,
            Mentorships mentorships,
            TimeZones zones,
            Days days,
            People people,
            Notices notices,
            Clock clock,
            MeetingMoves moves) {
        this.calls = calls;
        this.process = process;
        this.mentorships = mentorships;
        this.zones = zones;
        this.days = days;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
        this.moves = moves;
    }

    /** Asks the two of this mentorship for a first call, once; not where they are apart again already. */
    public void begin(String mentorshipId) {
        // Whoever ends it at this moment is either waited for, or meets a call that can be called off.
        var mentorship = mentorships.lock(mentorshipId);
        if (mentorship.isRunning() && calls.lockRow(mentorshipId).isEmpty()) {
            calls.save(FirstCall.of(mentorshipId));
            process.start(mentorship);
        }
    }

    /**
     * Keeps what the mentor says of the call.
     *
     * @param answer {@code arrange} or {@code talked}
     * @param callOn ISO date; like time and place only when it is arranged
     * @param callAt time of day where the mentor lives, e.g. {@code 18:30}
     * @param heldOn ISO date; like all that follows only when they have talked
     * @param notes for the mentee; may be empty
     * @throws Refusal when nobody can meet at that moment, or they cannot have talked on that day
     */
    public void note(
            String mentorshipId,
            String answer,
            String callOn,
            String callAt,
            String callPlace,
            String heldOn,
            String channel,
            String contactEvery,
            String notes) {
        var mentorship = mentorships.byId(mentorshipId);
        if (Choice.is(answer, "talked", "arrange")) {
            var day = Days.come("heldOn", "Held on", heldOn, days.todayOf(mentorship.mentorId()));
            calls.change(mentorshipId, call -> call.held(day, mentorship.beganOn()));
            mentorships.keepInTouch(mentorshipId, channel, contactEvery);
            mentorships.haveTalked(mentorshipId, day);
            tellHeld(mentorship, channel, contactEvery, notes);
        } else {
            var startsAt = MeetingTime.of("call", callOn, callAt, zones.of(mentorship.mentorId()), clock.instant());
            calls.change(mentorshipId, call -> call.arranged(startsAt, callPlace));
        }
    }

    /** At once, so that what the mentor has written for the mentee is in their mail and nowhere else. */
    private void tellHeld(Mentorship mentorship, String channel, String contactEvery, String notes) {
        notices.tellOf(
                mentorship.mentorId(),
                mentorship.menteeId(),
                "first-call-held",
                mentorship.id(),
                Map.of(
                        "mentor", people.firstName(mentorship.mentorId()),
                        "channel", channel,
                        "contactEvery", contactEvery,
                        "notes", notes));
    }

    /**
     * Moves a call that is arranged, before its day.
     *
     * @param timesMoved how often it had been moved when this person's form was made
     * @param timeZone in which they have read and written the time
     * @param callOn ISO date
     * @param callAt time of day in that time zone, e.g. {@code 18:30}
     * @throws Refusal when the other one was quicker, or nobody can meet at that moment
     */
    public void move(
            String mentorshipId, int timesMoved, String timeZone, String callOn, String callAt, String callPlace) {
        var startsAt = MeetingTime.of("call", callOn, callAt, Zones.of(timeZone), clock.instant());
        moves.requireRoom(timesMoved);
        calls.change(mentorshipId, call -> call.moved(timesMoved, startsAt, callPlace));
    }

    /** Invites both, each at their own time of day. */
    public void invite(String mentorshipId) {
        var meeting = calls.get(mentorshipId).arrangedMeeting();
        tellBoth(mentorshipId, "first-call", meeting, meeting.sequence(), false);
    }

    /** Takes a call that is not needed any more out of the calendars; says nothing where none is ahead. */
    public void cancel(String mentorshipId) {
        var call = calls.get(mentorshipId);
        if (call.isMeetingAhead(clock.instant())) {
            var meeting = call.arrangedMeeting();
            tellBoth(mentorshipId, "first-call-cancelled", meeting, meeting.sequence() + 1, true);
        }
    }

    private void tellBoth(
            String mentorshipId, String notice, FirstCall.Meeting meeting, int sequence, boolean isCancelled) {
        var mentorship = mentorships.byId(mentorshipId);
        for (var recipientId : List.of(mentorship.mentorId(), mentorship.menteeId())) {
            var otherId = mentorship.otherThan(recipientId);
            var other = people.firstName(otherId);
            var invitation = invitation(meeting, sequence, other, isCancelled);
            notices.invite(otherId, recipientId, notice, invitation, Map.of("other", other));
        }
    }

    /** @param other what whom they meet is called */
    static Invitation invitation(FirstCall.Meeting meeting, int sequence, String other, boolean isCancelled) {
        return new Invitation(
                meeting.uid(), sequence, meeting.startsAt(), "First call with " + other, meeting.place(), isCancelled);
    }

    /** From when on they can say that they have talked: the beginning of the day where the mentor lives, ISO text. */
    @Transactional(readOnly = true)
    public String day(String mentorshipId) {
        var zone = zones.of(mentorships.mentorOf(mentorshipId));
        return MeetingTime.dayOf(calls.get(mentorshipId).arrangedMeeting().startsAt(), zone)
                .toString();
    }

    /** Reminds the mentor that the two have not talked. */
    public void remind(String mentorshipId) {
        var mentorship = mentorships.byId(mentorshipId);
        notices.remindOf(
                mentorship.menteeId(),
                mentorship.mentorId(),
                "first-call-reminder",
                mentorshipId,
                Map.of("mentee", people.firstName(mentorship.menteeId())));
    }

    /** Tells the mentee, who waits for a call, what they can do themself. */
    public void tellLate(String mentorshipId) {
        var mentorship = mentorships.byId(mentorshipId);
        notices.tellOf(
                mentorship.mentorId(),
                mentorship.menteeId(),
                "first-call-late",
                mentorshipId,
                Map.of("mentor", people.firstName(mentorship.mentorId())));
    }
}
