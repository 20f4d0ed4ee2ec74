package org.reps.mentoring.rules;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.text.Wanted;

/**
 * The answer "no, because …" to something a person asked for. Nothing has been changed when it is thrown; its messages
 * are complete sentences for that person.
 */
public class Refusal extends RuntimeException {

    private final transient List<Fault> faults;

    public Refusal(String reason) {
        this(reason, List.of(new Fault(null, "", reason, null)));
    }

    /** A refusal with one sentence for each thing that is wrong. */
    public Refusal(List<String> reasons) {
        this(
                String.join(" ", reasons),
                reasons.stream()
                        .map(reason -> new Fault(null, "", reason, null))
                        .toList());
    }

    private Refusal(String message, List<Fault> faults) {
        super(message);
        this.faults = faults;
    }

    /** A refusal of several answers. */
    public static Refusal of(List<Fault> faults) {
        return new Refusal(faults.stream().map(Fault::inWords).collect(joining(" ")), faults);
    }

    /**
     * A refusal of the answer in one field.
     *
     * @param field key of the field, in whichever form it stands
     * @param label the field's, as the person reads it
     * @param sentence what is wrong with it, as it goes on after the label and a colon
     */
    public static Refusal at(String field, String label, String sentence) {
        return of(List.of(new Fault(field, label, sentence, null)));
    }

    /** As {@link #at(String, String, String)}, with a sentence that says itself which answer it is about. */
    public static Refusal at(String field, String sentence) {
        return at(field, "", sentence);
    }

    /** As {@link #at(String, String, String)}, in words of which the browser knows the reader's. */
    public static Refusal at(String field, String label, Wanted wanted) {
        return of(List.of(Fault.of(field, label, wanted)));
    }

    /** What is wrong, one by one. */
    public List<Fault> faults() {
        return faults;
    }

    /** What a log shows: the sentence alone. */
    @Override
    public String toString() {
        return Objects.requireNonNull(getMessage());
    }

    /**
     * One thing that is wrong.
     *
     * @param field key of the field in which it is; null when it is in none, or in several
     * @param label what stands before the sentence where it is read without the field; may be empty
     * @param sentence with a full stop
     * @param wanted what the sentence is made of, null where it stands in no list
     */
    public record Fault(
            @Nullable String field,
            String label,
            String sentence,
            @Nullable Wanted wanted) {

        public static Fault of(@Nullable String field, String label, Wanted wanted) {
            return new Fault(field, label, wanted.words() + ".", wanted);
        }

        private String inWords() {
            return label.isEmpty() ? sentence : label + ": " + sentence;
        }
    }
}
