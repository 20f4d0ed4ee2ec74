package org.reps.mentoring.text;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer may go.
 *
 * @param isLeast whether less is too little; otherwise more is too much
 * @param wanted what is said to whoever goes further
 */
public record Bound(boolean isLeast, String value, Wanted wanted) {

    /**
     * How early and late a day may be, in the order in which it is told; the year always makes sense.
     *
     * @param latest how long after today it may lie at most; null where that does not matter
     */
    public static List<Bound> ofDay(boolean noPast, boolean noFuture, @Nullable Period latest, Clock clock) {
        var bounds = new ArrayList<Bound>();
        bounds.add(new Bound(true, "2000-01-01", Wanted.of("year")));
        bounds.add(new Bound(false, "2200-12-31", Wanted.of("year")));
        if (noPast) {
            // It is still that day somewhere on earth; where the person's own day matters, the process asks.
            var earliest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
            bounds.add(new Bound(true, earliest.toString(), Wanted.of("notPast")));
        }
        // It is already that day somewhere on earth.
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        if (noFuture) {
            bounds.add(new Bound(false, today.toString(), Wanted.of("notFuture")));
        }
        if (latest != null) {
            bounds.add(new Bound(false, today.plus(latest).toString(), within(latest)));
        }
        return bounds;
    }

    /** How small and large a number may be; null where that does not matter. */
    public static List<Bound> ofNumber(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        var bounds = new ArrayList<Bound>();
        if (least != null) {
            bounds.add(new Bound(true, least.toPlainString(), Wanted.of("least", least)));
        }
        if (most != null) {
            bounds.add(new Bound(false, most.toPlainString(), Wanted.of("most", most)));
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

    /** Such a time has one unit. */
    private static Wanted within(Period time) {
        var number = time.getYears() + time.getMonths() + time.getDays();
        var unit = time.getYears() > 0 ? "Y" : time.getMonths() > 0 ? "M" : "D";
        return number == 1 ? Wanted.of("latest1" + unit) : Wanted.of("latest" + unit, number);
    }
}
