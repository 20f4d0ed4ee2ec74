package org.reps.mentoring.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often people talk, as forms and the decision table {@code keep-in-touch-rhythm} write it. */
public enum Rhythm {
    EVERY_WEEK("every week", Period.ofWeeks(1)),
    EVERY_TWO_WEEKS("every two weeks", Period.ofWeeks(2)),
    EVERY_MONTH("every month", Period.ofMonths(1)),
    EVERY_TWO_MONTHS("every two months", Period.ofMonths(2)),
    EVERY_THREE_MONTHS("every three months", Period.ofMonths(3));

    private static final int DAYS_A_WEEK = 7;

    private final String words;
    private final Period period;

    Rhythm(String words, Period period) {
        this.words = words;
        this.period = period;
    }

    /** Empty for what nobody offers, such as words that came along from elsewhere, and where nothing was agreed. */
    public static Optional<Rhythm> of(@Nullable String words) {
        return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst();
    }

    public String words() {
        return words;
    }

    public Period period() {
        return period;
    }

    public boolean isWiderThan(Rhythm other) {
        return compareTo(other) > 0;
    }

    /**
     * How a calendar repeats what first happens on that day (RFC 5545): every so many weeks, or every so many months on
     * the same day of the week, such as the second Tuesday; of a fifth one it is the last, as many months have only
     * four.
     */
    public String rule(LocalDate first) {
        return period.getDays() > 0
                ? "FREQ=WEEKLY;INTERVAL=" + period.getDays() / DAYS_A_WEEK
                : "FREQ=MONTHLY;INTERVAL=" + period.getMonths() + ";BYDAY=" + turn(first)
                        + first.getDayOfWeek().name().substring(0, 2);
    }

    /** When it happens next after that moment, as {@link #rule} says. */
    public ZonedDateTime next(ZonedDateTime first, Instant after) {
        return Stream.iterate(0, times -> times + 1)
                .map(times -> occurrence(first, times))
                .filter(moment -> moment.toInstant().isAfter(after))
                .findFirst()
                .orElseThrow();
    }

    private ZonedDateTime occurrence(ZonedDateTime first, int times) {
        if (period.getDays() > 0) {
            return first.plusDays((long) times * period.getDays());
        }
        DayOfWeek day = first.getDayOfWeek();
        return first.withDayOfMonth(1)
                .plusMonths((long) times * period.getMonths())
                .with(TemporalAdjusters.dayOfWeekInMonth(turn(first.toLocalDate()), day));
    }

    /** Which of its kind a day is in its month, counted from the first; the fifth is the last, −1. */
    private static int turn(LocalDate day) {
        var turn = (day.getDayOfMonth() - 1) / DAYS_A_WEEK + 1;
        return turn > 4 ? -1 : turn;
    }
}
