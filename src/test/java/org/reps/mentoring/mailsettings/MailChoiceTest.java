package org.reps.mentoring.mailsettings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MailChoiceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);

    private final MailChoice usual = MailChoice.usual("rumi");

    @Test
    void who_has_chosen_nothing_gets_a_digest_where_they_live() {
        assertThat(usual.digest()).isTrue();
        assertThat(usual.zone()).isNull();
        assertThat(usual.isDigestDueOn(DAY)).isTrue();
    }

    @Test
    void there_is_one_digest_a_day() {
        var looked = usual.digestedOn(DAY);

        assertThat(looked.isDigestDueOn(DAY.minusDays(1)))
                .as("after a move to the west")
                .isFalse();
        assertThat(looked.isDigestDueOn(DAY)).isFalse();
        assertThat(looked.isDigestDueOn(DAY.plusDays(1))).isTrue();
    }

    @Test
    void a_choice_without_a_time_zone_leaves_the_one_that_was_said_and_how_far_the_digest_is() {
        var chosen = usual.digestedOn(DAY).choosing(true, "America/Lima");

        assertThat(chosen.choosing(false, null)).isEqualTo(new MailChoice("rumi", false, "America/Lima", DAY, null));
        assertThat(chosen.zone()).isEqualTo(ZoneId.of("America/Lima"));
    }
}
