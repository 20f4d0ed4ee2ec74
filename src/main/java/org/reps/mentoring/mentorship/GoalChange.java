package org.reps.mentoring.mentorship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What one of two people did to a goal of theirs, or to a point of their plan; it is kept as it was.
 *
 * @param goalId the goal's
 * @param plan id of the yearly meeting in whose plan it is a point; null for a goal
 * @param number which of its changes it is, from 1 on; unique in the database
 * @param words the goal in the words of whoever wrote it or changed its words; empty otherwise, and when they are
 *     erased
 * @param changedBy user id
 * @param version null before it is saved
 */
public record GoalChange(
        @Id String id,
        String goalId,
        String mentorshipId,
        @Nullable String plan,
        int number,
        Kind kind,
        String words,
        String changedBy,
        Instant changedAt,
        @Version @Nullable Integer version) {

    /** What can be done to a goal. */
    public enum Kind {
        WRITTEN,
        REWORDED,
        REACHED,
        /** It was reached or dropped, and is a goal again. */
        TAKEN_UP,
        DROPPED
    }
}
