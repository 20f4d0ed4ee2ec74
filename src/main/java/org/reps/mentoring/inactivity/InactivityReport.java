package org.reps.mentoring.inactivity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** Somebody or something has noticed that a mentor does not answer. By whom is not kept. */
record InactivityReport(String id, Source source, LocalDate reportedOn) {

    enum Source {
        REP,
        CONTACT,
        ROUND,
        CHECK_IN;

        /** @param text as processes call it, e.g. {@code check-in} */
        static Source of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static InactivityReport of(Source source, LocalDate on) {
        return new InactivityReport(UUID.randomUUID().toString(), source, on);
    }
}
