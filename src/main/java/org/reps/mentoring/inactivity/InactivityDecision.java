package org.reps.mentoring.inactivity;

import java.time.LocalDate;
import java.util.Locale;

/** What one council member decided about a silent mentor. */
record InactivityDecision(int round, String memberId, Answer answer, LocalDate decidedOn) {

    enum Answer {
        INACTIVE,
        MORE_TIME,
        ACTIVE;

        /** @param text as the form calls it, e.g. {@code more-time} */
        static Answer of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
