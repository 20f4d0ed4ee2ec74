package org.reps.mentoring.training;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a contact decided about a training; it is never changed.
 *
 * @param place 1 for the first decision
 * @param text reference to a sealed text, which says why, or what the rep is told; may be empty
 */
record TrainingDecision(int place, Answer answer, String decidedBy, LocalDate decidedOn, String text) {

    enum Answer {
        /** The rep need not have been in the programme for so long. */
        WAIVE,
        /** The rep applies again when the time has come. */
        NOT_YET,
        /** A training that takes long goes on. */
        GO_ON,
        /** A training that takes long is closed. */
        CLOSE,
        /** The training is accepted. */
        ACCEPT,
        /** Something is missing. */
        MORE,
        /** The training is not accepted. */
        REFUSE,
        /** There is no on-boarding call. */
        DROP;

        /** @param text as the forms call it, e.g. {@code not-yet} */
        static Answer of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
