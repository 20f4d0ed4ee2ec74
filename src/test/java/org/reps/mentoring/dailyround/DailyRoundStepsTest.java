package org.reps.mentoring.dailyround;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyRoundStepsTest {

    @ParameterizedTest
    @CsvSource({
        // Before it is time, at the time itself, and after it.
        "2026-11-20T04:59:59Z, R/2026-11-20T05:00:00Z/P1D",
        "2026-11-20T05:00:00Z, R/2026-11-21T05:00:00Z/P1D",
        "2026-11-20T17:00:00Z, R/2026-11-21T05:00:00Z/P1D",
        // The clocks change in the night from 24 to 25 October 2026, and from 27 to 28 March 2027.
        "2026-10-24T04:00:00Z, R/2026-10-25T05:00:00Z/P1D",
        "2027-03-27T05:00:00Z, R/2027-03-28T04:00:00Z/P1D"
    })
    void the_next_round_is_at_six_where_the_programme_lives(Instant now, String cycle) {
        var round =
                new DailyRoundSteps(LocalTime.of(6, 0), ZoneId.of("Europe/Paris"), Clock.fixed(now, ZoneId.of("UTC")));

        assertThat(round.cycle()).isEqualTo(cycle);
    }
}
