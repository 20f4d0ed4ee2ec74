package org.reps.mentoring.mentorchange;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One decision about a change of mentor, as it was made: it is never changed or deleted.
 *
 * @param place 1 for the first decision about a request
 * @param route the way it came about ({@code agreement}, {@code council}, {@code override} or {@code direct})
 * @param decidedBy user id of who decided; null when nobody had to
 * @param reason reference to the sealed text that says why, for contacts only; may be empty
 * @param told what each party is told because of it
 */
record ChangeDecision(
        @Id String id,
        String requestId,
        int place,
        String mentorshipId,
        String route,
        Outcome outcome,
        @Nullable String decidedBy,
        Instant decidedAt,
        String reason,
        Set<ChangeTold> told) {

    enum Outcome {
        /** The rep gets another mentor; one of several votes, where more than one person has to agree. */
        CHANGE,
        /** Mentor and mentee stay together and talk first. */
        KEEP,
        /** The rep does not get another mentor. */
        REFUSE
    }
}
