package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.grants.OverdueCouncilTasks;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** A contact acknowledges that Mateo steps down, or Mateo withdraws: one of the two. */
class AcknowledgingTest extends MateoStepsDownTest {

    private static final String CLOSED = "Only whoever has opened this task can read this.";

    private static final Map<String, Object> WITHDRAW = Map.of("resignationWithdrawn", true);

    @Autowired
    OverdueCouncilTasks overdueTasks;

    @Test
    void only_impartial_people_acknowledge_and_only_they_read_why() {
        identities.createMembership("rumi", Group.COUNCIL.id());
        identities.createMembership("rumi", Group.CONTACTS.id());
        identities.createMembership("mateo", Group.CONTACTS.id());
        identities.createMembership("mateo", Group.COUNCIL.id());
        handIn();
        mateo.recommendsAsSuccessor("maya");

        assertThat(candidates(task("Activity_AcknowledgeResignation"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(shown("Activity_AcknowledgeResignation", "chidi"))
                .extractingByKey("whySteppingDown")
                .isEqualTo(CLOSED);
        claim("Activity_AcknowledgeResignation", "chidi");
        assertThat(shown("Activity_AcknowledgeResignation", "chidi"))
                .extractingByKey("whySteppingDown")
                .isEqualTo("I am tired, " + MARKER);
        for (var involved : List.of("mateo", "rumi")) {
            tasks.setAssignee(task("Activity_AcknowledgeResignation").getId(), involved);
            assertThatThrownBy(() -> programme.council(involved).acceptsTheResignation())
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageStartingWith("You are part of this case");
        }
        assertNowhereInClear(MARKER);
    }

    @Test
    void the_council_sees_the_case_in_cockpit_and_nothing_confidential_in_it() {
        handIn();
        recommendNobody();
        clara.wantsToTalkAboutTheResignation(TALK);

        as("carmen", () -> {
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("mentor-resignation")
                            .listPage(0, 1000))
                    .extracting(ProcessInstance::getBusinessKey)
                    .containsExactly("mateo");
            assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000)).isEmpty();
        });
        as(
                "rumi",
                () -> assertThat(runtime.createProcessInstanceQuery()
                                .processDefinitionKey("mentor-resignation")
                                .listPage(0, 1000))
                        .isEmpty());
        as("rumi", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
        assertNowhereInClear(MARKER);
    }

    @Test
    void what_no_contact_acknowledges_in_time_is_offered_to_all_impartial_members() {
        identities.createMembership("rumi", Group.COUNCIL.id());
        handIn();
        recommendNobody();
        assertThat(candidates(task("Activity_AcknowledgeResignation"))).containsExactlyInAnyOrder("clara", "chidi");
        later(Period.ofDays(15));
        assertThat(overdueTasks.offerToCouncil()).isEqualTo(1);

        assertThat(candidates(task("Activity_AcknowledgeResignation")))
                .containsExactlyInAnyOrder("clara", "chidi", "carmen");
    }

    @Test
    void a_contact_may_talk_first_and_the_mentor_goes_on() {
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.wantsToTalkAboutTheResignation(TALK);
        assertThat(shown("Activity_WithdrawOrGoOn", "mateo"))
                .extractingByKey("talkAbout")
                .isEqualTo("Call me on Monday, " + MARKER);
        mateo.stepsDownAfterTheTalk();
        chidi.wantsToTalkAboutTheResignation(TALK);
        fire("Event_NotTalked");
        clara.acceptsTheResignation();

        assertThat(children()).containsOnlyKeys("rumi", "rana");
        assertNowhereInClear(MARKER);
    }

    @Test
    void a_mentor_who_stays_after_a_talk_keeps_their_mentees_who_hear_nothing() {
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.wantsToTalkAboutTheResignation(TALK);
        mateo.staysAfterTheTalk();

        assertStays();
    }

    @Test
    void a_mentor_may_withdraw_until_it_is_acknowledged_and_is_not_asked_to_by_mail() {
        handIn();
        assertThat(mailsTo("mateo")).containsExactly("Please do: Recommend a successor");
        mateo.withdrawsTheResignation();

        assertStays();
        handIn();
        assertThat(running("mentor-resignation")).hasSize(1);
    }

    @Test
    void what_is_withdrawn_cannot_be_acknowledged_and_what_is_acknowledged_cannot_be_withdrawn() {
        handIn();
        recommendNobody();
        claim("Activity_AcknowledgeResignation", "clara");
        // Each answer is kept before the engine goes on with it.
        as(
                "mateo",
                () -> forms.submitTaskForm(task("Activity_WithdrawResignation").getId(), WITHDRAW));
        assertThatThrownBy(() -> as(
                        "clara",
                        () -> forms.submitTaskForm(
                                task("Activity_AcknowledgeResignation").getId(), ACCEPT)))
                .isInstanceOf(Refusal.class)
                .hasMessage("This resignation was withdrawn a moment ago. Please refresh your task list.");
        runJobs();
        assertStays();

        handIn();
        recommendNobody();
        claim("Activity_AcknowledgeResignation", "clara");
        as(
                "clara",
                () -> forms.submitTaskForm(
                        task("Activity_AcknowledgeResignation").getId(), ACCEPT));
        assertThatThrownBy(() -> as(
                        "mateo",
                        () -> forms.submitTaskForm(
                                task("Activity_WithdrawResignation").getId(), WITHDRAW)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("This resignation was acknowledged a moment ago.");
        runJobs();
        assertThat(openTasks()).doesNotContain("Activity_WithdrawResignation");
        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    @Test
    void of_withdrawing_and_acknowledging_at_the_same_moment_exactly_one_counts() throws Exception {
        for (var round = 0; round < 4; round++) {
            handIn();
            recommendNobody();
            claim("Activity_AcknowledgeResignation", "clara");
            var withdraw = task("Activity_WithdrawResignation").getId();
            var acknowledge = task("Activity_AcknowledgeResignation").getId();
            List<Boolean> won = atOnce(List.of(
                    () -> succeeds(() -> as("mateo", () -> forms.submitTaskForm(withdraw, WITHDRAW))),
                    () -> succeeds(() -> as("clara", () -> forms.submitTaskForm(acknowledge, ACCEPT)))));
            runJobs();

            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(mentor("mateo").isResigning()).isEqualTo(won.get(1));
            assertThat(children()).hasSize(won.get(1) ? 2 : 0);
            beginAnew();
        }
    }

    @Test
    void a_mentorship_that_begins_before_the_acceptance_is_included_and_later_none_begins() {
        givenRep("ruth");
        givenRep("remy");
        handIn();
        mateo.recommendsAsSuccessor("maya");
        assertThat(mentorships.begin("ruth", "mateo")).isNotNull();
        clara.acceptsTheResignation();

        assertThat(children()).containsOnlyKeys("rumi", "rana", "ruth");
        assertThat(mentorships.begin("remy", "mateo")).isNull();
        programme.rep("remy").looksForAMentor();
        assertThat(candidates(taskFor("remy", "Activity_OfferToMentor"))).containsExactly("maya");
    }

    @Test
    void a_mentorship_and_the_acceptance_at_the_same_moment_leave_nobody_out() throws Exception {
        for (var round = 0; round < 4; round++) {
            var rep = "round" + round;
            givenRep(rep);
            handIn();
            recommendNobody();
            claim("Activity_AcknowledgeResignation", "clara");
            var acknowledge = task("Activity_AcknowledgeResignation").getId();
            List<Boolean> won = atOnce(List.of(
                    () -> mentorships.begin(rep, "mateo") != null,
                    () -> succeeds(() -> as("clara", () -> forms.submitTaskForm(acknowledge, ACCEPT)))));
            runJobs();

            assertThat(won.get(1)).isTrue();
            assertThat(children().containsKey(rep)).isEqualTo(won.get(0));
            assertThat(mentorships.ofMentee(rep).isPresent()).isEqualTo(won.get(0));
            beginAnew();
            mentorships.ofMentee(rep).ifPresent(mentorship -> mentorships.end(mentorship.id(), "next round"));
        }
    }

    private void assertStays() {
        assertThat(the("mentor-resignation")).isEnded().hasPassed("Event_ResignationWithdrawn");
        assertThat(mailsTo("mateo")).contains("You stay a mentor");
        assertThat(mailsTo("clara")).contains("Mateo Sample stays a mentor");
        assertThat(mailsTo("rumi")).isEmpty();
        assertThat(mentorships.menteesOf("mateo")).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(mentor("mateo").takesMenteesOn(today())).isTrue();
    }
}
