package org.reps.mentoring.resignation;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        @Version @Nullable Integer version) {

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

    static Resignation begin(String mentorId, LocalDate on) {
        return new Resignation(
                UUID.randomUUID().toString(),
                mentorId,
                mentorId,
                null,
                "",
                "",
                State.HANDED_IN,
                on,
                null,
                null,
                null,
                Set.of(),
                null);
    }

    boolean isHandedIn() {
        return state == State.HANDED_IN;
    }

    boolean isAcknowledged() {
        return state == State.ACKNOWLEDGED;
    }

    Resignation saying(LocalDate lastDay, String reason, String message) {
        return with(lastDay, reason, message, recommendations);
    }

    /** The resignation with the same recommendation for several mentees, in place of earlier ones. */
    Resignation recommending(Collection<String> menteeIds, @Nullable String successorId, String whyNobody) {
        var more = recommendations.stream()
                .filter(recommendation -> !menteeIds.contains(recommendation.menteeId()))
                .collect(toCollection(HashSet::new));
        menteeIds.forEach(menteeId -> more.add(new Recommendation(menteeId, successorId, whyNobody)));
        return with(lastDay, reason, message, more);
    }

    Optional<Recommendation> recommendationFor(String menteeId) {
        return recommendations.stream()
                .filter(recommendation -> recommendation.menteeId().equals(menteeId))
                .findFirst();
    }

    /** How many mentees this mentor is recommended for. */
    int recommended(String successorId) {
        return (int) recommendations.stream()
                .filter(recommendation -> successorId.equals(recommendation.successorId()))
                .count();
    }

    Resignation acknowledged(String contactId, LocalDate on) {
        return in(State.ACKNOWLEDGED, openMentor, contactId, on, null);
    }

    /** The mentor stays, whatever a contact has said to it. */
    Resignation dropped(LocalDate on) {
        return in(State.WITHDRAWN, null, null, null, on);
    }

    Resignation end(State last, LocalDate on) {
        return in(last, null, acknowledgedBy, acknowledgedOn, on);
    }

    private Resignation with(
            @Nullable LocalDate lastDay, String reason, String message, Set<Recommendation> recommendations) {
        return new Resignation(
                id,
                mentorId,
                openMentor,
                lastDay,
                reason,
                message,
                state,
                beganOn,
                acknowledgedBy,
                acknowledgedOn,
                endedOn,
                recommendations,
                version);
    }

    private Resignation in(
            State next,
            @Nullable String stillOpen,
            @Nullable String contactId,
            @Nullable LocalDate acknowledgedOn,
            @Nullable LocalDate endedOn) {
        return new Resignation(
                id,
                mentorId,
                stillOpen,
                lastDay,
                reason,
                message,
                next,
                beganOn,
                contactId,
                acknowledgedOn,
                endedOn,
                recommendations,
                version);
    }
}
