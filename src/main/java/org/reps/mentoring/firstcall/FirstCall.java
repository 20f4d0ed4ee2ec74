package org.reps.mentoring.firstcall;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * The first call of two who have not been together before; each mentorship has one at most.
 *
 * @param id the mentorship's
 * @param meeting when and where they have arranged it, null as long as they have not
 * @param heldOn null as long as they have not talked
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record FirstCall(
        @Id String id,
        @Embedded.Nullable @Nullable Meeting meeting,
        @Nullable LocalDate heldOn,
        @Version @Nullable Integer version)
        implements FirstCallBuilder.With {

    enum State {
        /** They have not talked, whether they have arranged it or not. */
        AHEAD,
        HELD
    }

    static final Move<State> ARRANGE = Move.within(State.AHEAD);
    static final Move<State> HOLD = Move.to(State.HELD, State.AHEAD);

    /**
     * @param uid the id under which calendars know it
     * @param sequence how often it was moved
     */
    record Meeting(String uid, int sequence, Instant startsAt, String place) {}

    static FirstCall of(String mentorshipId) {
        return new FirstCall(mentorshipId, null, null, null);
    }

    State state() {
        return heldOn == null ? State.AHEAD : State.HELD;
    }

    /** At this time, in place of the one before if there was one. */
    FirstCall arranged(Instant startsAt, String place) {
        ARRANGE.after(state());
        var next = meeting == null
                ? new Meeting(UUID.randomUUID().toString(), 0, startsAt, place)
                : new Meeting(meeting.uid(), meeting.sequence() + 1, startsAt, place);
        return withMeeting(next);
    }

    /**
     * Moves the call that somebody has before their eyes.
     *
     * @param timesMoved how often it had been moved when they looked at it
     * @throws AnsweredAlready when it was moved since
     */
    FirstCall moved(int timesMoved, Instant startsAt, String place) {
        if (arrangedMeeting().sequence() != timesMoved) {
            throw new AnsweredAlready(
                    "This call was moved a moment ago." + " Please look at your mails and refresh your task list.");
        }
        return arranged(startsAt, place);
    }

    /**
     * The two have talked.
     *
     * @param beganOn the first day of the mentorship; where the mentor lives it may have been the day before
     * @throws Refusal when they cannot have talked on that day
     */
    FirstCall held(LocalDate on, LocalDate beganOn) {
        HOLD.after(state());
        if (on.isBefore(beganOn.minusDays(1))) {
            throw Refusal.at("heldOn", "Held on", "please check the day; your mentorship began later.");
        }
        return withHeldOn(on);
    }

    boolean isMeetingAhead(Instant now) {
        return heldOn == null && meeting != null && meeting.startsAt().isAfter(now);
    }

    /** @throws NullPointerException when no call is arranged */
    Meeting arrangedMeeting() {
        return Objects.requireNonNull(meeting);
    }
}
