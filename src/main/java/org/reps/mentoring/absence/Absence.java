package org.reps.mentoring.absence;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        @Version @Nullable Integer version) {

    enum State {
        ANNOUNCED,
        AWAY,
        BACK,
        CALLED_OFF,
        GONE
    }

    static Absence announced(String mentorId, LocalDate from, LocalDate until, String message, LocalDate on) {
        return new Absence(
                UUID.randomUUID().toString(),
                mentorId,
                mentorId,
                from,
                until,
                null,
                false,
                Set.of(),
                message,
                State.ANNOUNCED,
                false,
                null,
                on,
                null,
                null);
    }

    boolean isOpen() {
        return openMentor != null;
    }

    /** Whether there is a day of it among these. */
    boolean overlaps(LocalDate from, LocalDate until) {
        return !awayUntil.isBefore(from) && !awayFrom.isAfter(until);
    }

    boolean isLongerThan(Period longest) {
        return !awayUntil.isBefore(awayFrom.plus(longest));
    }

    /** Whether the mentees were told something that is still right. */
    boolean isKnown() {
        return menteesTold && Objects.equals(toldCover, cover);
    }

    Absence begun() {
        return with(cover, coverLost, cannotCover, State.AWAY, menteesTold, toldCover);
    }

    Absence coveredBy(String coverId) {
        return with(coverId, false, cannotCover, state, menteesTold, toldCover);
    }

    Absence notCoveredBy(String mentorId) {
        var more = new HashSet<>(cannotCover);
        more.add(mentorId);
        var lost = mentorId.equals(cover);
        return with(lost ? null : cover, coverLost || lost, more, state, menteesTold, toldCover);
    }

    Absence lossTold() {
        return with(cover, false, cannotCover, state, menteesTold, toldCover);
    }

    Absence told() {
        return with(cover, coverLost, cannotCover, state, true, cover);
    }

    /** The absence that is over, in one of the states in which it is. */
    Absence end(State how, LocalDate on) {
        return new Absence(
                id,
                mentorId,
                null,
                awayFrom,
                awayUntil,
                cover,
                coverLost,
                cannotCover,
                message,
                how,
                menteesTold,
                toldCover,
                announcedOn,
                on,
                version);
    }

    private Absence with(
            @Nullable String cover,
            boolean coverLost,
            Set<String> cannotCover,
            State state,
            boolean menteesTold,
            @Nullable String toldCover) {
        return new Absence(
                id,
                mentorId,
                openMentor,
                awayFrom,
                awayUntil,
                cover,
                coverLost,
                cannotCover,
                message,
                state,
                menteesTold,
                toldCover,
                announcedOn,
                endedOn,
                version);
    }
}
