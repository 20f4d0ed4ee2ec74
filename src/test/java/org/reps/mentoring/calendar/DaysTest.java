package org.reps.mentoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;

class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void what_has_happened_happened_today_or_before() {
        assertThat(Days.come("Held on", "2026-11-20", TODAY)).isEqualTo(TODAY);
        assertThat(Days.come("Held on", "2025-01-31", TODAY)).isEqualTo("2025-01-31");
        assertThatThrownBy(() -> Days.come("Held on", "2026-11-21", TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("Held on: this day is still to come.");
    }

    @Test
    void what_will_happen_happens_today_or_later() {
        assertThat(Days.toCome("Away from", "2026-11-20", TODAY)).isEqualTo(TODAY);
        assertThat(Days.toCome("Away from", "2027-01-31", TODAY)).isEqualTo("2027-01-31");
        assertThatThrownBy(() -> Days.toCome("Away from", "2026-11-19", TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("Away from: please give today or a day that is still to come.");
    }
}
