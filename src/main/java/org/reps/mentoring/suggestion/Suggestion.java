package org.reps.mentoring.suggestion;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What somebody would like to be better.
 *
 * @param named whether everybody may read whose it is; the council does in any case
 * @param process key of the process it is about; null where it is about none that was chosen
 * @param step id of the step in it; null like the process
 * @param processName what the process was called when it was suggested, in English; diagrams change
 * @param stepName the same of the step
 * @param aboutWhat what it is about, in their own words; may be empty
 * @param openKey who suggests what, as long as nobody has answered, null afterwards; unique in the database, so that a
 *     button that is pressed twice makes no second one
 * @param answer what everybody reads; where it is hidden, only whoever suggested it; may be empty
 * @param answeredBy user id; null as long as nobody has answered
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Suggestion(
        @Id String id,
        String authorId,
        boolean named,
        @Nullable String process,
        @Nullable String step,
        @Nullable String processName,
        @Nullable String stepName,
        String aboutWhat,
        String words,
        Instant suggestedAt,
        State state,
        @Nullable String openKey,
        String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Version @Nullable Integer version)
        implements SuggestionBuilder.With {

    enum State {
        /** Nobody has answered yet. */
        OPEN,
        TAKEN_UP,
        /** A good thought, and not now. */
        LATER,
        NOT_TAKEN_UP,
        /** Its words would hurt somebody, so only whoever wrote them reads them. */
        HIDDEN
    }

    static Suggestion made(String authorId, boolean named, String aboutWhat, String words, Instant at) {
        return new Suggestion(
                UUID.randomUUID().toString(),
                authorId,
                named,
                null,
                null,
                null,
                null,
                aboutWhat,
                words,
                at,
                State.OPEN,
                UUID.nameUUIDFromBytes((authorId + "\n" + aboutWhat + "\n" + words).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                "",
                null,
                null,
                null);
    }

    /** @param processName in English, as it is called now; like the name of the step */
    Suggestion about(String process, String step, String processName, String stepName) {
        return with(
                it -> it.process(process).step(step).processName(processName).stepName(stepName));
    }

    Suggestion answered(State outcome, String words, String by, Instant at) {
        var next = Move.to(outcome, State.OPEN).after(state);
        return with(
                it -> it.state(next).openKey(null).answer(words).answeredBy(by).answeredAt(at));
    }

    boolean isOpen() {
        return state == State.OPEN;
    }
}
