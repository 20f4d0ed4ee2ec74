package org.reps.mentoring.absence;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * The time a mentor is away, from its announcement on.
 *
 * @param openMentor the mentor until the absence is over, null afterwards; unique in the database, so that nobody
 *     announces two at the same time
 * @param awayFrom first day
 * @param awayUntil last day
 * @param cover user id of the mentor who is there for the mentees meanwhile, once they have agreed
 * @param coverLost whether somebody had agreed to cover and cannot any more, and this has not been told yet
 * @param cannotCover user ids of those who were asked and said no, or cannot any more
 * @param message to the mentees, in the mentor's words; may be empty
 * @param menteesTold whether the mentees know of the absence
 * @param toldCover whom they were told to turn to; null for the contacts
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Absence(
        @Id String id,
        String mentorId,
        @Nullable String openMentor,
        LocalDate awayFrom,
        LocalDate awayUntil,
        @Nullable String cover,
        boolean coverLost,
        Set<String> cannotCover,
        String message,
        State state,
        boolean menteesTold,
        @Nullable String toldCover,
        LocalDate announcedOn,
        @Nullable LocalDate endedOn,
        @Version @Nullable Integer version)
        implements AbsenceBuilder.With {

    enum State {
        /** The mentor will be away, and can still call it off. */
        ANNOUNCED,
        /** The first day has come. */
        AWAY,
        /** The mentor is there again, as announced or earlier. */
        BACK,
        /** The mentor did not go away after all. */
        CALLED_OFF,
        /** The mentor has left the programme meanwhile, or was found to be inactive. */
        GONE
    }

    // --- what may follow what

    /** Also once more: the mentors' own record of it is kept up to date. */
    private static final Move<State> BEGIN = Move.to(State.AWAY, State.ANNOUNCED, State.AWAY);

    private static final Move<State> COVER = Move.within(State.ANNOUNCED, State.AWAY);
    private static final Move<State> TELL = Move.within(State.ANNOUNCED, State.AWAY);

    /**
     * Whoever moves to another time zone meanwhile can be away on a day that has not come yet, or the other way round.
     */
    private static final Move<State> CALL_OFF = Move.to(State.CALLED_OFF, State.ANNOUNCED, State.AWAY);

    private static final Move<State> COME_BACK = Move.to(State.BACK, State.ANNOUNCED, State.AWAY);
    private static final Move<State> GO = Move.to(State.GONE, State.ANNOUNCED, State.AWAY);

    // --- how it goes

    static Absence announced(String mentorId, LocalDate from, LocalDate until, String message, LocalDate on) {
        return AbsenceBuilder.builder()
                .id(UUID.randomUUID().toString())
                .mentorId(mentorId)
                .openMentor(mentorId)
                .awayFrom(from)
                .awayUntil(until)
                .cannotCover(Set.of())
                .message(message)
                .state(State.ANNOUNCED)
                .announcedOn(on)
                .build();
    }

    /**
     * Makes sure that a mentor can announce to be away on these days.
     *
     * @param theirToday the day it is where the mentor lives
     * @throws Refusal when the days make no sense
     */
    static void requirePossible(LocalDate from, LocalDate until, LocalDate theirToday) {
        Days.toCome("awayFrom", "Away from", from, theirToday);
        if (until.isBefore(from)) {
            throw Refusal.at("awayUntil", "Away until", "this is before the first day.");
        }
    }

    Absence begun() {
        return withState(BEGIN.after(state));
    }

    Absence coveredBy(String coverId) {
        var next = COVER.after(state);
        return with(it -> it.state(next).cover(coverId).coverLost(false));
    }

    /** Whoever was asked does not cover, or had agreed to and cannot any more. */
    Absence notCoveredBy(String mentorId) {
        var next = COVER.after(state);
        var lost = mentorId.equals(cover);
        var all = new HashSet<>(cannotCover);
        all.add(mentorId);
        return with(it -> it.state(next)
                .cover(lost ? null : cover)
                .coverLost(coverLost || lost)
                .cannotCover(all));
    }

    Absence lossTold() {
        TELL.after(state);
        return withCoverLost(false);
    }

    Absence told() {
        TELL.after(state);
        return with(it -> it.menteesTold(true).toldCover(cover));
    }

    Absence calledOff(LocalDate on) {
        return ended(CALL_OFF, on);
    }

    Absence back(LocalDate on) {
        return ended(COME_BACK, on);
    }

    /** The mentor is not away but gone. */
    Absence gone(LocalDate on) {
        return ended(GO, on);
    }

    private Absence ended(Move<State> end, LocalDate on) {
        var last = end.after(state);
        return with(it -> it.state(last).openMentor(null).endedOn(on));
    }

    // --- what is known of it

    boolean isOpen() {
        return state == State.ANNOUNCED || state == State.AWAY;
    }

    boolean isAway() {
        return state == State.AWAY;
    }

    /** Whether somebody had agreed to cover and cannot any more, and this is still to be told. */
    boolean isCoverLost() {
        return isOpen() && coverLost;
    }

    boolean isLongerThan(Period longest) {
        return !awayUntil.isBefore(awayFrom.plus(longest));
    }

    /** Whether the mentees were told something that is still right. */
    boolean isKnown() {
        return menteesTold && Objects.equals(toldCover, cover);
    }
}
