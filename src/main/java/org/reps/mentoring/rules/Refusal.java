package org.reps.mentoring.rules;

import java.util.List;

/**
 * The answer "no, because …" to something a person asked for. Nothing has been changed when it is thrown; its messages
 * are complete sentences for that person.
 */
public class Refusal extends RuntimeException {

    private final List<String> reasons;

    public Refusal(String reason) {
        this(List.of(reason));
    }

    /** @param reasons one sentence for each thing that is wrong, at least one */
    public Refusal(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** One sentence for each thing that is wrong. */
    public List<String> reasons() {
        return reasons;
    }
}
