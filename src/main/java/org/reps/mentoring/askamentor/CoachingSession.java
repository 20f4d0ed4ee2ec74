package org.reps.mentoring.askamentor;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One session that a rep asks for, and what became of it. What exactly is asked stands in its case, and is forgotten
 * with it.
 *
 * @param skill what it is about, in the words of the forms
 * @param byName whether one mentor was asked; otherwise whoever can
 * @param mentorId who is asked by name, has proposed a time, or gives it; null as long as nobody is
 * @param meeting when and where, as proposed or arranged; null before
 * @param askedOn the day it was where the rep lives
 * @param workedOn what both read afterwards; like {@code whatNext} empty as long as nobody has written it
 * @param declined who has said no to it, or nothing
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record CoachingSession(
        @Id String id,
        String askerId,
        String skill,
        boolean byName,
        @Nullable String mentorId,
        State state,
        @Embedded.Nullable @Nullable Meeting meeting,
        LocalDate askedOn,
        String workedOn,
        String whatNext,
        Set<DeclinedSession> declined,
        @Version @Nullable Integer version)
        implements CoachingSessionBuilder.With {

    enum State {
        /** A mentor is asked, or several are. */
        ASKED,
        /** A mentor has proposed a time. */
        PROPOSED,
        /** Both have agreed to it, also when it is over and nobody has said how it was. */
        ARRANGED,
        HELD,
        /** It does not take place. */
        OFF
    }

    static final Set<State> OPEN = Set.of(State.ASKED, State.PROPOSED);

    static final Move<State> PROPOSE = Move.to(State.PROPOSED, State.ASKED, State.PROPOSED);
    static final Move<State> DECLINE = Move.to(State.ASKED, State.ASKED, State.PROPOSED);
    static final Move<State> AGREE = Move.to(State.ARRANGED, State.PROPOSED);
    static final Move<State> ALTER = Move.within(State.ARRANGED);
    static final Move<State> HOLD = Move.to(State.HELD, State.ARRANGED);

    /**
     * @param uid the id under which calendars know it
     * @param sequence how often it was moved after it was arranged
     */
    record Meeting(String uid, int sequence, Instant startsAt, String place) {}

    /** @param mentorId null where whoever can is asked */
    static CoachingSession asked(String askerId, String skill, @Nullable String mentorId, LocalDate on) {
        return new CoachingSession(
                UUID.randomUUID().toString(),
                askerId,
                skill,
                mentorId != null,
                mentorId,
                State.ASKED,
                null,
                on,
                "",
                "",
                Set.of(),
                null);
    }

    /** A mentor has time then, in place of what they have proposed before. */
    CoachingSession proposed(String mentorId, Instant startsAt, String place) {
        var next = new Meeting(UUID.randomUUID().toString(), 0, startsAt, place);
        return with(it -> it.state(PROPOSE.after(state())).mentorId(mentorId).meeting(next));
    }

    /** This mentor has no time, or has not answered. */
    CoachingSession declinedBy(String mentorId, LocalDate on) {
        var all = new HashSet<>(declined);
        all.add(new DeclinedSession(mentorId, on));
        return with(it ->
                it.state(DECLINE.after(state())).mentorId(null).meeting(null).declined(all));
    }

    /** @throws Refusal when the time that was proposed is over by now */
    CoachingSession agreed(Instant now) {
        if (!plannedMeeting().startsAt().isAfter(now)) {
            throw Refusal.at(
                    "timeAnswer", "Does the time suit you?", "this time is over. Please say what would suit you now.");
        }
        return withState(AGREE.after(state()));
    }

    /**
     * Moves the session that somebody has before their eyes.
     *
     * @param timesMoved how often it had been moved when they looked at it
     */
    CoachingSession moved(int timesMoved, Instant startsAt, String place) {
        requireUnmoved(timesMoved);
        ALTER.after(state());
        var before = plannedMeeting();
        return withMeeting(new Meeting(before.uid(), before.sequence() + 1, startsAt, place));
    }

    /** @throws AnsweredAlready when it was moved since they looked at it */
    void requireUnmoved(int timesMoved) {
        if (plannedMeeting().sequence() != timesMoved) {
            throw new AnsweredAlready(
                    "This session was moved a moment ago." + " Please look at your mails and refresh your task list.");
        }
    }

    CoachingSession held(String workedOn, String whatNext) {
        return with(it -> it.state(HOLD.after(state())).workedOn(workedOn).whatNext(whatNext));
    }

    /** It does not take place; one that was held stays as it is. */
    CoachingSession off() {
        return state == State.HELD || state == State.OFF ? this : withState(State.OFF);
    }

    boolean isArrangedAfter(Instant now) {
        return state == State.ARRANGED && plannedMeeting().startsAt().isAfter(now);
    }

    /** As it stands in the calendar of the one who meets this other one, or disappears from it. */
    Invitation invitation(String other, boolean isCancelled) {
        var planned = plannedMeeting();
        return new Invitation(
                planned.uid(),
                isCancelled ? planned.sequence() + 1 : planned.sequence(),
                planned.startsAt(),
                "Session with " + other,
                planned.place(),
                isCancelled);
    }

    /** @throws NullPointerException when no time was proposed */
    Meeting plannedMeeting() {
        return Objects.requireNonNull(meeting);
    }

    /** @throws NullPointerException when there is no mentor yet */
    String mentor() {
        return Objects.requireNonNull(mentorId);
    }

    /** User id of the one of the two who is not this one. */
    String otherThan(String userId) {
        return userId.equals(askerId) ? mentor() : askerId;
    }
}
