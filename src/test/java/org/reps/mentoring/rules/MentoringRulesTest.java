package org.reps.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentoringRulesTest {

    @Test
    void without_configuration_the_figures_of_the_programme_hold() {
        var rules = UsualRules.with(Map.of());

        assertThat(rules.commitment()).isEqualTo(Period.ofYears(1));
        assertThat(rules.capacity()).isEqualTo(5);
        assertThat(rules.orientationCallDue()).isEqualTo("P14D");
    }

    @ParameterizedTest
    @CsvSource({"P1Y, year", "P12M, year", "P6M, 6 months", "P18M, year and 6 months", "P2Y, 2 years", "P90D, 90 days"})
    void how_long_a_mentorship_is_agreed_for_can_be_said(String commitment, String words) {
        assertThat(UsualRules.with(Map.of("mentoring.rules.commitment", commitment))
                        .commitmentInWords())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"P1Y, P6M", "P6M, P3M", "P1M, P16D", "P90D, P45D", "P15D, P8D", "P1Y3M, P7M16D", "P2Y, P12M"})
    void going_on_is_for_half_a_commitment_at_least(String commitment, Period half) {
        assertThat(UsualRules.with("commitment", commitment).shortestRenewal()).isEqualTo(half);
    }

    @ParameterizedTest
    @CsvSource({
        "check-in-goal, 101, mentoring.rules.check-in-goal must be a share between 0 and 100",
        "open-goals, 0, mentoring.rules.open-goals must be at least 1",
        "open-call-questions, 0, mentoring.rules.open-call-questions must be at least 1",
        "call-notes, P2W, mentoring.rules.call-notes must be a duration like P7D",
        "open-suggestions, 0, mentoring.rules.open-suggestions must be at least 1",
        "open-recognitions, 0, mentoring.rules.open-recognitions must be at least 1",
        "goal-changes, 0, mentoring.rules.goal-changes must be at least 1",
        "capacity, 0, mentoring.rules.capacity must be at least 1",
        "training-prerequisite, P-1Y, mentoring.rules.training-prerequisite must not be negative",
        "overdue-check-ins, P0D, mentoring.rules.overdue-check-ins must be a time ahead",
        "commitment, P0D, mentoring.rules.commitment must be a time ahead",
        "offer-answer, P1W, mentoring.rules.offer-answer must be a duration like P7D",
        "skills, 'Coaching,Coaching', mentoring.rules.skills must name at least one skill",
        "council-answer, soon, mentoring.rules.council-answer must be a duration like P7D",
        "inactivity-notice, PT12H, mentoring.rules.inactivity-notice must be a number of days like P7D",
        "orientation, -P90D, mentoring.rules.orientation must be a duration like P7D"
    })
    void a_figure_that_makes_no_sense_stops_the_start_with_a_reason(String name, String value, String reason) {
        assertThatThrownBy(() -> UsualRules.with(Map.of("mentoring.rules." + name, value)))
                .rootCause()
                .hasMessageStartingWith(reason);
    }
}
