package org.reps.mentoring.mentorship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mentor with one mentee, from its beginning to its end.
 *
 * @param id a random id, also the business key of processes about this mentorship
 * @param menteeId user id of the rep who is guided
 * @param mentorId user id of the rep who guides
 * @param runningMentee the mentee while the mentorship runs, null afterwards; unique in the database, so that nobody
 *     ever has two mentors
 * @param beganOn its first day
 * @param committedUntil the day on which the agreed time ends (SOP: changing your mentor)
 * @param extended how often the two have agreed on one more commitment
 * @param channel how the two keep in touch, in their own words
 * @param contactEvery how often they are in touch, e.g. {@code month}
 * @param endedOn its last day, null while it runs
 * @param endReason why it ended, in the words of the process that ended it
 * @param version null before it is saved for the first time
 */
public record Mentorship(
        @Id String id,
        String menteeId,
        String mentorId,
        @Nullable String runningMentee,
        LocalDate beganOn,
        LocalDate committedUntil,
        int extended,
        @Nullable String channel,
        @Nullable String contactEvery,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Version @Nullable Integer version) {

    static Mentorship begin(String id, String menteeId, String mentorId, LocalDate on, LocalDate committedUntil) {
        return new Mentorship(id, menteeId, mentorId, menteeId, on, committedUntil, 0, null, null, null, null, null);
    }

    public boolean isRunning() {
        return runningMentee != null;
    }

    Mentorship keepingInTouch(String channel, String contactEvery) {
        return new Mentorship(
                id,
                menteeId,
                mentorId,
                runningMentee,
                beganOn,
                committedUntil,
                extended,
                channel,
                contactEvery,
                endedOn,
                endReason,
                version);
    }

    Mentorship extendedUntil(LocalDate day) {
        return new Mentorship(
                id,
                menteeId,
                mentorId,
                runningMentee,
                beganOn,
                day,
                extended + 1,
                channel,
                contactEvery,
                endedOn,
                endReason,
                version);
    }

    Mentorship end(LocalDate on, String reason) {
        return new Mentorship(
                id,
                menteeId,
                mentorId,
                null,
                beganOn,
                committedUntil,
                extended,
                channel,
                contactEvery,
                on,
                reason,
                version);
    }
}
