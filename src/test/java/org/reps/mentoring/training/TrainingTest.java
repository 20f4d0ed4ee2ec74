package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.training.Training.State;
import org.reps.mentoring.training.TrainingDecision.Answer;

class TrainingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant CALL = Instant.parse("2026-11-26T17:30:00Z");
    private static final String CERTIFICATE = "https://example.org/certificate";

    private final Training wished =
            Training.wished("riku", "I like to listen", List.of("en"), List.of("Coaching"), DAY);

    @Test
    void who_comes_by_themself_has_said_why() {
        assertThat(wished.state()).isEqualTo(State.WISHED);
        assertThat(wished.nominatedBy()).isNull();
        assertThat(wished.motivation()).isEqualTo("I like to listen");
        assertThat(wished.isOpen()).isTrue();
    }

    @Test
    void who_is_nominated_says_so_themself_before_anything_begins() {
        var nominated = Training.nominated("riku", "maya", DAY);

        assertThat(nominated.state()).isEqualTo(State.NOMINATED);
        assertThat(nominated.motivation()).isEmpty();
        var agreed = nominated.wishing("Why not", List.of("en", "fi"), List.of());
        assertThat(agreed.state()).isEqualTo(State.WISHED);
        assertThat(agreed.nominatedBy()).isEqualTo("maya");
        assertThat(agreed.languages()).containsExactlyInAnyOrder("en", "fi");
    }

    @Test
    void the_way_to_become_a_mentor() {
        var reported = wished.begun().reported(DAY.plusDays(30), CERTIFICATE, "Much", null, DAY.plusDays(31));
        var accepted = reported.decided(Answer.ACCEPT, "clara", DAY.plusDays(33), "");
        var ready = accepted.ready(3, List.of("en"), List.of("Events"), "Europe/Helsinki");
        var mentor = ready.registered(DAY.plusDays(40));

        assertThat(List.of(wished.begun(), reported, accepted, ready, mentor))
                .extracting(Training::state)
                .containsExactly(State.TRAINING, State.REPORTED, State.ACCEPTED, State.READY, State.MENTOR);
        assertThat(mentor.isOpen()).isFalse();
        assertThat(mentor.endedOn()).isEqualTo(DAY.plusDays(40));
        assertThat(mentor)
                .extracting(Training::capacity, Training::skills, Training::timeZone, Training::motivation)
                .containsExactly(3, Set.of("Events"), "Europe/Helsinki", "I like to listen");
    }

    /** What a contact decides brings the rep further, back to the training, or nowhere. */
    @ParameterizedTest
    @CsvSource({
        "ACCEPT,  ACCEPTED",
        "MORE,    TRAINING",
        "WAIVE,   REPORTED",
        "NOT_YET, REPORTED",
        "GO_ON,   REPORTED",
        "CLOSE,   REPORTED",
        "REFUSE,  REPORTED",
        "DROP,    REPORTED"
    })
    void a_decision_leads_on(Answer answer, State state) {
        var reported = wished.begun().reported(DAY, CERTIFICATE, "Much", null, DAY);

        var decided = reported.decided(answer, "clara", DAY.plusDays(1), "sealed:1");

        assertThat(decided.state()).isEqualTo(state);
        assertThat(decided.decisions())
                .containsExactly(new TrainingDecision(1, answer, "clara", DAY.plusDays(1), "sealed:1"));
        assertThat(decided)
                .usingRecursiveComparison()
                .ignoringFields("state", "decisions")
                .isEqualTo(reported);
    }

    @ParameterizedTest
    @EnumSource
    void each_decision_is_found_under_its_name_in_forms(Answer answer) {
        assertThat(Answer.of(answer.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .isEqualTo(answer);
    }

    @Test
    void a_decision_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> Answer.of("perhaps")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_last_report_and_decision_count_and_the_others_stay() {
        assertThat(wished.lastReport()).isEmpty();
        assertThat(wished.lastDecision()).isEmpty();

        var training = wished.begun()
                .reported(DAY, CERTIFICATE, "Something", null, DAY)
                .decided(Answer.MORE, "clara", DAY, "sealed:1")
                .reported(DAY, CERTIFICATE, "More", DAY.minusDays(6), DAY)
                .decided(Answer.ACCEPT, "chidi", DAY, "");

        assertThat(training.reports()).extracting(TrainingReport::place).containsExactlyInAnyOrder(1, 2);
        assertThat(training.lastReport())
                .hasValue(new TrainingReport(2, DAY, CERTIFICATE, "More", DAY.minusDays(6), DAY));
        assertThat(training.lastDecision()).hasValue(new TrainingDecision(2, Answer.ACCEPT, "chidi", DAY, ""));
    }

    @Test
    void one_that_is_closed_shows_how_far_the_rep_had_come() {
        var closed = wished.begun().closed(DAY.plusDays(200));

        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.state()).isEqualTo(State.TRAINING);
        assertThat(closed.endedOn()).isEqualTo(DAY.plusDays(200));
    }

    @Test
    void a_call_that_is_moved_stays_the_same_call() {
        var first = TrainingCall.at(CALL, "Here", "clara", null).missedByRep();
        var moved = TrainingCall.at(CALL.plusSeconds(3600), "There", "clara", first);
        var takenOver = TrainingCall.at(CALL.plusSeconds(7200), "There", "chidi", moved);

        assertThat(moved.uid()).isEqualTo(first.uid()).isEqualTo(takenOver.uid());
        assertThat(List.of(first.sequence(), moved.sequence(), takenOver.sequence()))
                .containsExactly(0, 1, 2);
        assertThat(takenOver.notCome()).isEqualTo(1);
        assertThat(moved.formerHostId()).isNull();
        assertThat(takenOver.formerHostId()).isEqualTo("clara");
        assertThat(first.isAhead(CALL.minusSeconds(1))).isTrue();
        assertThat(first.isAhead(CALL)).isFalse();
        assertThat(first.held(DAY).isAhead(CALL.minusSeconds(1))).isFalse();
    }
}
