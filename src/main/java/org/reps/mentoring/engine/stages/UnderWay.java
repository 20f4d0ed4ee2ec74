package org.reps.mentoring.engine.stages;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case as one of those sees it on whose page it stands.
 *
 * @param caseId the process instance it began with
 * @param process key of its process
 * @param name what the diagram is called
 * @param own whether it is theirs, and not one of a pair in which they are one of the two
 * @param subject business key
 * @param stages in their order; empty where the diagram it began with says none
 * @param awaited whose answer it waits for, what is due first at the top; only where it is their own
 * @param instances the process instances of all it consists of
 */
public record UnderWay(
        String caseId,
        String process,
        String name,
        boolean own,
        String subject,
        Instant since,
        List<Stage> stages,
        List<Awaited> awaited,
        Set<String> instances) {

    /** How far a case is. */
    public enum State {
        DONE,
        NOW,
        AHEAD
    }

    /** A part of the way, in the words of the diagram. */
    public record Stage(String name, State state) {

        /** @param inWords says a name of a diagram in the language of whoever reads it */
        public Stage said(UnaryOperator<String> inWords) {
            return new Stage(inWords.apply(name), state);
        }
    }

    /**
     * Somebody whose answer is awaited.
     *
     * @param userId whose name may be told; null where it may not
     * @param due until when; null where there is no such day
     */
    public record Awaited(
            Who who, @Nullable String userId, @Nullable Instant due) {}
}
