package org.reps.mentoring.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * That somebody in the council has read what was written in an answer; not what.
 *
 * @param feedbackId id of the {@link Feedback}
 * @param readerId their user id
 * @param version null before it is saved for the first time
 */
record FeedbackReading(
        @Id String id,
        String feedbackId,
        String readerId,
        Instant readAt,
        @Version @Nullable Integer version) {

    static FeedbackReading now(String feedbackId, String readerId, Instant readAt) {
        return new FeedbackReading(UUID.randomUUID().toString(), feedbackId, readerId, readAt, null);
    }
}
