package org.reps.mentoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;

class MeetingTimeTest {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void what_somebody_writes_down_is_meant_where_they_live() {
        assertThat(MeetingTime.of("call", "2027-03-13", "18:30", NEW_YORK, NOW)).isEqualTo("2027-03-13T23:30:00Z");
        assertThat(MeetingTime.of("call", "2027-03-15", "18:30", NEW_YORK, NOW)).isEqualTo("2027-03-15T22:30:00Z");
    }

    @Test
    void a_time_that_the_clocks_leave_out_does_not_exist() {
        assertThatThrownBy(() -> MeetingTime.of("call", "2027-03-14", "02:30", NEW_YORK, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("Time: the clocks go forward that day, and 02:30 does not exist in America/New_York."
                        + " Please choose another time.");
    }

    @Test
    void a_meeting_is_ahead() {
        assertThatThrownBy(() -> MeetingTime.of("call", "2027-03-01", "05:00", NEW_YORK, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("it is Monday, 1 March 2027, 05:00 (America/New_York) now");
        assertThat(MeetingTime.of("call", "2027-03-01", "05:01", NEW_YORK, NOW)).isAfter(NOW);
    }

    @Test
    void a_day_is_written_as_in_the_language_of_whoever_reads_it() {
        var moment = Instant.parse("2027-03-14T03:30:00Z");

        assertThat(MeetingTime.ofDay(moment, NEW_YORK, "en")).isEqualTo("13 March 2027, 22:30");
        assertThat(MeetingTime.ofDay(moment, NEW_YORK, "de")).isEqualTo("13. März 2027, 22:30");
        assertThat(MeetingTime.ofDay(moment, NEW_YORK, "es")).isEqualTo("13 de marzo de 2027, 22:30");
    }

    @Test
    void the_day_of_a_meeting_begins_at_midnight_where_somebody_lives() {
        var startsAt = Instant.parse("2027-03-14T03:30:00Z");

        assertThat(MeetingTime.dayOf(startsAt, NEW_YORK)).isEqualTo("2027-03-13T05:00:00Z");
        assertThat(MeetingTime.dayOf(startsAt, ZoneId.of("UTC"))).isEqualTo("2027-03-14T00:00:00Z");
    }
}
