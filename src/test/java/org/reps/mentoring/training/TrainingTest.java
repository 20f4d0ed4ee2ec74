package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.Walk;
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
        var reported = wished.begun()
                .reported(DAY.plusDays(30), CERTIFICATE, "Much", null, DAY.plusDays(30), DAY.plusDays(31));
        var accepted = reported.decided(Answer.ACCEPT, "clara", DAY.plusDays(33), "");
        var ready = accepted.ready(3, 5, List.of("en"), List.of("Events"), "Europe/Helsinki");
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

    // --- what may follow what

    @Test
    void what_may_follow_what() {
        assertThat(walk(this::in)).isEqualTo("""
                                  | wish   | begin    | waive  | not yet | report   | go on    | close long | accept   | more     | refuse   | call     | move     | held     | missed   | drop     | set up | register | close
                        NOMINATED | WISHED | no       | no     | no      | no       | no       | no         | no       | no       | no       | no       | no       | no       | no       | no       | no     | no       | NOMINATED
                        WISHED    | no     | TRAINING | WISHED | WISHED  | no       | no       | no         | no       | no       | no       | no       | no       | no       | no       | no       | no     | no       | WISHED
                        TRAINING  | no     | no       | no     | no      | REPORTED | TRAINING | TRAINING   | no       | no       | no       | no       | no       | no       | no       | no       | no     | no       | TRAINING
                        REPORTED  | no     | no       | no     | no      | no       | no       | no         | ACCEPTED | TRAINING | REPORTED | no       | no       | no       | no       | no       | no     | no       | REPORTED
                        ACCEPTED  | no     | no       | no     | no      | no       | no       | no         | no       | no       | no       | ACCEPTED | ACCEPTED | ACCEPTED | ACCEPTED | ACCEPTED | READY  | no       | ACCEPTED
                        READY     | no     | no       | no     | no      | no       | no       | no         | no       | no       | no       | no       | no       | no       | no       | no       | no     | MENTOR   | READY
                        MENTOR    | no     | no       | no     | no      | no       | no       | no         | no       | no       | no       | no       | no       | no       | no       | no       | no     | no       | no
                        """);
    }

    @Test
    void nobody_moves_a_call_that_they_have_not_seen() {
        var moved = in(State.ACCEPTED).callMoved(0, CALL.plusSeconds(3600), "There");

        assertThat(moved.arrangedCall())
                .extracting(TrainingCall::sequence, TrainingCall::place, TrainingCall::hostId)
                .containsExactly(1, "There", "clara");
        assertThatThrownBy(() -> moved.callMoved(0, CALL, "Elsewhere"))
                .isInstanceOf(AnsweredAlready.class)
                .hasMessage("This call was moved or called off a moment ago."
                        + " Please look at your mails and refresh your task list.");
    }

    @Test
    void nothing_follows_after_its_end() {
        assertThat(walk(state -> in(state).withOpenRep(null)).lines().skip(1))
                .hasSameSizeAs(State.values())
                .allSatisfy(line -> assertThat(line).matches("[A-Z]+( *\\| no)+"));
    }

    private static String walk(Function<State, Training> examples) {
        var walk = new Walk<>(State.class, Training::state);
        Stream.of(State.values()).map(examples).forEach(walk::from);
        return walk.along("wish", it -> it.wishing("Why not", null, null))
                .along("begin", Training::begun)
                .along("waive", it -> decided(it, Answer.WAIVE))
                .along("not yet", it -> decided(it, Answer.NOT_YET))
                .along("report", TrainingTest::report)
                .along("go on", it -> decided(it, Answer.GO_ON))
                .along("close long", it -> decided(it, Answer.CLOSE))
                .along("accept", it -> decided(it, Answer.ACCEPT))
                .along("more", it -> decided(it, Answer.MORE))
                .along("refuse", it -> decided(it, Answer.REFUSE))
                .along("call", it -> it.arranged(CALL, "Here", "clara"))
                .along("move", it -> it.callMoved(0, CALL, "There"))
                .along("held", it -> it.callHeld(DAY, DAY))
                .along("missed", Training::callMissed)
                .along("drop", it -> decided(it, Answer.DROP))
                .along("set up", it -> it.ready(3, 5, null, null, "UTC"))
                .along("register", it -> it.registered(DAY))
                .along("close", it -> it.closed(DAY))
                .table();
    }

    /** Long on its way, and with a call, so that only its state can stand in the way of anything. */
    private Training in(State state) {
        return wished.withCall(TrainingCall.at(CALL, "Here", "clara", null))
                .withState(state)
                .withOpenRep(state == State.MENTOR ? null : "riku");
    }

    private static Training report(Training training) {
        return training.reported(DAY, CERTIFICATE, "Much", null, DAY, DAY);
    }

    private static Training decided(Training training, Answer answer) {
        return training.decided(answer, "clara", DAY, "sealed:1");
    }

    @Test
    void a_decision_is_kept_and_changes_nothing_else() {
        var reported = in(State.REPORTED);

        var decided = decided(reported, Answer.ACCEPT);

        assertThat(decided.decisions())
                .containsExactly(new TrainingDecision(1, Answer.ACCEPT, "clara", DAY, "sealed:1"));
        assertThat(decided)
                .usingRecursiveComparison()
                .ignoringFields("state", "decisions")
                .isEqualTo(reported);
    }

    @Test
    void nothing_is_reported_of_a_training_that_somebody_has_just_decided_to_close() {
        var closing = decided(in(State.TRAINING), Answer.CLOSE);

        assertThatThrownBy(() -> report(closing))
                .hasMessage("Your training was closed a moment ago. Please refresh your task list.");
        assertThat(report(decided(closing, Answer.GO_ON)).state()).isEqualTo(State.REPORTED);
    }

    @Test
    void who_nominated_the_rep_is_part_of_it_as_they_are() {
        assertThat(wished.partOfIt()).containsExactly("riku");
        assertThat(Training.nominated("riku", "maya", DAY).partOfIt()).containsExactly("riku", "maya");
    }

    // --- what is refused

    @Test
    void what_is_reported_has_happened_and_can_be_looked_at() {
        var training = in(State.TRAINING);

        assertThatThrownBy(() -> training.reported(DAY.plusDays(1), CERTIFICATE, "Much", null, DAY, DAY))
                .hasMessage("Finished on: this day is still to come.");
        assertThatThrownBy(() -> training.reported(DAY, CERTIFICATE, "Much", DAY.plusDays(1), DAY, DAY))
                .hasMessage("Practice week: this day is still to come.");
        assertThatThrownBy(() -> training.reported(DAY, "http://example.org", "Much", null, DAY, DAY))
                .hasMessageStartingWith("Link to your certificate: ");
    }

    @Test
    void a_call_is_held_between_the_training_and_today() {
        var accepted = in(State.ACCEPTED);

        assertThat(accepted.callHeld(DAY.minusDays(1), DAY).arrangedCall().heldOn())
                .as("it may be another day where the rep lives")
                .isEqualTo(DAY.minusDays(1));
        assertThatThrownBy(() -> accepted.callHeld(DAY.plusDays(1), DAY))
                .hasMessage("Held on: this day is still to come.");
        assertThatThrownBy(() -> accepted.callHeld(DAY.minusDays(2), DAY))
                .hasMessage("Held on: please check the day; the training began later.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6})
    void a_mentor_has_some_mentees_and_not_too_many(int capacity) {
        var accepted = in(State.ACCEPTED);

        assertThatThrownBy(() -> accepted.ready(capacity, 5, null, null, "UTC"))
                .isInstanceOf(Refusal.class)
                .hasMessage("How many mentees: please give a number from 1 to 5.");
    }

    // --- what is known of it

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
                .reported(DAY, CERTIFICATE, "Something", null, DAY, DAY)
                .decided(Answer.MORE, "clara", DAY, "sealed:1")
                .reported(DAY, CERTIFICATE, "More", DAY.minusDays(6), DAY, DAY)
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
