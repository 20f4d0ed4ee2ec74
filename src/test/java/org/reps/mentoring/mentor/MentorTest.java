package org.reps.mentoring.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.mentor.Mentor.Absence;
import org.reps.mentoring.mentor.Mentor.Status;

class MentorTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 28);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private final Mentor mateo = Mentor.registered("mateo", 5, Set.of("Coaching"), Set.of("es"), "America/Lima");

    @Test
    void a_new_mentor_takes_mentees_at_once() {
        assertThat(mateo.takesMenteesOn(FIRST)).isTrue();
        assertThat(mateo.isActiveOn(FIRST)).isTrue();
        assertThat(mateo.isAwayOn(FIRST)).isFalse();
        assertThat(mateo.isResigning()).isFalse();
    }

    /** Whatever asks for it: the profile, or that it is too much. */
    @Test
    void a_mentor_says_how_many_mentees_they_would_like() {
        assertThat(mateo.wishing(0, 5).capacity()).isZero();
        assertThat(mateo.wishing(7, 7).capacity()).isEqualTo(7);
        assertThat(mateo.wishing(5, 3).capacity()).as("was given once").isEqualTo(5);
        assertThatThrownBy(() -> mateo.wishing(6, 3))
                .hasMessageContaining("Mentees at most: a mentor has at most 5 mentees here.");
    }

    @Test
    void what_is_too_much_becomes_less() {
        assertThat(mateo.needingLess(4, false).capacity()).isEqualTo(4);
        assertThat(mateo.needingLess(5, true).capacity()).isEqualTo(5);
        assertThatThrownBy(() -> mateo.needingLess(5, false)).hasMessageContaining("Please say what would help you");
        assertThatThrownBy(() -> mateo.needingLess(6, true)).hasMessageContaining("this is more than the 5 of now");
    }

    @Test
    void the_first_and_the_last_day_away_are_days_away() {
        var away = mateo.away(FIRST, LAST, "maya");

        assertThat(away.isAwayOn(FIRST.minusDays(1))).isFalse();
        assertThat(away.isAwayOn(FIRST)).isTrue();
        assertThat(away.isAwayOn(LAST)).isTrue();
        assertThat(away.isAwayOn(LAST.plusDays(1))).isFalse();
    }

    /** From 28 February to 31 March, which is not the same time in Auckland, Los Angeles and Greenwich. */
    @ParameterizedTest
    @CsvSource({
        // 13 hours ahead.
        "Pacific/Auckland, 2026-02-27T10:59:59Z, false",
        "Pacific/Auckland, 2026-02-27T11:00:00Z, true",
        "Pacific/Auckland, 2026-02-28T00:30:00Z, true",
        "Pacific/Auckland, 2026-03-31T10:59:59Z, true",
        "Pacific/Auckland, 2026-03-31T11:00:00Z, false",
        "Pacific/Auckland, 2026-03-31T23:00:00Z, false",
        // 8 hours behind, and 7 since 8 March.
        "America/Los_Angeles, 2026-02-28T01:00:00Z, false",
        "America/Los_Angeles, 2026-02-28T07:59:59Z, false",
        "America/Los_Angeles, 2026-02-28T08:00:00Z, true",
        "America/Los_Angeles, 2026-04-01T00:30:00Z, true",
        "America/Los_Angeles, 2026-04-01T06:59:59Z, true",
        "America/Los_Angeles, 2026-04-01T07:00:00Z, false",
        "UTC, 2026-02-27T23:59:59Z, false",
        "UTC, 2026-02-28T00:00:00Z, true",
        "UTC, 2026-03-31T23:59:59Z, true",
        "UTC, 2026-04-01T00:00:00Z, false"
    })
    void days_away_begin_and_end_where_the_mentor_lives(ZoneId zone, Instant moment, boolean isAway) {
        var away = mateo.away(FIRST, LAST, "maya");
        var now = new Now(moment, Map.of("mateo", zone)::get);

        assertThat(away.isAwayAt(now)).isEqualTo(isAway);
        assertThat(away.isActiveAt(now)).isNotEqualTo(isAway);
        assertThat(away.takesMenteesAt(now)).isNotEqualTo(isAway);
    }

    /** In Cairo the clocks go from midnight to one o'clock on 24 April 2026, so that the day begins at one. */
    @ParameterizedTest
    @CsvSource({
        "Africa/Cairo, 2026-04-24, 2026-04-23T21:59:59Z, false",
        "Africa/Cairo, 2026-04-24, 2026-04-23T22:00:00Z, true",
        "Africa/Cairo, 2026-04-24, 2026-04-24T20:59:59Z, true",
        "Africa/Cairo, 2026-04-24, 2026-04-24T21:00:00Z, false",
        "America/Los_Angeles, 2026-03-08, 2026-03-08T08:00:00Z, true",
        "America/Los_Angeles, 2026-03-08, 2026-03-09T06:59:59Z, true",
        "America/Los_Angeles, 2026-03-08, 2026-03-09T07:00:00Z, false",
        "America/Los_Angeles, 2026-11-01, 2026-11-01T07:00:00Z, true",
        "America/Los_Angeles, 2026-11-01, 2026-11-02T07:59:59Z, true",
        "America/Los_Angeles, 2026-11-01, 2026-11-02T08:00:00Z, false",
        "Pacific/Auckland, 2026-09-27, 2026-09-26T12:00:00Z, true",
        "Pacific/Auckland, 2026-09-27, 2026-09-27T10:59:59Z, true",
        "Pacific/Auckland, 2026-09-27, 2026-09-27T11:00:00Z, false"
    })
    void a_day_on_which_the_clocks_change_is_a_day(ZoneId zone, LocalDate day, Instant moment, boolean isAway) {
        var now = new Now(moment, Map.of("mateo", zone)::get);

        assertThat(mateo.away(day, day, null).isAwayAt(now)).isEqualTo(isAway);
    }

    @Test
    void whoever_would_like_a_break_has_it_until_their_own_day_is_over() {
        var pausing = mateo.withoutNewMenteesUntil(LAST);
        var lima = new Now(Instant.parse("2026-04-01T04:59:59Z"), Map.of("mateo", ZoneId.of("America/Lima"))::get);

        assertThat(pausing.takesMenteesAt(lima)).isFalse();
        assertThat(pausing.takesMenteesAt(new Now(lima.moment().plusSeconds(1), lima.zones())))
                .isTrue();
    }

    @Test
    void an_absence_ends_by_itself_even_where_nobody_notes_it() {
        var away = mateo.away(FIRST, LAST, "maya");

        assertThat(away.isActiveOn(LAST)).isFalse();
        assertThat(away.takesMenteesOn(LAST)).isFalse();
        assertThat(away.status()).isEqualTo(Status.AWAY);
        assertThat(away.isActiveOn(LAST.plusDays(1))).isTrue();
        assertThat(away.takesMenteesOn(LAST.plusDays(1))).isTrue();
    }

    @Test
    void who_is_back_has_no_cover_and_the_days_away_are_kept() {
        var back = mateo.away(FIRST, LAST, "maya").back();

        assertThat(back.status()).isEqualTo(Status.ACTIVE);
        assertThat(back.absence()).isEqualTo(new Absence(FIRST, LAST, null));
        assertThat(back.awayUntil()).isEqualTo(LAST);
        assertThat(back.cover()).isNull();
        assertThat(mateo.back()).isEqualTo(mateo);
    }

    @Test
    void a_pause_ends_after_its_last_day() {
        var pausing = mateo.withoutNewMenteesUntil(LAST);

        assertThat(pausing.takesMenteesOn(LAST)).isFalse();
        assertThat(pausing.isActiveOn(LAST)).isTrue();
        assertThat(pausing.takesMenteesOn(LAST.plusDays(1))).isTrue();
    }

    @Test
    void who_is_resigning_is_there_for_their_mentees_and_takes_nobody_new() {
        var resigning = mateo.resigning(LAST);

        assertThat(resigning.isResigning()).isTrue();
        assertThat(resigning.isActiveOn(FIRST)).isTrue();
        assertThat(resigning.takesMenteesOn(FIRST)).isFalse();
        assertThat(resigning.resigning(null)).isEqualTo(mateo);
    }

    @Test
    void who_has_resigned_is_nobody_s_mentor_any_more() {
        var resigned = mateo.away(FIRST, LAST, "maya").resigning(LAST).resigned();

        assertThat(resigned.isActiveOn(LAST.plusYears(1))).isFalse();
        assertThat(resigned.isResigning()).isFalse();
        assertThat(resigned.absence()).isNull();
        assertThat(resigned.isAwayOn(FIRST)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"INACTIVE", "RESIGNED"})
    void who_is_not_there_takes_nobody(Status status) {
        var gone = mateo.away(FIRST, LAST, null).becoming(status);

        assertThat(gone.isActiveOn(LAST.plusDays(1))).isFalse();
        assertThat(gone.takesMenteesOn(LAST.plusDays(1))).isFalse();
        assertThat(gone.absence()).isNull();
    }

    @Test
    void who_returns_begins_anew_with_what_they_say_now() {
        var stored = new Mentor(
                "mateo",
                Status.RESIGNED,
                5,
                Set.of("Coaching"),
                Set.of("es"),
                "America/Lima",
                null,
                LAST,
                null,
                null,
                7);

        var returned = stored.returning(2, Set.of("Events"), Set.of("en", "es"), "Europe/Madrid");

        assertThat(returned)
                .isEqualTo(new Mentor(
                        "mateo",
                        Status.ACTIVE,
                        2,
                        Set.of("Events"),
                        Set.of("en", "es"),
                        "Europe/Madrid",
                        null,
                        null,
                        null,
                        null,
                        7));
    }

    @Test
    void what_changes_leaves_the_rest_as_it_is() {
        var away = mateo.away(FIRST, LAST, "maya").withoutNewMenteesUntil(LAST).resigning(LAST.plusDays(60));

        assertThat(away.withCapacity(2))
                .usingRecursiveComparison()
                .ignoringFields("capacity")
                .isEqualTo(away);
        assertThat(away.withCapacity(2).capacity()).isEqualTo(2);
        assertThat(away.back())
                .usingRecursiveComparison()
                .ignoringFields("status", "absence.cover")
                .isEqualTo(away);
    }
}
