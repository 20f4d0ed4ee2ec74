package org.reps.mentoring.checkin;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mentorship's check-in of one year.
 *
 * @param dueOn the anniversary of the commitment; once for each mentorship in the database
 * @param holdBy the last day on which it is held in time; after it, it is overdue. Mostly it is {@code dueOn}, and
 *     later where it began late, as when it waited for its turn after the programme moved in: everybody has the same
 *     time
 * @param hostId user id of who holds the meeting: the mentor, or somebody who covers for them
 * @param notCome how often the mentee did not come
 * @param mentorContinues whether the mentor is glad to go on; forgotten as soon as it is decided
 * @param menteeContinues whether the mentee would like to go on; forgotten as soon as it is decided
 * @param outcome null while it runs
 * @param dropReason reference to the sealed text in which a contact says why it was dropped
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record CheckIn(
        @Id String id,
        String mentorshipId,
        LocalDate dueOn,
        LocalDate holdBy,
        String hostId,
        int notCome,
        @Nullable CheckInMeeting meeting,
        @Nullable CheckInPlan plan,
        @Nullable Boolean mentorContinues,
        @Nullable Boolean menteeContinues,
        @Nullable Outcome outcome,
        @Nullable String dropReason,
        @Version @Nullable Integer version)
        implements CheckInBuilder.With {

    enum State {
        /** No meeting is arranged, or none that still counts. */
        DUE,
        /** A meeting is arranged; it may be over. */
        ARRANGED,
        /** They have met, and look at what they agreed on. */
        HELD,
        EXTENDED,
        CHANGE,
        DROPPED
    }

    enum Outcome {
        /** Both go on. */
        EXTENDED,
        /** A change of mentor was started, whoever wished it. */
        CHANGE,
        /** There was no meeting, or no mentorship any more. */
        DROPPED
    }

    static final Move<State> ARRANGE = Move.to(State.ARRANGED, State.DUE, State.ARRANGED);
    static final Move<State> MISS = Move.within(State.ARRANGED);
    static final Move<State> COVER = Move.to(State.DUE, State.DUE, State.ARRANGED);
    static final Move<State> HOLD = Move.to(State.HELD, State.ARRANGED);
    static final Move<State> REMARK = Move.within(State.HELD);
    static final Move<State> CORRECT = Move.within(State.HELD);
    static final Move<State> CONFIRM = Move.within(State.HELD);
    static final Move<State> EXTEND = Move.to(State.EXTENDED, State.HELD);
    static final Move<State> CHANGE = Move.to(State.CHANGE, State.HELD);
    static final Move<State> SAY_WHY_NOT = Move.within(State.DUE, State.ARRANGED, State.HELD);

    /** The mentorship can end at any time, also when it has just been extended. */
    static final Move<State> DROP = new Move<>(EnumSet.allOf(State.class), State.DROPPED);

    static CheckIn due(String id, String mentorshipId, LocalDate dueOn, LocalDate holdBy, String mentorId) {
        return new CheckIn(id, mentorshipId, dueOn, holdBy, mentorId, 0, null, null, null, null, null, null, null);
    }

    /** What was agreed in a meeting that was held before the programme moved in; the two have gone on since. */
    static CheckIn fromBefore(String id, Mentorship mentorship, LocalDate dueOn, LocalDate heldOn, String plans) {
        var channel = Objects.requireNonNullElse(mentorship.channel(), "");
        var every = Objects.requireNonNullElse(mentorship.contactEvery(), "");
        return due(id, mentorship.id(), dueOn, dueOn, mentorship.mentorId())
                .with(checkIn -> checkIn.plan(new CheckInPlan(heldOn, plans, "", channel, every, ""))
                        .outcome(Outcome.EXTENDED));
    }

    /** Whether it was held before the programme moved in: here, what was agreed was arranged before. */
    boolean isFromBefore() {
        return plan != null && meeting == null;
    }

    State state() {
        if (outcome != null) {
            return switch (outcome) {
                case EXTENDED -> State.EXTENDED;
                case CHANGE -> State.CHANGE;
                case DROPPED -> State.DROPPED;
            };
        }
        if (plan != null) {
            return State.HELD;
        }
        return meeting == null ? State.DUE : State.ARRANGED;
    }

    CheckIn arranged(Instant startsAt, String place) {
        ARRANGE.after(state());
        return with(checkIn -> checkIn.meeting(CheckInMeeting.at(startsAt, place, meeting)));
    }

    /**
     * Moves the meeting that somebody has before their eyes.
     *
     * @param timesMoved how often it had been moved when they looked at it
     * @throws AnsweredAlready when it was moved since, or is off
     */
    CheckIn moved(int timesMoved, Instant startsAt, String place) {
        if (meeting == null || meeting.sequence() != timesMoved) {
            throw new AnsweredAlready("This meeting was moved or called off a moment ago."
                    + " Please look at your mails and refresh your task list.");
        }
        return arranged(startsAt, place);
    }

    CheckIn missedByMentee() {
        MISS.after(state());
        return with(checkIn -> checkIn.notCome(notCome + 1));
    }

    /** Whether the mentee did not come for the second time or more often. */
    boolean isMissedTwice() {
        return notCome > 1;
    }

    /** Somebody else holds the meeting; what was arranged before no longer counts. */
    CheckIn heldBy(String coverId) {
        COVER.after(state());
        return with(checkIn -> checkIn.hostId(coverId).meeting(null));
    }

    /**
     * They have met.
     *
     * @param mentorshipBeganOn the first day on which they can have met
     * @param mentorContinues null when somebody else than the mentor held the meeting
     * @throws Refusal when they cannot have met on that day
     */
    CheckIn held(CheckInPlan plan, LocalDate mentorshipBeganOn, @Nullable Boolean mentorContinues) {
        HOLD.after(state());
        if (plan.heldOn().isBefore(mentorshipBeganOn)) {
            throw Refusal.at("heldOn", "Held on", "please check the day; the mentorship began later.");
        }
        return with(checkIn -> checkIn.plan(plan).mentorContinues(mentorContinues));
    }

    /** The mentee says that something is not right. */
    CheckIn remarked(String remark) {
        REMARK.after(state());
        return with(checkIn -> checkIn.plan(agreed().remarked(remark)));
    }

    /** What was recorded is corrected; an empty text leaves it as it is. */
    CheckIn corrected(String plans, String support, String channel, String contactEvery) {
        CORRECT.after(state());
        return with(checkIn -> checkIn.plan(agreed().corrected(plans, support, channel, contactEvery)));
    }

    /** The mentee leaves it at what was recorded, with a remark where it is not right, and says what they wish. */
    CheckIn confirmed(String remark, boolean menteeContinues) {
        CONFIRM.after(state());
        return with(checkIn -> checkIn.plan(agreed().remarked(remark)).menteeContinues(menteeContinues));
    }

    /** Whether the mentee has asked for a correction; it is asked for once. */
    boolean isCorrectionAsked() {
        return !agreed().menteeRemark().isEmpty();
    }

    CheckIn extended() {
        EXTEND.after(state());
        return end(Outcome.EXTENDED);
    }

    CheckIn changing() {
        CHANGE.after(state());
        return end(Outcome.CHANGE);
    }

    CheckIn noting(String dropReason) {
        SAY_WHY_NOT.after(state());
        return with(checkIn -> checkIn.dropReason(dropReason));
    }

    CheckIn dropped() {
        DROP.after(state());
        return end(Outcome.DROPPED);
    }

    /** At its end it is forgotten who wished what. */
    private CheckIn end(Outcome outcome) {
        return with(
                checkIn -> checkIn.mentorContinues(null).menteeContinues(null).outcome(outcome));
    }

    /** A mentor who was not there to be asked has not said no. */
    boolean bothContinue() {
        return !Boolean.FALSE.equals(mentorContinues) && Boolean.TRUE.equals(menteeContinues);
    }

    boolean isMeetingAhead(Instant now) {
        return meeting != null && meeting.startsAt().isAfter(now);
    }

    /** @throws NullPointerException when no meeting is arranged */
    CheckInMeeting arrangedMeeting() {
        return Objects.requireNonNull(meeting);
    }

    /** @throws NullPointerException when they have not met */
    CheckInPlan agreed() {
        return Objects.requireNonNull(plan);
    }
}
