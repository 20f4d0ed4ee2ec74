package org.reps.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WentLiveTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);

    @Test
    void a_programme_that_began_here_has_no_such_day() {
        var wentLive = new WentLive(" ");

        assertThat(wentLive.on()).isEmpty();
        assertThat(wentLive.notBefore(DAY)).isEqualTo(DAY);
        assertThat(wentLive.wasBefore(DAY)).isTrue();
        assertThat(wentLive.pleaseSet())
                .startsWith(
                        "Please set mentoring.programme.went-live-on (MENTORING_PROGRAMME_WENT_LIVE_ON), which is not set,");
    }

    @Test
    void what_was_before_it_does_not_count() {
        var wentLive = new WentLive("2027-01-15");

        assertThat(wentLive.on()).contains(DAY);
        assertThat(wentLive.notBefore(DAY.minusDays(1))).isEqualTo(DAY);
        assertThat(wentLive.notBefore(DAY.plusDays(1))).isEqualTo(DAY.plusDays(1));
        assertThat(wentLive.wasBefore(DAY.minusDays(1))).isFalse();
        assertThat(wentLive.wasBefore(DAY)).isTrue();
    }

    @Test
    void anything_else_stops_the_start_with_a_reason() {
        assertThatThrownBy(() -> new WentLive("15.1.2027"))
                .hasMessage("mentoring.programme.went-live-on must be a day like 2027-01-15, but is \"15.1.2027\"")
                .hasNoCause();
    }
}
