package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;

/** Mateo steps down while his mentees get, or have asked for, another mentor anyway. */
class ChangesUnderWayTest extends MateoStepsDownTest {

    @Test
    void the_council_sees_the_placements_under_the_resignation_and_no_other_change_of_mentor() {
        givenRep("ravi");
        mentorships.begin("ravi", "maya");
        startAs("ravi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit"));
        asksForAnotherMentor("rumi", "");
        handIn();
        recommendNobody();
        clara.acceptsTheResignation();

        assertThat(running("mentor-change"))
                .extracting(ProcessInstance::getBusinessKey)
                .containsExactlyInAnyOrder("ravi", "rumi", "rana");
        as("carmen", () -> {
            assertThat(running("mentor-change"))
                    .extracting(ProcessInstance::getBusinessKey)
                    .containsExactly("rana");
            assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000)).isEmpty();
        });
        as("maya", () -> assertThat(running("mentor-change")).isEmpty());
        goTo("rana", "maya");
        completeFor("rana", "Activity_HandOver", "mateo", Map.of());
        as("carmen", () -> assertThat(running("mentor-change")).isEmpty());
        // What is taken from her, of changes that she does not see, is none of what she was given.
        assertThat(database.queryForList("select * from act_ru_authorization where resource_type_ = 8"
                        + " and resource_id_ <> '*' and type_ <> " + Authorization.AUTH_TYPE_REVOKE))
                .isEmpty();
    }

    @Test
    void a_change_that_a_mentee_has_asked_for_is_joined_and_counts() {
        asksForAnotherMentor("rumi", "Private, " + MARKER);
        assertThat(the("mentor-change")).isWaitingAt("Activity_Decide");
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();

        assertThat(openTasks()).doesNotContain("Activity_Decide", "Activity_Withdraw");
        assertThat(children()).containsOnlyKeys("rana");
        assertThat(taskFor("rumi", "Activity_WillYouMentor")).isAssignedTo("maya");
        fire("Event_LastDayCome");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("\"placed\":0,\"all\":2", "Another mentor is being looked for");
        goTo("rumi", "maya");
        assertThat(the("mentor-resignation")).isWaitingAt("Activity_PlaceRemaining");
        goTo("rana", "maya");
        assertThat(the("mentor-resignation")).isNotWaitingAt("Activity_PlaceRemaining");
        fire("Event_LastDayOver");

        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.RESIGNED);
        assertNowhereInClear(MARKER);
    }

    @Test
    void whom_the_mentee_wishes_goes_before_whom_the_mentor_recommends() {
        givenMentor("mei", 5);
        startAs("rumi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit"));
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "mentor", "wishedMentorId", "mei"));
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();

        assertThat(taskFor("rumi", "Activity_WillYouMentor")).isAssignedTo("mei");
        assertThat(taskFor("rana", "Activity_WillYouMentor")).isAssignedTo("maya");
    }

    @Test
    void a_change_that_is_decided_while_the_resignation_is_acknowledged_is_made_once() throws Exception {
        asksForAnotherMentor("rumi", "");
        handIn();
        recommendNobody();
        claim("Activity_AcknowledgeResignation", "clara");
        claim("Activity_Decide", "chidi");
        var acknowledge = task("Activity_AcknowledgeResignation").getId();
        var decide = task("Activity_Decide").getId();
        atOnce(List.of(
                () -> succeeds(() -> as("clara", () -> forms.submitTaskForm(acknowledge, ACCEPT))),
                () -> succeeds(() -> as(
                        "chidi",
                        () -> forms.submitTaskForm(
                                decide, Map.of("decision", "change", "decisionReason", "They do not fit"))))));
        runJobs();

        assertThat(running("mentor-change"))
                .extracting(ProcessInstance::getBusinessKey)
                .containsExactlyInAnyOrder("rumi", "rana");
        assertThat(database.queryForList("select state from change_request", String.class))
                .containsOnly("GRANTED");
    }

    @Test
    void a_mentee_who_is_kept_before_the_acceptance_gets_another_mentor_after_it() {
        asksForAnotherMentor("rumi", "");
        complete(
                "Activity_Decide",
                "chidi",
                Map.of("decision", "keep", "decisionReason", "A slip", "suggestion", "Meet once more."));
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();

        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    @Test
    void a_mentee_who_ends_the_mentorship_in_the_middle_needs_no_other_mentor() {
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "onboarding closed");
        runJobs();

        assertThat(children()).containsOnlyKeys("rana");
        assertThat(database.queryForObject("select state from change_request where mentee_id = 'rumi'", String.class))
                .isEqualTo("WITHDRAWN");
        assertThat(openAssignments()).isEmpty();
        fire("Event_LastDayCome");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("\"placed\":0,\"all\":1", "Has left the mentorship");
        mentorships.end(mentorships.ofMentee("rana").orElseThrow().id(), "onboarding closed");
        runJobs();
        fire("Event_LastDayOver");
        assertThat(running("mentor-change")).isEmpty();
        assertThat(the("mentor-resignation")).isEnded();
    }
}
