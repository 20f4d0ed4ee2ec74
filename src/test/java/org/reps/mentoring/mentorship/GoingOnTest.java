package org.reps.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.rules.UsualRules;

/** What two agree on when they go on counts from then on, however late it is, and ends on an anniversary. */
class GoingOnTest {

    private static final Period YEAR = Period.ofYears(1);

    @ParameterizedTest
    @CsvSource({
        // In time: as long again as before, whether the two have met before the day, on it or some months after it.
        "2026-01-10, 2027-01-10, 2026-12-11, 2028-01-10",
        "2026-01-10, 2027-01-10, 2027-01-10, 2028-01-10",
        "2026-01-10, 2027-01-10, 2027-06-30, 2028-01-10",
        // Half a year before the next anniversary, and a day less.
        "2026-01-10, 2027-01-10, 2027-07-10, 2028-01-10",
        "2026-01-10, 2027-01-10, 2027-07-11, 2029-01-10",
        // The first check-in was dropped, and the next meeting was after the anniversary.
        "2026-01-10, 2027-01-10, 2028-01-15, 2029-01-10",
        "2026-01-10, 2027-01-10, 2031-03-01, 2032-01-10",
        // 29 February comes back in leap years.
        "2024-02-29, 2025-02-28, 2025-02-01, 2026-02-28",
        "2024-02-29, 2027-02-28, 2027-02-01, 2028-02-29",
        "2024-02-29, 2025-02-28, 2027-06-01, 2028-02-29",
        "2024-02-29, 2028-02-29, 2028-02-29, 2029-02-28",
        // The last day of a month.
        "2026-08-31, 2027-08-31, 2027-08-31, 2028-08-31"
    })
    void it_is_until_an_anniversary_that_is_not_near(
            LocalDate beganOn, LocalDate committedUntil, LocalDate today, LocalDate until) {
        var mentorship = Mentorship.begin("m1", "rumi", "mateo", beganOn, committedUntil);

        assertThat(mentorship.extended(today, YEAR, Period.ofMonths(6)).committedUntil())
                .isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "P1Y, P6M",
        "P2Y, P1Y",
        "P6M, P3M",
        "P3M, P1M15D",
        "P1M, P15D",
        "P18M, P9M",
        "P15M, P7M15D",
        "P90D, P45D",
        "P1Y15D, P6M7D"
    })
    void however_late_they_agree_half_a_commitment_lies_ahead(Period commitment, Period half) {
        var atLeast = UsualRules.with("commitment", commitment.toString()).shortestRenewal();
        var random = new Random(29022024);
        for (var pair = 0; pair < 500; pair++) {
            var beganOn = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(4 * 365 + 1));
            var anniversaries = IntStream.rangeClosed(1, 200)
                    .mapToObj(number -> beganOn.plus(commitment.multipliedBy(number)))
                    .toList();
            var mentorship = Mentorship.begin("m1", "rumi", "mateo", beganOn, anniversaries.get(0));
            for (var time = 0; time < 6; time++) {
                var before = mentorship.committedUntil();
                // In time, after a long delay, or after check-ins that were dropped.
                var late = Stream.of(-random.nextInt(30), random.nextInt(250), random.nextInt(1200))
                        .skip(random.nextInt(3))
                        .findFirst()
                        .orElseThrow();
                var today = before.plusDays(late).isBefore(beganOn) ? beganOn : before.plusDays(late);

                mentorship = mentorship.extended(today, commitment, atLeast);

                var until = mentorship.committedUntil();
                var told = "begun %s, until %s, agreed %s: until %s".formatted(beganOn, before, today, until);
                assertThat(anniversaries).as(told).contains(until);
                assertThat(until).as(told).isAfter(before).isAfterOrEqualTo(today.plus(half));
                var sooner = anniversaries.indexOf(until) - 1;
                assertThat(sooner < 0
                                || !anniversaries.get(sooner).isAfter(before)
                                || anniversaries.get(sooner).isBefore(today.plus(atLeast)))
                        .as("no longer than needed, " + told)
                        .isTrue();
            }
        }
    }
}
