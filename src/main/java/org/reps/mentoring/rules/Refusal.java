package org.reps.mentoring.rules;

import java.util.List;
import java.util.Objects;

/**
 * The answer "no, because …" to something a person asked for. Nothing has been changed when it is thrown; its messages
 * are complete sentences for that person.
 */
public class Refusal extends RuntimeException {

    public Refusal(String reason) {
        super(reason);
    }

    /** A refusal with one sentence for each thing that is wrong. */
    public Refusal(List<String> reasons) {
        super(String.join(" ", reasons));
    }

    /** What a log shows: the sentence alone. */
    @Override
    public String toString() {
        return Objects.requireNonNull(getMessage());
    }
}
