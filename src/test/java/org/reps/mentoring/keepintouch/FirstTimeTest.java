package org.reps.mentoring.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When pairs are asked first of whom nothing was known, as when the programme moves in or is upgraded. */
class FirstTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Period MONTH = Period.ofMonths(1);

    private static LocalDate firstTime(String id, LocalDate since) {
        return KeepInTouch.found(id, since, TODAY, MONTH).nextOn();
    }

    @Test
    void pairs_that_are_together_for_long_are_spread_over_one_rhythm() {
        var days = IntStream.range(0, 300)
                .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})
                        .toString())
                .map(id -> firstTime(id, TODAY.minusYears(1)))
                .toList();

        assertThat(days).allMatch(day -> day.isAfter(TODAY) && !day.isAfter(TODAY.plus(MONTH)));
        assertThat(days.stream().distinct()).hasSize(30);
        assertThat(days.stream().filter(days.get(0)::equals)).hasSizeLessThan(30);
    }

    @Test
    void a_pair_has_the_same_day_however_often_it_is_reckoned() {
        assertThat(firstTime("a pair", TODAY.minusYears(1))).isEqualTo(firstTime("a pair", TODAY.minusYears(2)));
    }

    @Test
    void whoever_was_in_touch_lately_is_asked_one_rhythm_later() {
        assertThat(firstTime("a pair", TODAY.minusDays(10)))
                .isEqualTo(TODAY.minusDays(10).plus(MONTH));
        assertThat(firstTime("a pair", TODAY)).isEqualTo(TODAY.plus(MONTH));
    }
}
