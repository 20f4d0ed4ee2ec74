package org.reps.mentoring.cockpit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Numbers in sentences. */
final class Words {

    private Words() {}

    /** Such as {@code "1 rep waits"} or {@code "5 reps wait"}. */
    static String number(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    static int days(LocalDate since, LocalDate today) {
        return Math.max(0, (int) ChronoUnit.DAYS.between(since, today));
    }

    /** Such as {@code "for 23 days"}. */
    static String howLong(int days) {
        return days == 0 ? "since today" : "for " + number(days, "day", "days");
    }
}
