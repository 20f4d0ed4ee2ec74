package org.reps.mentoring.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Numbers in sentences. */
public final class Words {

    private Words() {}

    /** Such as {@code "1 rep waits"} or {@code "5 reps wait"}. */
    public static String number(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** How many days have passed since then; none if it is still ahead. */
    public static int days(LocalDate since, LocalDate today) {
        return Math.max(0, (int) ChronoUnit.DAYS.between(since, today));
    }

    /** Such as {@code "for 23 days"}. */
    public static String howLong(int days) {
        return days == 0 ? "since today" : "for " + number(days, "day", "days");
    }
}
