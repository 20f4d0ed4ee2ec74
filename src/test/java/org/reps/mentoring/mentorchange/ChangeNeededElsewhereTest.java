package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Mateo cannot go on, so another process needs another mentor for Rumi: nobody is asked who wished it. */
class ChangeNeededElsewhereTest extends MentorChangeTest {

    @AfterEach
    void forgetTheCaller() {
        repository
                .createDeploymentQuery()
                .deploymentName("caller")
                .listPage(0, 1000)
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void another_process_starts_it_and_nobody_is_asked_who_wished_it() {
        isNeededFor("check-in");

        assertAnotherMentorIsLookedFor();
        assertThat(mailsTo("rumi")).containsExactly("We are looking for another mentor for you");
        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor");
        assertThat(decisions()).containsExactly("direct CHANGE null");
    }

    @Test
    void another_process_does_nothing_for_a_rep_without_a_mentor() {
        givenRep("rana");
        mentorChange.start("rana", "absence");

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("mentor-change")
                        .count())
                .isZero();
    }

    @Test
    void another_process_joins_what_is_open_and_what_was_undecided_is_granted() {
        rumiAsks("council");
        becomes("mateo", Mentor.Status.RESIGNED);
        isNeededFor("resignation");

        assertAnotherMentorIsLookedFor();
        assertThat(decisions()).containsExactly("direct CHANGE null");
        isNeededFor("inactivity");
        assertAnotherMentorIsLookedFor();
    }

    @Test
    void what_another_process_needs_cannot_be_taken_back_any_more() {
        rumiStarts("council");
        isNeededFor("absence");

        assertThatThrownBy(rumi::takesTheWishBackAtOnce)
                .isInstanceOf(Refusal.class)
                .hasMessage("Mateo cannot go on as your mentor, so we are looking for another one for you anyway.");
        rumi.wouldLikeNobodyInParticular();
        assertAnotherMentorIsLookedFor();
    }

    @Test
    void a_process_that_calls_it_waits_until_the_rep_has_another_mentor() {
        var caller = call(Map.of("menteeId", "rumi", "source", "resignation", "recommendedMentorId", "maya"));
        assertThat(task("Activity_WillYouMentor")).isAssignedTo("maya");
        maya.agreesToMentor("rumi");
        rumi.acceptsTheProposedMentor();
        assertThat(caller).isWaitingAtExactly("call");
        fire("Event_NotHandedOver");

        assertThat(caller).isEnded();
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("maya");
    }

    @Test
    void a_process_that_calls_it_for_nothing_goes_on_at_once() {
        rumiAsks("council");
        assertThat(call(Map.of("menteeId", "rumi", "source", "resignation"))).isEnded();
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");

        givenRep("rana");
        assertThat(call(Map.of("menteeId", "rana", "source", "absence"))).isEnded();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("Event_NothingToDo")
                        .finished()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void where_nobody_is_found_for_the_mentee_of_a_mentor_who_is_gone_they_wait_for_one() {
        becomes("mateo", Mentor.Status.INACTIVE);
        isNeededFor("inactivity");
        assertThat(mentorships.ofMentee("rumi")).isPresent();
        nobodyElseIsFound();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_WaitingForMentor");
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(mailsTo("rumi")).contains("We have not found a mentor for you yet");
        assertThat(mailsTo("clara")).contains("Rumi is still without a mentor");
        assertThat(mailsTo("mateo")).isEmpty();
    }

    @Test
    void a_mentor_who_is_away_is_told_instead_of_asked_to_hand_over() {
        isAway("mateo");
        isNeededFor("absence");
        mayaIsFound();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_MentorChanged");
        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor", "Rumi has another mentor now");
    }

    @Test
    void an_orientation_under_way_goes_on_with_the_new_mentor() {
        givenRep("ravi");
        var ravi = programme.rep("ravi");
        ravi.looksForAMentor();
        mateo.offersToMentor("ravi");
        ravi.acceptsTheProposedMentor();
        mentorChange.start("ravi", "absence");
        runJobs();
        maya.offersToMentor("ravi");
        ravi.acceptsTheProposedMentor();

        assertThat(task("Activity_HoldOrientationCall")).isAssignedTo("maya");
        assertThat(mailsTo("maya")).contains("Please do: Hold the orientation call with Ravi");
        assertThat(shown("Activity_TakeFirstSteps", "ravi")).containsKey("progress");
        maya.holdsTheOrientationCall("ravi", today());
        assertThat(mentorships.ofMentee("ravi").orElseThrow().channel()).isEqualTo("Video call");
    }

    private void isNeededFor(String source) {
        mentorChange.start("rumi", source);
        runJobs();
    }

    private ProcessInstance call(Map<String, Object> variables) {
        var caller = repository
                .createDeployment()
                .name("caller")
                .addModelInstance(
                        "caller.bpmn",
                        Diagram.unseen(Bpmn.createExecutableProcess("caller")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .callActivity("call")
                                .calledElement("mentor-change")
                                .camundaIn("menteeId", "menteeId")
                                .camundaIn("source", "source")
                                .camundaIn("recommendedMentorId", "recommendedMentorId")
                                .endEvent()
                                .done()))
                .deployWithResult();
        var all = new HashMap<String, Object>(variables);
        all.putIfAbsent("recommendedMentorId", null);
        var instance = runtime.startProcessInstanceById(
                caller.getDeployedProcessDefinitions().get(0).getId(), all);
        runJobs();
        return instance;
    }
}
