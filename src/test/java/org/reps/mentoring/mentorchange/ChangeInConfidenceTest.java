package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;

/** What Mateo and others see of Rumi's wish: nothing, unless they have a task in it. */
class ChangeInConfidenceTest extends MentorChangeTest {

    private static final String CLOSED = "Only whoever has opened this task can read this.";
    private static final Object[] TOO_EARLY = {
        "decisionReason", "Too early, " + MARKER, "answerForRep", "Give it some more time, " + MARKER
    };

    @Test
    void the_mentor_does_not_learn_of_a_wish_that_the_council_is_asked_to_decide() {
        mateoIsInTheCouncil();
        rumiStarts("council");
        assertMateoSeesNothing();
        rumi.wouldLikeNobodyInParticular();
        assertMateoSeesNothing();
        claim("Activity_Decide", "clara");
        assertMateoSeesNothing();
        clara.refusesTheChange("rumi", TOO_EARLY);
        assertMateoSeesNothing();
        rumi.staysWithTheMentor();
        assertMateoSeesNothing();
    }

    @Test
    void the_mentor_does_not_learn_who_has_said_that_they_are_silent() {
        mateoIsInTheCouncil();
        rumiAsks("silent");
        assertMateoSeesNothing();
        settled("inactive");
        assertMateoSeesNothing();
        carmen.agreesToOverride("rumi");
        assertMateoSeesNothing();
    }

    @Test
    void a_mentor_who_is_a_contact_cannot_find_out_by_asking_for_their_own_mentee() {
        mateoIsInTheCouncil();
        assertMateoCannotAskForRumi();
        rumiAsks("council");

        assertMateoCannotAskForRumi();
    }

    @Test
    void a_mentor_who_is_asked_to_agree_reads_neither_why_nor_whom_the_rep_would_like() {
        rumiStarts("agree");
        rumi.wouldLike("maya");

        assertThat(String.valueOf(shown("Activity_AgreeToChange", "mateo")))
                .contains("Rumi")
                .doesNotContain("sealed", MARKER, "maya", "Maya");
        as("mateo", () -> {
            assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000)).isEmpty();
            assertThat(tasks.createTaskQuery().listPage(0, 1000)).hasSize(1);
        });
    }

    @Test
    void the_mentor_whom_the_rep_would_like_is_not_told_before_it_is_granted() {
        rumiStarts("council");
        rumi.wouldLike("maya");

        assertThat(mailsTo("maya")).isEmpty();
        as("maya", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
        clara.grantsTheChange("rumi");
        assertThat(mailsTo("maya")).containsExactly("Please do: Will you mentor Rumi?");
    }

    @Test
    void only_the_contact_who_has_claimed_the_task_reads_why() {
        rumiAsks("council");
        assertThat(shown("Activity_Decide", "clara"))
                .containsEntry("reason", CLOSED)
                .containsEntry("category", CLOSED);
        claim("Activity_Decide", "clara");

        assertThat(shown("Activity_Decide", "clara"))
                .containsEntry("reason", "We do not get on, " + MARKER)
                .containsEntry("category", "support");
        assertThat(shown("Activity_Decide", "chidi")).containsEntry("reason", CLOSED);
        for (var other : List.of("rumi", "mateo", "maya", "carmen")) {
            assertThatThrownBy(() -> shown("Activity_Decide", other)).hasMessageContaining("permission");
        }
    }

    @Test
    void what_the_rep_is_told_is_read_by_the_rep_alone() {
        rumiAsks("council");
        clara.refusesTheChange("rumi", TOO_EARLY);
        assertThat(shown("Activity_SayHowToGoOn", "rumi")).containsEntry("news", "Give it some more time, " + MARKER);

        give("Activity_SayHowToGoOn", "mateo");

        assertThat(shown("Activity_SayHowToGoOn", "mateo")).containsEntry("news", "");
    }

    @Test
    void why_somebody_wished_it_before_does_not_open_in_the_row_of_another_wish() {
        rumiAsks("council");
        var ofRumi = database.queryForObject("select reason from change_request", String.class);
        rumi.takesTheWishBack();
        rumiStarts("council");
        database.update("update change_request set reason = ?", ofRumi);
        rumi.wouldLikeNobodyInParticular();
        claim("Activity_Decide", "clara");

        assertThat(shown("Activity_Decide", "clara")).containsEntry("reason", "");
    }

    @Test
    void what_is_written_in_confidence_is_found_nowhere_in_clear() {
        rumiAsks("council");
        assertNowhereInClear(MARKER);
        clara.refusesTheChange("rumi", TOO_EARLY);
        assertNowhereInClear(MARKER);
        rumi.letsTheCouncilDecide();
        chidi.grantsTheChange("rumi", "decisionReason", "They do not fit, " + MARKER);
        assertNowhereInClear(MARKER);
        mayaIsFound();
        assertNowhereInClear(MARKER);
        assertThat(reasons()).contains("Too early, " + MARKER, "They do not fit, " + MARKER);
    }

    @Test
    void nobody_can_see_the_case_but_those_who_have_a_task_in_it() {
        rumiAsks("council");

        for (var other : List.of("carmen", "clara", "chidi", "maya", "rumi")) {
            as(
                    other,
                    () -> assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000))
                            .isEmpty());
        }
        as("carmen", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
    }

    private void assertMateoCannotAskForRumi() {
        assertThatThrownBy(() -> programme.council("mateo").asksForAnotherMentorFor("rumi", "council"))
                .isInstanceOf(Refusal.class)
                .hasMessage("You are this rep's mentor. Please talk to Rumi, or ask another contact.");
    }

    private void assertMateoSeesNothing() {
        assertThat(mailsTo("mateo")).isEmpty();
        tasks.createTaskQuery().listPage(0, 1000).stream()
                .filter(task -> !task.getTaskDefinitionKey().equals(STILL_THERE))
                .forEach(task -> assertThat(candidates(task)).doesNotContain("mateo"));
        var definition = definition();
        as("mateo", () -> {
            assertThat(openTasks()).isEmpty();
            assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000))
                    .allMatch(instance -> instance.getProcessDefinitionId().startsWith("mentor-inactivity:"));
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey("rumi")
                            .listPage(0, 1000))
                    .isEmpty();
            assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000)).isEmpty();
            assertThat(runtime.createIncidentQuery().listPage(0, 1000)).isEmpty();
            assertThat(management
                            .createJobQuery()
                            .processDefinitionKey("mentor-change")
                            .listPage(0, 1000))
                    .isEmpty();
            assertThat(management.createProcessDefinitionStatisticsQuery().listPage(0, 1000))
                    .extracting(ProcessDefinition::getKey)
                    .contains("rep-onboarding")
                    .doesNotContain("mentor-change");
            assertThatThrownBy(() ->
                            management.createActivityStatisticsQuery(definition).listPage(0, 1000))
                    .isInstanceOf(AuthorizationException.class);
            assertThat(history.createHistoricTaskInstanceQuery().listPage(0, 1000))
                    .isEmpty();
            assertThat(history.createUserOperationLogQuery().listPage(0, 1000)).isEmpty();
        });
    }

    private List<String> reasons() {
        return database.queryForList("select reason from change_decision", String.class).stream()
                .map(this::opened)
                .toList();
    }
}
