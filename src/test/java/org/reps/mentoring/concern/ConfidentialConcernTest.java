package org.reps.mentoring.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What Rolf writes about Chidi, a contact, is read only by whoever looks into it. */
@ExtendWith(OutputCaptureExtension.class)
class ConfidentialConcernTest extends ProgrammeTest {

    /** Occurs nowhere but in what people write confidentially. */
    private static final String MARKER = "quetzalcoatlus";

    private static final String CLOSED = "Only whoever has opened this task can read this.";

    private final ActingRep rolf = programme.rep("rolf");
    private final ActingCouncilMember clara = programme.council("clara");
    private final ActingCouncilMember carmen = programme.council("carmen");

    @BeforeEach
    void a_concern_about_a_contact() {
        givenRep("rolf");
        givenMentor("maya", 5);
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        rolf.raisesAConcern(
                "category", "misuse", "whatHappened", "Money is missing, " + MARKER, "involvedPeople", "chidi");
    }

    @Test
    void what_is_written_is_found_nowhere_in_clear_at_no_step(CapturedOutput log) {
        assertNowhereInClear(log);
        clara.passesOnTheConcern("Talked to them, " + MARKER);
        assertNowhereInClear(log);
        carmen.takesUpTheConcern();
        assertNowhereInClear(log);
        carmen.settlesTheConcernTheyTookUp(MARKER, MARKER);
        assertNowhereInClear(log);
        rolf.findsThatTheAnswerDoesNotHelp(MARKER);
        assertNowhereInClear(log);
        clara.settlesTheConcernAtOnce("Wrote to the supplier, " + MARKER, "It was a mistake, " + MARKER);
        assertNowhereInClear(log);
        rolf.findsThatTheAnswerHelps();
        assertNowhereInClear(log);
        assertThat(the("raise-concern")).isEnded().hasPassed("Event_ConcernSettled");
    }

    @Test
    void only_whoever_has_claimed_the_task_reads_it() {
        var task = task("Activity_LookIntoConcern").getId();
        assertThat(shown("Activity_LookIntoConcern", "clara")).containsEntry("whatHappened", CLOSED);

        as("clara", () -> tasks.claim(task, "clara"));

        assertThat(shown("Activity_LookIntoConcern", "clara"))
                .containsEntry("whatHappened", "Money is missing, " + MARKER)
                .containsEntry("category", "misuse")
                .containsEntry("involvedPeople", "Chidi Sample")
                .containsEntry("reporter", "Rolf Sample, who may be asked about it");
        for (var other : List.of("chidi", "carmen", "maya")) {
            assertThatThrownBy(() -> shown("Activity_LookIntoConcern", other)).hasMessageContaining("permission");
        }
    }

    /** It was English for everybody. */
    @Test
    void who_has_not_claimed_it_reads_so_in_their_language() {
        database.update("insert into reading_language (id, chosen) values ('clara', 'de')");

        assertThat(shown("Activity_LookIntoConcern", "clara"))
                .containsEntry("whatHappened", "Das kann nur lesen, wer diese Aufgabe geöffnet hat.");
    }

    @Test
    void the_operator_cannot_read_it_by_giving_the_task_to_themself() {
        var task = task("Activity_LookIntoConcern");
        as("admin", () -> tasks.setAssignee(task.getId(), "admin"));

        assertThat(shown("Activity_LookIntoConcern", "admin")).containsEntry("whatHappened", CLOSED);
    }

    @Test
    void somebody_to_whom_it_is_not_offered_cannot_read_it_even_when_it_is_given_to_them() {
        var task = task("Activity_LookIntoConcern");
        as("admin", () -> tasks.setAssignee(task.getId(), "chidi"));

        assertThat(shown("Activity_LookIntoConcern", "chidi")).containsEntry("whatHappened", CLOSED);
    }

    @Test
    void nobody_of_the_council_can_give_away_what_stands_in_it() {
        var look = task("Activity_LookIntoConcern").getId();
        assertThatThrownBy(() -> as("clara", () -> tasks.setAssignee(look, "maya")))
                .hasMessageContaining("Only some people can take this task");
        clara.takesUpTheConcern();
        var settle = task("Activity_SettleConcern").getId();
        assertThatThrownBy(() -> as("clara", () -> tasks.setAssignee(settle, "carmen")))
                .hasMessageContaining("only for the person it was given to");
    }

    @Test
    void the_council_does_not_see_that_there_is_one() {
        as("carmen", () -> {
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(tasks.createTaskQuery().count()).isZero();
            assertThat(runtime.createVariableInstanceQuery().count()).isZero();
        });
        as("chidi", () -> assertThat(tasks.createTaskQuery().count()).isZero());
    }

    private void assertNowhereInClear(CapturedOutput log) {
        assertNowhereInClear(MARKER);
        assertThat(log.getAll()).doesNotContain(MARKER);
    }
}
