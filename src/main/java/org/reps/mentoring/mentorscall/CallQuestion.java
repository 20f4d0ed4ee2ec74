package org.reps.mentoring.mentorscall;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What somebody would like to talk about in a call of all mentors, or tell there.
 *
 * @param callId in which call its turn came; null as long as it waits for the next one
 * @param openKey who asks what, as long as it waits, and null afterwards; unique in the database, so that a button that
 *     is pressed twice makes no second one
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record CallQuestion(
        @Id String id,
        String authorId,
        String words,
        Instant askedAt,
        @Nullable String callId,
        @Nullable String openKey,
        @Version @Nullable Integer version)
        implements CallQuestionBuilder.With {

    static CallQuestion asked(String authorId, String words, Instant at) {
        return new CallQuestion(UUID.randomUUID().toString(), authorId, words, at, null, key(authorId, words), null);
    }

    /** It stands on the agenda of this call. */
    CallQuestion in(String callId) {
        return with(it -> it.callId(callId).openKey(null));
    }

    /** That call was not held, so it waits for the next one. */
    CallQuestion waiting() {
        // Meanwhile they may have asked the same again.
        return with(it -> it.callId(null).openKey(key(authorId, words + "\n" + id)));
    }

    private static String key(String authorId, String words) {
        return UUID.nameUUIDFromBytes((authorId + "\n" + words).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
