package org.reps.mentoring.text;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer may go.
 *
 * @param isLeast whether less is too little; otherwise more is too much
 * @param words what is said to whoever goes further, as a request
 */
public record Bound(boolean isLeast, String value, String words) {

    /**
     * How early and late a day may be, in the order in which it is told; the year always makes sense.
     *
     * @param latest how long after today it may lie at most; null where that does not matter
     */
    public static List<Bound> ofDay(boolean noPast, boolean noFuture, @Nullable Period latest, Clock clock) {
        var bounds = new ArrayList<Bound>();
        bounds.add(new Bound(true, "2000-01-01", "please check the year"));
        bounds.add(new Bound(false, "2200-12-31", "please check the year"));
        if (noPast) {
            // It is still that day somewhere on earth; where the person's own day matters, the process asks.
            var earliest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
            bounds.add(new Bound(true, earliest.toString(), "please give a date that is not in the past"));
        }
        // It is already that day somewhere on earth.
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        if (noFuture) {
            bounds.add(new Bound(false, today.toString(), "this day is still to come"));
        }
        if (latest != null) {
            bounds.add(new Bound(
                    false, today.plus(latest).toString(), "please choose a day in the next " + words(latest)));
        }
        return bounds;
    }

    /** How small and large a number may be; null where that does not matter. */
    public static List<Bound> ofNumber(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        var bounds = new ArrayList<Bound>();
        if (least != null) {
            bounds.add(new Bound(true, least.toPlainString(), "please give " + least + " or more"));
        }
        if (most != null) {
            bounds.add(new Bound(false, most.toPlainString(), "please give " + most + " or less"));
        }
        return bounds;
    }

    /** @param answer a number, or an ISO date */
    public boolean isPassedBy(Object answer) {
        var difference = answer instanceof Number number
                ? new BigDecimal(number.toString()).compareTo(new BigDecimal(value))
                : answer.toString().compareTo(value);
        return isLeast ? difference < 0 : difference > 0;
    }

    private static String words(Period time) {
        return Stream.of(words(time.getYears(), "year"), words(time.getMonths(), "month"), words(time.getDays(), "day"))
                .filter(not(String::isEmpty))
                .collect(joining(" and "));
    }

    private static String words(int number, String unit) {
        return number == 0 ? "" : number == 1 ? unit : number + " " + unit + "s";
    }
}
