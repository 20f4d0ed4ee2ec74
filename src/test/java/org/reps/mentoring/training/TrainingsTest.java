package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.training.Training.State;
import org.reps.mentoring.training.TrainingDecision.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

class TrainingsTest extends ProgrammeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Instant CALL = Instant.parse("2026-11-26T17:30:00Z");

    @Autowired
    Trainings trainings;

    @Test
    void a_rep_has_one_open_training_and_any_number_that_have_ended() {
        givenRep("riku");
        trainings.save(wish("riku").closed(DAY));
        trainings.save(wish("riku").closed(DAY));
        trainings.save(wish("riku"));

        assertThatThrownBy(() -> trainings.save(wish("riku"))).hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(trainings.findByOpenRep("riku")).isPresent();
        assertThat(trainings.count()).isEqualTo(3);
    }

    @Test
    void nobody_nominates_themself_and_nobody_becomes_a_mentor_without_a_place_for_mentees() {
        givenRep("riku");

        assertThatThrownBy(() -> trainings.save(Training.nominated("riku", "riku", DAY)))
                .hasStackTraceContaining("TRAINING_NOT_BY_ONESELF");
        assertThatThrownBy(() -> trainings.save(
                        wish("riku").withState(State.READY).withCapacity(0).withTimeZone("UTC")))
                .hasStackTraceContaining("TRAINING_SET_UP");
        assertThatThrownBy(
                        () -> trainings.save(wish("riku").withState(State.READY).registered(DAY)))
                .hasStackTraceContaining("TRAINING_SET_UP");
    }

    @Test
    void interested_is_who_has_said_so_and_is_on_the_way() {
        for (var rep : List.of("riku", "rosa", "rumi", "ruth", "rana")) {
            givenRep(rep);
        }
        trainings.save(Training.nominated("riku", "maya", DAY));
        trainings.save(wish("rosa"));
        trainings.save(wish("rumi").begun().closed(DAY));
        trainings.save(Training.wished("ruth", "", List.of(), List.of(), DAY.minusDays(1))
                .begun());
        trainings.save(wish("rana")
                .withState(State.ACCEPTED)
                .ready(2, 5, List.of("en"), List.of(), "UTC")
                .registered(DAY));

        assertThat(trainings.interested()).extracting(Training::repId).containsExactly("ruth", "rosa");
    }

    @Test
    void everything_about_a_training_is_kept() {
        givenRep("riku");
        var training = wish("riku")
                .begun()
                .decided(Answer.GO_ON, "clara", DAY, "")
                .reported(DAY, "https://example.org", "Much", null, DAY, DAY)
                .decided(Answer.MORE, "clara", DAY, "sealed:1")
                .reported(DAY, "https://example.org", "More", DAY, DAY, DAY)
                .decided(Answer.ACCEPT, "chidi", DAY, "")
                .arranged(CALL, "Here", "clara");

        var kept = trainings.get(trainings.save(training).id());

        assertThat(kept.state()).isEqualTo(State.ACCEPTED);
        assertThat(kept.reports()).extracting(TrainingReport::place).containsExactlyInAnyOrder(1, 2);
        assertThat(kept.lastReport().orElseThrow().narrative()).isEqualTo("More");
        assertThat(kept.lastReport().orElseThrow().practiceOn()).isEqualTo(DAY);
        assertThat(kept.decisions())
                .extracting(TrainingDecision::answer)
                .containsExactlyInAnyOrder(Answer.GO_ON, Answer.MORE, Answer.ACCEPT);
        assertThat(kept.lastDecision().orElseThrow().decidedBy()).isEqualTo("chidi");
        assertThat(kept.call()).isEqualTo(training.call());
    }

    private static Training wish(String repId) {
        return Training.wished(repId, "I like to listen", List.of("en"), List.of("Coaching"), DAY);
    }
}
