package org.reps.mentoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.rules.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final Instant NOW = Instant.parse("2026-12-09T22:30:00Z");

    private final JdbcTemplate database =
            new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));

    @BeforeEach
    void nobody_has_said_anything() {
        database.execute("create table time_zone_said (id varchar(64), time_zone varchar(64), place integer)");
    }

    @Test
    void what_has_happened_happened_today_or_before() {
        assertThat(Days.come("heldOn", "Held on", "2026-11-20", TODAY)).isEqualTo(TODAY);
        assertThat(Days.come("heldOn", "Held on", "2025-01-31", TODAY)).isEqualTo("2025-01-31");
        assertThatThrownBy(() -> Days.come("heldOn", "Held on", "2026-11-21", TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("Held on: this day is still to come.");
    }

    @Test
    void what_will_happen_happens_today_or_later() {
        assertThat(Days.toCome("awayFrom", "Away from", "2026-11-20", TODAY)).isEqualTo(TODAY);
        assertThat(Days.toCome("awayFrom", "Away from", "2027-01-31", TODAY)).isEqualTo("2027-01-31");
        assertThatThrownBy(() -> Days.toCome("awayFrom", "Away from", "2026-11-19", TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("Away from: please give today or a day that is still to come.");
    }

    /** It is half past ten in the evening of 9 December in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "UTC, Pacific/Auckland, 2026-12-09, 2026-12-10",
        "UTC, America/Los_Angeles, 2026-12-09, 2026-12-09",
        "Asia/Tokyo, America/Los_Angeles, 2026-12-10, 2026-12-09",
        "America/Los_Angeles, Asia/Tokyo, 2026-12-09, 2026-12-10"
    })
    void each_person_has_a_day_of_their_own_and_the_programme_that_of_its_round(
            ZoneId round, ZoneId person, LocalDate ofProgramme, LocalDate ofPerson) {
        database.update("insert into time_zone_said values ('kiri', ?, 1)", person.getId());
        var days = new Days(new TimeZones(JdbcClient.create(database), round), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(days.ofProgramme()).isEqualTo(ofProgramme);
        assertThat(days.ofProgramme(NOW)).isEqualTo(ofProgramme);
        assertThat(days.todayOf("kiri")).isEqualTo(ofPerson);
        assertThat(days.now().dayOf("kiri")).isEqualTo(ofPerson);
        assertThat(days.nowForMany().dayOf("kiri")).isEqualTo(ofPerson);
        assertThat(days.beginOf(ofPerson, "kiri"))
                .isEqualTo(ofPerson.atStartOfDay(person).toInstant());
        assertThat(days.dayOf("kiri", NOW.plus(Duration.ofDays(1)))).isEqualTo(ofPerson.plusDays(1));
        assertThat(days.todayOf("nobody")).as("who has said nothing").isEqualTo(ofProgramme);
        assertThat(days.nowForMany().dayOf("nobody")).isEqualTo(ofProgramme);
    }

    @Test
    void what_somebody_says_later_counts() {
        var zones = new TimeZones(JdbcClient.create(database), ZoneId.of("UTC"));
        database.update("insert into time_zone_said values ('kiri', 'Asia/Tokyo', 1), ('kiri', 'America/Lima', 2)");

        assertThat(zones.of("kiri").getId()).isEqualTo("America/Lima");
        assertThat(zones.said().get("kiri")).isEqualTo(zones.of("kiri"));

        database.update("insert into time_zone_said values ('kiri', '', 3), ('noor', '', 1)");
        assertThat(zones.of("kiri").getId()).isEqualTo("America/Lima");
        assertThat(zones.said("noor")).isEmpty();
        assertThat(zones.said()).containsOnlyKeys("kiri");
    }
}
