package org.reps.mentoring.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.inactivity.Inactivity.Outcome;
import org.reps.mentoring.inactivity.Inactivity.State;
import org.reps.mentoring.inactivity.InactivityDecision.Answer;
import org.reps.mentoring.inactivity.InactivityReport.Source;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.Walk;

class InactivityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 25);

    private final Inactivity begun = Inactivity.begin("mateo", Source.ROUND, DAY);

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, Inactivity::state)
                        .from(begun)
                        .from(begun.settled(Outcome.ACTIVE, DAY))
                        .along("report", inactivity -> inactivity.reported(Source.REP, DAY))
                        .along("decide", inactivity -> inactivity.decided("clara", Answer.INACTIVE, DAY))
                        .along("settle", inactivity -> inactivity.settled(Outcome.INACTIVE, DAY))
                        .table())
                .isEqualTo("""
                                | report | decide | settle
                        ASKING  | ASKING | ASKING | SETTLED
                        SETTLED | no     | no     | no
                        """);
    }

    @Test
    void it_begins_with_the_first_report() {
        assertThat(begun.openMentor()).isEqualTo("mateo");
        assertThat(begun.outcome()).isNull();
        assertThat(begun.reports(Source.ROUND)).isEqualTo(1);
        assertThat(begun.agreed()).isEmpty();
    }

    @Test
    void reports_on_the_same_day_from_the_same_side_are_counted_one_by_one() {
        var reported = begun.reported(Source.REP, DAY).reported(Source.REP, DAY).reported(Source.CHECK_IN, DAY);

        assertThat(reported.reports(Source.REP)).isEqualTo(2);
        assertThat(reported.reports(Source.CHECK_IN)).isEqualTo(1);
        assertThat(reported.reports(Source.CONTACT)).isZero();
        assertThat(reported.reportsByPeople()).isEqualTo(3);
        assertThat(reported)
                .usingRecursiveComparison()
                .ignoringFields("reports")
                .isEqualTo(begun);
    }

    @Test
    void council_members_agree_one_after_the_other() {
        var agreed = begun.decided("clara", Answer.INACTIVE, DAY).decided("chidi", Answer.INACTIVE, DAY.plusDays(1));

        assertThat(agreed.agreed()).containsExactlyInAnyOrder("clara", "chidi");
    }

    @Test
    void nobody_agrees_twice() {
        var agreed = begun.decided("clara", Answer.INACTIVE, DAY);

        assertThatThrownBy(() -> agreed.decided("clara", Answer.INACTIVE, DAY.plusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("You have agreed already; somebody else of the council has to decide now.");
    }

    @ParameterizedTest
    @EnumSource(names = {"MORE_TIME", "ACTIVE"})
    void who_does_not_agree_makes_the_council_begin_anew(Answer answer) {
        var anew = begun.decided("clara", Answer.INACTIVE, DAY).decided("chidi", answer, DAY.plusDays(1));

        assertThat(anew.agreed()).isEmpty();
        assertThat(anew.decided("carmen", Answer.INACTIVE, DAY.plusDays(20)).agreed())
                .containsExactly("carmen");
        assertThat(anew.decisions())
                .as("what was decided before is kept")
                .containsExactlyInAnyOrder(
                        new InactivityDecision(1, "clara", Answer.INACTIVE, DAY),
                        new InactivityDecision(1, "chidi", answer, DAY.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, active", "AWAY, away", "STEPS_DOWN, steps-down", "INACTIVE, inactive"})
    void its_end_is_told_in_the_words_of_the_diagrams_and_the_mentor_can_be_asked_again(Outcome outcome, String text) {
        var before = begun.reported(Source.REP, DAY).decided("clara", Answer.INACTIVE, DAY);
        var ended = before.settled(outcome, DAY.plusDays(3));

        assertThat(ended.openMentor()).isNull();
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(outcome.text()).isEqualTo(text);
        assertThat(ended.endedOn()).isEqualTo(DAY.plusDays(3));
        assertThat(ended)
                .usingRecursiveComparison()
                .ignoringFields("openMentor", "outcome", "endedOn")
                .isEqualTo(before);
    }

    @Test
    void answers_and_sources_have_the_names_of_forms_and_processes() {
        assertThat(Answer.of("more-time")).isEqualTo(Answer.MORE_TIME);
        assertThat(Answer.of("inactive")).isEqualTo(Answer.INACTIVE);
        assertThat(Answer.of("active")).isEqualTo(Answer.ACTIVE);
        assertThat(Source.of("check-in")).isEqualTo(Source.CHECK_IN);
        assertThat(Source.of("rep")).isEqualTo(Source.REP);
        assertThatThrownBy(() -> Answer.of("perhaps")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Source.of("mentor")).isInstanceOf(IllegalArgumentException.class);
    }
}
