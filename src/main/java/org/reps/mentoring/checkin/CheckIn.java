package org.reps.mentoring.checkin;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mentorship's check-in of one year.
 *
 * @param dueOn the anniversary of the commitment; once for each mentorship in the database
 * @param hostId user id of who holds the meeting: the mentor, or somebody who covers for them
 * @param notCome how often the mentee did not come
 * @param mentorContinues whether the mentor is glad to go on; forgotten as soon as it is decided
 * @param menteeContinues whether the mentee would like to go on; forgotten as soon as it is decided
 * @param outcome null while it runs
 * @param dropReason reference to the sealed text in which a contact says why it was dropped
 * @param version null before it is saved for the first time
 */
record CheckIn(
        @Id String id,
        String mentorshipId,
        LocalDate dueOn,
        String hostId,
        int notCome,
        @Nullable CheckInMeeting meeting,
        @Nullable CheckInPlan plan,
        @Nullable Boolean mentorContinues,
        @Nullable Boolean menteeContinues,
        @Nullable Outcome outcome,
        @Nullable String dropReason,
        @Version @Nullable Integer version) {

    enum Outcome {
        /** Both go on. */
        EXTENDED,
        /** A change of mentor was started, whoever wished it. */
        CHANGE,
        /** There was no meeting, or no mentorship any more. */
        DROPPED
    }

    static CheckIn due(String id, String mentorshipId, LocalDate dueOn, String mentorId) {
        return new CheckIn(id, mentorshipId, dueOn, mentorId, 0, null, null, null, null, null, null, null);
    }

    CheckIn arranged(Instant startsAt, String place) {
        return meeting(hostId, notCome, CheckInMeeting.at(startsAt, place, meeting));
    }

    CheckIn missedByMentee() {
        return meeting(hostId, notCome + 1, meeting);
    }

    /** Somebody else holds the meeting; what was arranged before no longer counts. */
    CheckIn heldBy(String hostId) {
        return meeting(hostId, notCome, null);
    }

    CheckIn planned(CheckInPlan plan) {
        return result(plan, mentorContinues, menteeContinues, outcome, dropReason);
    }

    CheckIn mentorContinues(boolean continues) {
        return result(plan, continues, menteeContinues, outcome, dropReason);
    }

    CheckIn menteeContinues(boolean continues) {
        return result(plan, mentorContinues, continues, outcome, dropReason);
    }

    CheckIn noting(String dropReason) {
        return result(plan, mentorContinues, menteeContinues, outcome, dropReason);
    }

    /** The check-in at its end, without who wished what. */
    CheckIn end(Outcome outcome) {
        return result(plan, null, null, outcome, dropReason);
    }

    /** A mentor who was not there to be asked has not said no. */
    boolean bothContinue() {
        return !Boolean.FALSE.equals(mentorContinues) && Boolean.TRUE.equals(menteeContinues);
    }

    boolean isMeetingAhead(Instant now) {
        return meeting != null && meeting.startsAt().isAfter(now);
    }

    private CheckIn meeting(String hostId, int notCome, @Nullable CheckInMeeting meeting) {
        return new CheckIn(
                id,
                mentorshipId,
                dueOn,
                hostId,
                notCome,
                meeting,
                plan,
                mentorContinues,
                menteeContinues,
                outcome,
                dropReason,
                version);
    }

    private CheckIn result(
            @Nullable CheckInPlan plan,
            @Nullable Boolean mentorContinues,
            @Nullable Boolean menteeContinues,
            @Nullable Outcome outcome,
            @Nullable String dropReason) {
        return new CheckIn(
                id,
                mentorshipId,
                dueOn,
                hostId,
                notCome,
                meeting,
                plan,
                mentorContinues,
                menteeContinues,
                outcome,
                dropReason,
                version);
    }
}
