package org.reps.mentoring.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;

class EngineClockTest {

    @AfterEach
    void timeGoesOn() {
        Today.goOn();
    }

    @Test
    void a_day_begins_at_ten_in_the_morning() {
        var clock = EngineClock.startingAt("2027-12-31");
        clock.goOn();

        assertThat(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()).isEqualTo("2027-12-31");
        assertThat(clock.instant().atOffset(ZoneOffset.UTC).getHour()).isEqualTo(10);
        assertThat(LocalDate.now(clock)).isEqualTo("2027-12-31");
    }

    @Test
    void an_instant_may_be_another_day_for_a_person() {
        var clock = EngineClock.startingAt("2027-12-31T23:10:00Z");
        clock.goOn();

        assertThat(LocalDate.now(clock)).isEqualTo("2027-12-31");
        assertThat(LocalDate.now(clock.withZone(ZoneId.of("Europe/Berlin")))).isEqualTo("2028-01-01");
    }

    @Test
    void what_is_neither_is_refused_in_plain_words() {
        assertThatThrownBy(() -> EngineClock.startingAt("next Friday"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a day such as 2027-12-31")
                .hasMessageContaining("\"next Friday\" is neither");
    }
}
