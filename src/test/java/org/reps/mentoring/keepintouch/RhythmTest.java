package org.reps.mentoring.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.FormFile;
import org.reps.mentoring.calendar.Rhythm;

class RhythmTest {

    @ParameterizedTest
    @CsvSource({
        "EVERY_WEEK, 2026-12-01, FREQ=WEEKLY;INTERVAL=1",
        "EVERY_TWO_WEEKS, 2026-12-31, FREQ=WEEKLY;INTERVAL=2",
        "EVERY_MONTH, 2026-12-08, FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU",
        "EVERY_TWO_MONTHS, 2026-12-28, FREQ=MONTHLY;INTERVAL=2;BYDAY=4MO",
        "EVERY_THREE_MONTHS, 2026-12-31, FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH"
    })
    void a_calendar_repeats_it_by_weeks_or_on_the_same_day_of_the_week(Rhythm rhythm, LocalDate first, String rule) {
        assertThat(rhythm.rule(first)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "EVERY_TWO_WEEKS, 2026-12-01, 2026-12-20, 2026-12-29",
        "EVERY_MONTH, 2026-12-08, 2026-12-09, 2027-01-12",
        "EVERY_MONTH, 2026-12-31, 2027-01-01, 2027-01-28",
        "EVERY_WEEK, 2026-12-08, 2026-12-01, 2026-12-08",
        // The clocks change meanwhile, and the call stays at eight.
        "EVERY_THREE_MONTHS, 2027-01-04, 2027-01-05, 2027-04-05"
    })
    void the_next_one_is_when_the_calendar_says_so(Rhythm rhythm, LocalDate first, LocalDate after, LocalDate next) {
        assertThat(rhythm.next(atEight(first), atEight(after).toInstant())).isEqualTo(atEight(next));
    }

    @Test
    void an_invitation_to_the_next_one_repeats_it_as_the_first_one_did() {
        var lastThursday = atEight(LocalDate.parse("2026-12-31"));
        var call = StandingCall.first(lastThursday.toInstant(), "Europe/Berlin", "Here", Rhythm.EVERY_MONTH);
        var newYear = atEight(LocalDate.parse("2027-01-01")).toInstant();

        var invitation = call.invitation("Rumi", newYear);

        assertThat(invitation.startsAt())
                .isEqualTo(atEight(LocalDate.parse("2027-01-28")).toInstant());
        assertThat(Objects.requireNonNull(invitation.repeated()).rule()).endsWith("BYDAY=-1TH");
    }

    private static ZonedDateTime atEight(LocalDate day) {
        return day.atTime(20, 0).atZone(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void it_is_what_the_forms_offer() {
        assertThat(FormFile.all()
                        .flatMap(form -> form.components().stream())
                        .filter(field -> field.key().equals("contactEvery"))
                        .flatMap(field -> field.json().path("values").findValuesAsText("value").stream()))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(Rhythm.of(words)).isPresent());
    }
}
