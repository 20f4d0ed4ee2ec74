package org.reps.mentoring.resignation;

import static java.util.stream.Collectors.toCollection;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mentor's way out of the programme as a mentor.
 *
 * @param openMentor the mentor while the resignation is open, null afterwards; unique in the database, so that nobody
 *     resigns twice at the same time
 * @param lastDay the last day as a mentor; null as long as the mentor has not said it
 * @param reason reference to the sealed reason; may be empty
 * @param message what the mentor writes to their mentees; may be empty
 * @param acknowledgedBy user id of the contact
 * @param recommendations at most one for each mentee
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Resignation(
        @Id String id,
        String mentorId,
        @Nullable String openMentor,
        @Nullable LocalDate lastDay,
        String reason,
        String message,
        State state,
        LocalDate beganOn,
        @Nullable String acknowledgedBy,
        @Nullable LocalDate acknowledgedOn,
        @Nullable LocalDate endedOn,
        Set<Recommendation> recommendations,
        @Version @Nullable Integer version)
        implements ResignationBuilder.With {

    enum State {
        /** The mentor can still take it back. */
        HANDED_IN,
        /** A contact has accepted it; the mentor gets no new mentees. */
        ACKNOWLEDGED,
        /** The mentor stays. */
        WITHDRAWN,
        /** The mentor has left with thanks. */
        RETIRED
    }

    // --- what may follow what

    private static final Move<State> SAY = Move.within(State.HANDED_IN);
    private static final Move<State> RECOMMEND = Move.within(State.HANDED_IN);
    private static final Move<State> ACKNOWLEDGE = Move.to(State.ACKNOWLEDGED, State.HANDED_IN);
    private static final Move<State> WITHDRAW = Move.to(State.WITHDRAWN, State.HANDED_IN);
    private static final Move<State> DROP = Move.to(State.WITHDRAWN, State.HANDED_IN, State.ACKNOWLEDGED);
    private static final Move<State> RETIRE = Move.to(State.RETIRED, State.ACKNOWLEDGED);

    // --- how it goes

    static Resignation begin(String mentorId, LocalDate on) {
        return ResignationBuilder.builder()
                .id(UUID.randomUUID().toString())
                .mentorId(mentorId)
                .openMentor(mentorId)
                .reason("")
                .message("")
                .state(State.HANDED_IN)
                .beganOn(on)
                .recommendations(Set.of())
                .build();
    }

    /**
     * What the mentor says of it.
     *
     * @param reason reference to a sealed text
     * @param theirToday the day it is where the mentor lives
     * @throws Refusal when the day is over, or it is too late to say it
     */
    Resignation saying(LocalDate lastDay, String reason, String message, LocalDate theirToday) {
        var next = after(SAY);
        Days.toCome("lastDay", "Your last day", lastDay, theirToday);
        return with(it -> it.state(next).lastDay(lastDay).reason(reason).message(message));
    }

    /** The resignation with the same recommendation for several mentees, in place of earlier ones. */
    Resignation recommending(Collection<String> menteeIds, @Nullable String successorId, String whyNobody) {
        var next = after(RECOMMEND);
        var all = recommendations.stream()
                .filter(recommendation -> !menteeIds.contains(recommendation.menteeId()))
                .collect(toCollection(HashSet::new));
        menteeIds.forEach(menteeId -> all.add(new Recommendation(menteeId, successorId, whyNobody)));
        return with(it -> it.state(next).recommendations(all));
    }

    Resignation acknowledged(String contactId, LocalDate on) {
        var next = after(ACKNOWLEDGE);
        return with(it -> it.state(next).acknowledgedBy(contactId).acknowledgedOn(on));
    }

    /** The mentor stays. */
    Resignation withdrawn(LocalDate on) {
        return ended(after(WITHDRAW), on);
    }

    /** The mentor stays, whatever a contact has said to it. */
    Resignation dropped(LocalDate on) {
        return ended(after(DROP), on).with(it -> it.acknowledgedBy(null).acknowledgedOn(null));
    }

    /** The mentor has left. */
    Resignation retired(LocalDate on) {
        return ended(after(RETIRE), on);
    }

    private Resignation ended(State last, LocalDate on) {
        return with(it -> it.state(last).openMentor(null).endedOn(on));
    }

    /** Of a withdrawal and an acknowledgement at the same moment exactly one wins, and the other is told. */
    private State after(Move<State> move) {
        if (move.from().contains(state)) {
            return move.after(state);
        }
        throw new AnsweredAlready(
                state == State.WITHDRAWN
                        ? "This resignation was withdrawn a moment ago. Please refresh your task list."
                        : "This resignation was acknowledged a moment ago. Please refresh your task list; if something"
                                + " should change, a contact gladly talks about it.");
    }

    /** @throws AnsweredAlready when it is too late to say or decide anything */
    void requireHandedIn() {
        after(SAY);
    }

    // --- what is known of it

    boolean isHandedIn() {
        return state == State.HANDED_IN;
    }

    boolean isAcknowledged() {
        return state == State.ACKNOWLEDGED;
    }

    /** The last day, where it is known that it was said. */
    LocalDate saidLastDay() {
        return Objects.requireNonNull(lastDay);
    }

    Optional<Recommendation> recommendationFor(String menteeId) {
        return recommendations.stream()
                .filter(recommendation -> recommendation.menteeId().equals(menteeId))
                .findFirst();
    }

    /** Those of the mentees for whom the mentor has neither recommended somebody nor said why not. */
    List<String> withoutRecommendation(Collection<String> menteeIds) {
        return menteeIds.stream()
                .filter(menteeId -> recommendationFor(menteeId).isEmpty())
                .sorted()
                .toList();
    }

    /** How many mentees this mentor is recommended for. */
    int recommended(String successorId) {
        return (int) recommendations.stream()
                .filter(recommendation -> successorId.equals(recommendation.successorId()))
                .count();
    }

    /** Under which its texts are sealed. */
    String owner() {
        return "resignation:" + id;
    }
}
