package org.reps.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.UsualRules;

/** A mentorship that began elsewhere goes on here, within the rules of the programme. */
class BroughtAlongTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 15);

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2027-03-01, 0",
        "2026-01-15, 2027-01-15, 0",
        "2026-01-14, 2028-01-14, 1",
        "2024-02-29, 2027-02-28, 2",
        "2027-01-15, 2028-01-15, 0",
        "2015-06-01, 2027-06-01, 11"
    })
    void without_a_day_it_is_agreed_until_the_next_anniversary(LocalDate began, LocalDate until, int extended) {
        var brought = brought(began, null);

        assertThat(brought.committedUntil()).isEqualTo(until);
        assertThat(brought.extended()).isEqualTo(extended);
        assertThat(brought.isRunning()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, 2026-12-01, 0", "2024-03-01, 2026-03-01, 1", "2026-03-01, 2028-07-15, 2"})
    void with_one_it_is_agreed_until_then(LocalDate began, LocalDate until, int extended) {
        var brought = brought(began, until);

        assertThat(brought.committedUntil()).isEqualTo(until);
        assertThat(brought.extended()).isEqualTo(extended);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-16, 2028-01-16",
        "2026-03-01, 2026-03-01",
        "2026-03-01, 2026-02-01",
        "2020-03-01, 2026-01-14",
        "2026-03-01, 2028-07-16"
    })
    void days_that_make_no_sense_are_refused(LocalDate began, LocalDate until) {
        assertThatThrownBy(() -> brought(began, until)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_two_have_agreed_on_late_can_move_elsewhere() {
        var rules = UsualRules.rules();
        for (var days = -30; days < 365; days++) {
            var ended = TODAY.minusDays(days);
            var late = brought(ended.minusYears(2), ended).extended(TODAY, rules.commitment(), rules.shortestRenewal());

            assertThat(brought(late.beganOn(), late.committedUntil()).committedUntil())
                    .isEqualTo(late.committedUntil());
        }
    }

    @Test
    void the_refusal_says_what_is_allowed() {
        assertThatThrownBy(() -> brought(LocalDate.of(2020, 3, 1), LocalDate.of(2022, 3, 1)))
                .hasMessage(
                        "two who began on 2020-03-01 cannot be committed until 2022-03-01; please give a day after the"
                                + " first one, from 2026-01-15 to 2028-07-15, or none: then it is the next anniversary of the beginning");
    }

    @Test
    void whenever_it_began_it_ends_today_or_later_and_within_one_commitment() {
        var random = new Random(17);
        for (var i = 0; i < 200; i++) {
            var began = TODAY.minusDays(random.nextInt(8000));

            assertThat(brought(began, null).committedUntil()).isAfter(began).isBetween(TODAY, TODAY.plusYears(1));
        }
    }

    private static Mentorship brought(LocalDate began, @Nullable LocalDate until) {
        return Mentorship.broughtAlong("m1", "rumi", "mateo", began, until, UsualRules.rules(), TODAY);
    }
}
