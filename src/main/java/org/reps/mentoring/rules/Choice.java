package org.reps.mentoring.rules;

import java.util.Arrays;

/**
 * One of the answers that a form offers. Whoever asks for one names all of them: a form that offers one more must not
 * be taken for one of the others.
 */
public final class Choice {

    private Choice() {}

    /**
     * Whether the answer is this one.
     *
     * @param others all other answers there are
     * @throws IllegalArgumentException when the answer is none of them
     */
    public static boolean is(String answer, String wanted, String... others) {
        if (answer.equals(wanted)) {
            return true;
        }
        if (Arrays.asList(others).contains(answer)) {
            return false;
        }
        throw unknown(answer);
    }

    /** What to throw at the end of a {@code switch} that knows all answers. */
    public static IllegalArgumentException unknown(String answer) {
        return new IllegalArgumentException("Nobody has said yet what follows from the answer \"" + answer + "\".");
    }
}
