package org.reps.mentoring.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.rules.Refusal;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** SOP: escalation. Rolf raises a concern in which Chidi, a contact, has a part. */
@ExtendWith(OutputCaptureExtension.class)
class RaiseConcernProcessTest extends ProgrammeTest {

    /** Occurs nowhere but in what people write confidentially. */
    private static final String MARKER = "quetzalcoatlus";

    private static final String CLOSED = "Only whoever has claimed this task can read this.";
    private static final Map<String, Object> TAKE_UP = Map.of("concernStep", "take-up");
    private static final Map<String, Object> PASS_ON =
            Map.of("concernStep", "pass-on", "whatIDid", "Talked to them, " + MARKER + " one");
    private static final Map<String, Object> SETTLE = Map.of(
            "concernStep",
            "settle",
            "whatIDid",
            "Wrote to the supplier, " + MARKER + " two",
            "answerForReporter",
            "It was a mistake, " + MARKER + " three");
    private static final Map<String, Object> HELPS = Map.of("answerHelps", "yes");

    @BeforeEach
    void programme() {
        givenRep("rolf");
        givenMentor("maya", 5);
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
    }

    @Test
    void a_contact_who_is_not_part_of_it_takes_it_up_and_settles_it() {
        raise("chidi");
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("clara");
        assertThat(mailsTo("clara")).containsExactly("Please look into a concern");
        assertThat(mailsTo("chidi")).isEmpty();

        complete("Activity_LookIntoConcern", "clara", TAKE_UP);
        assertThat(mailsTo("rolf")).containsExactly("Somebody looks into what you wrote");
        complete(
                "Activity_SettleConcern",
                "clara",
                Map.of("settleStep", "settle", "whatIDid", "Talked to both", "answerForReporter", "They apologised."));
        assertThat(shown("Activity_ReadAnswer", "rolf")).containsEntry("answerForReporter", "They apologised.");
        complete("Activity_ReadAnswer", "rolf", HELPS);

        assertThat(endOf("raise-concern")).isEqualTo("Event_ConcernSettled");
        assertThat(mailsTo("rolf"))
                .containsExactly(
                        "Somebody looks into what you wrote", "Please do: Read what was done about your concern");
    }

    @Test
    void what_is_written_is_found_nowhere_in_clear_at_no_step(CapturedOutput log) {
        raise("chidi");
        assertNowhereInClear(log);
        complete("Activity_LookIntoConcern", "clara", PASS_ON);
        assertNowhereInClear(log);
        complete("Activity_LookIntoConcern", "carmen", TAKE_UP);
        assertNowhereInClear(log);
        complete(
                "Activity_SettleConcern",
                "carmen",
                Map.of("settleStep", "settle", "whatIDid", MARKER, "answerForReporter", MARKER));
        assertNowhereInClear(log);
        complete("Activity_ReadAnswer", "rolf", Map.of("answerHelps", "no", "whyAgain", MARKER));
        assertNowhereInClear(log);
        complete("Activity_LookIntoConcern", "clara", SETTLE);
        complete("Activity_ReadAnswer", "rolf", HELPS);
        assertNowhereInClear(log);
        assertThat(endOf("raise-concern")).isEqualTo("Event_ConcernSettled");
    }

    @Test
    void only_whoever_has_claimed_the_task_reads_it() {
        raise("chidi");
        var task = task("Activity_LookIntoConcern").getId();
        assertThat(shown("Activity_LookIntoConcern", "clara")).containsEntry("whatHappened", CLOSED);

        as("clara", () -> tasks.claim(task, "clara"));

        assertThat(shown("Activity_LookIntoConcern", "clara"))
                .containsEntry("whatHappened", "Money is missing, " + MARKER)
                .containsEntry("category", "misuse")
                .containsEntry("involvedPeople", "chidi")
                .containsEntry("reporter", "Rolf Sample, who may be asked about it");
        for (var other : List.of("chidi", "carmen", "maya")) {
            assertThatThrownBy(() -> shown("Activity_LookIntoConcern", other)).hasMessageContaining("permission");
        }
    }

    @Test
    void the_operator_cannot_read_it_by_giving_the_task_to_themself() {
        raise("chidi");
        var task = task("Activity_LookIntoConcern");
        as("admin", () -> tasks.setAssignee(task.getId(), "admin"));

        assertThat(shown("Activity_LookIntoConcern", "admin")).containsEntry("whatHappened", CLOSED);
    }

    @Test
    void somebody_to_whom_it_is_not_offered_cannot_read_it_even_when_it_is_given_to_them() {
        raise("chidi");
        var task = task("Activity_LookIntoConcern");
        as("admin", () -> tasks.setAssignee(task.getId(), "chidi"));

        assertThat(shown("Activity_LookIntoConcern", "chidi")).containsEntry("whatHappened", CLOSED);
    }

    @Test
    void nobody_of_the_council_can_give_away_what_stands_in_it() {
        raise("");
        var look = task("Activity_LookIntoConcern").getId();
        assertThatThrownBy(() -> as("clara", () -> tasks.setAssignee(look, "maya")))
                .hasMessageContaining("Only some people can take this task");
        complete("Activity_LookIntoConcern", "clara", TAKE_UP);
        var settle = task("Activity_SettleConcern").getId();
        assertThatThrownBy(() -> as("clara", () -> tasks.setAssignee(settle, "carmen")))
                .hasMessageContaining("only for the person it was given to");
    }

    @Test
    void what_was_done_goes_along_to_the_next_one() {
        raise("");
        complete("Activity_LookIntoConcern", "clara", PASS_ON);
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");
        complete("Activity_LookIntoConcern", "chidi", TAKE_UP);
        complete("Activity_SettleConcern", "chidi", Map.of("settleStep", "pass-on", "whatIDid", "Asked the shop"));
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("carmen");

        claim("Activity_LookIntoConcern", "carmen");
        assertThat(shown("Activity_LookIntoConcern", "carmen"))
                .containsEntry("whatWasDone", "Talked to them, " + MARKER + " one\n\nAsked the shop");
    }

    @Test
    void when_everybody_was_asked_they_are_asked_again() {
        raise("chidi");
        complete("Activity_LookIntoConcern", "clara", PASS_ON);
        complete("Activity_LookIntoConcern", "carmen", PASS_ON);

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("clara");
    }

    @Test
    void an_answer_that_does_not_help_is_looked_at_by_somebody_else() {
        raise("");
        complete("Activity_LookIntoConcern", "clara", SETTLE);
        complete("Activity_ReadAnswer", "rolf", Map.of("answerHelps", "no", "whyAgain", "Nobody asked me"));
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");

        claim("Activity_LookIntoConcern", "chidi");
        assertThat(shown("Activity_LookIntoConcern", "chidi"))
                .containsEntry("whyAgain", "Nobody asked me")
                .containsEntry("answerForReporter", null);
    }

    @Test
    void a_contact_who_raises_one_is_not_asked_themself() {
        startAs("clara", "raise-concern", concern(""));

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");
    }

    @Test
    void when_all_contacts_are_part_of_it_other_council_members_look_into_it() {
        raise("clara, Chidi");

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("carmen");
    }

    @Test
    void when_the_whole_council_is_part_of_it_the_operator_is_told_and_nobody_is_waved_through() {
        as("rolf", () -> forms.submitStartForm(definition(), concern("clara chidi;carmen")));
        var failed = management.createJobQuery().messages().singleResult();
        management.setJobRetries(failed.getId(), 1);
        assertThatThrownBy(() -> runJobs())
                .hasRootCauseMessage("Nobody impartial is left in the council; somebody has to join it");
        while (management.createJobQuery().messages().withRetriesLeft().count() > 0) {
            assertThatThrownBy(() -> runJobs()).isNotNull();
        }

        assertThat(runtime.createIncidentQuery().list())
                .extracting(Incident::getActivityId)
                .containsExactly("Activity_FindImpartialContacts");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void somebody_who_does_not_exist_cannot_be_part_of_it() {
        assertThatThrownBy(() -> raise("chidi, nobody99"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody here has the user name nobody99");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(database.queryForObject("select count(*) from sealed_text", Integer.class))
                .isZero();
    }

    @Test
    void contacts_are_reminded_and_one_who_does_not_settle_it_hands_it_on() {
        raise("");
        fire("Event_NotLookedInto");
        assertThat(mailsTo("clara"))
                .containsExactly("Please look into a concern", "A concern still waits for somebody");
        complete("Activity_LookIntoConcern", "clara", TAKE_UP);
        fire("Event_NotSettled");

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");
    }

    @Test
    void a_case_whose_answer_is_not_read_ends_and_is_forgotten() {
        raise("");
        complete("Activity_LookIntoConcern", "clara", SETTLE);
        assertThat(database.queryForObject("select count(*) from sealed_text", Integer.class))
                .isPositive();
        fire("Event_AnswerNotRead");

        assertThat(endOf("raise-concern")).isEqualTo("Event_ConcernSettled");
        assertThat(database.queryForObject("select count(*) from sealed_text", Integer.class))
                .isZero();
    }

    @Test
    void a_case_that_the_operator_deletes_is_forgotten_too() {
        raise("");
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery().singleResult().getId(), "by mistake", true);

        assertThat(database.queryForObject("select count(*) from sealed_text", Integer.class))
                .isZero();
    }

    @Test
    void the_council_does_not_see_that_there_is_one() {
        raise("chidi");
        as("carmen", () -> {
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(tasks.createTaskQuery().count()).isZero();
            assertThat(runtime.createVariableInstanceQuery().count()).isZero();
        });
        as("chidi", () -> assertThat(tasks.createTaskQuery().count()).isZero());
    }

    private void raise(String involvedPeople) {
        startAs("rolf", "raise-concern", concern(involvedPeople));
    }

    private static Map<String, Object> concern(String involvedPeople) {
        return Map.of(
                "category",
                "misuse",
                "whatHappened",
                "Money is missing, " + MARKER,
                "involvedPeople",
                involvedPeople,
                "mayContact",
                true);
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("raise-concern")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void claim(String activity, String userId) {
        var task = task(activity).getId();
        as(userId, () -> tasks.claim(task, userId));
    }

    private void assertNowhereInClear(CapturedOutput log) {
        assertNowhereInClear(MARKER);
        assertThat(log.getAll()).doesNotContain(MARKER);
    }
}
