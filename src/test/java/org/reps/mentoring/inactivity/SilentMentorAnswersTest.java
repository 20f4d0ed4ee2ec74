package org.reps.mentoring.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;
import static org.reps.mentoring.Today.todayFarthestEast;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Somebody notices that Mateo is silent, and Mateo is asked and answers. */
class SilentMentorAnswersTest extends MentorInactivityTest {

    // --- somebody notices

    @Test
    void a_mentor_who_is_there_says_so_and_that_is_all() {
        clara.noticesTheInactivityOf("Mateo");
        assertThat(task("Activity_StillThere")).isAssignedTo("mateo").hasName("Are you still there?");
        assertThat(mailsTo("mateo")).containsExactly("Please do: Are you still there?");
        mateo.isStillThere();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorActive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(handedOver()).isEmpty();
        assertThat(mentors.lastAnswer("mateo")).contains(today());
    }

    @Test
    void the_mentor_sees_what_was_noticed_but_not_by_whom() {
        inactivity.report("mateo", "rep");
        clara.noticesTheInactivityOf("mateo");

        assertThat(shown("Activity_StillThere", "mateo")).containsOnlyKeys("stillThere", "noticed", "mentees");
        assertThat(shown("Activity_StillThere", "mateo").toString()).doesNotContain("clara", "Clara", "rep\"");
        as("rumi", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
        as(
                "rumi",
                () -> assertThat(runtime.createProcessInstanceQuery()
                                .processDefinitionKey("mentor-inactivity")
                                .listPage(0, 1000))
                        .isEmpty());
    }

    @Test
    void whoever_is_reported_again_is_not_asked_again() {
        inactivity.report("mateo", "rep");
        runJobs();
        inactivity.report("mateo", "check-in");
        clara.noticesTheInactivityOf("mateo");

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_ReportAdded");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("Activity_StillThere")
                        .count())
                .isEqualTo(1);
        fire("Event_GraceOver");
        assertThat(shown("Activity_ConfirmInactivity", "chidi"))
                .extractingByKey("evidence")
                .asString()
                .contains("\"reports\":3", "\"reportsByPeople\":3", "Rumi Sample");
    }

    @Test
    void a_mentor_who_is_away_is_not_asked_and_whoever_waits_learns_it() {
        given(mentor -> mentor.away(today().minusDays(1), today().plusDays(1), null));

        assertRefused(
                () -> clara.noticesTheInactivityOf("mateo"),
                "Mateo is away until " + today().plusDays(1) + "; please wait until then.");
        assertNotAsked("away");
    }

    @Test
    void a_mentor_who_is_inactive_is_not_asked_and_whoever_waits_learns_it() {
        given(mentor -> mentor.becoming(Mentor.Status.INACTIVE));

        assertRefused(() -> clara.noticesTheInactivityOf("mateo"), "Mateo is not an active mentor any more.");
        assertNotAsked("inactive");
    }

    @Test
    void a_mentor_who_is_gone_is_not_asked_and_whoever_waits_learns_it() {
        given(mentor -> mentor.becoming(Mentor.Status.RESIGNED));

        assertNotAsked("steps-down");
    }

    @Test
    void a_contact_is_told_why_somebody_cannot_be_asked() {
        givenMentor("maya", 3);
        givenMentor("chloe", 3);
        identities.createMembership("chloe", Group.CONTACTS.id());

        assertRefused(() -> clara.noticesTheInactivityOf("rumi"), "Rumi is not a mentor.");
        assertRefused(
                () -> clara.noticesTheInactivityOf("maya"),
                "Nobody is waiting for Maya: there is no mentee and no open task.");
        assertThatThrownBy(() -> programme.council("chloe").noticesTheInactivityOf("chloe"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You cannot report yourself.");
        assertRefused(() -> clara.noticesTheInactivityOf(null), "Which mentor?: please answer this.");
        assertThat(cases("mentor-inactivity")).isEmpty();
    }

    // --- the mentor answers

    @Test
    void a_mentor_for_whom_it_is_too_much_hands_over_whom_they_choose() {
        ask();
        mateo.hasTooManyMentees("newCapacity", 1, "handOver", asTasklistSends("[\"rana\"]"));

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorActive");
        assertThat(handedOver()).containsExactly(Map.entry("rana", "too-much"));
        assertThat(mentors.findById("mateo").orElseThrow().capacity()).isEqualTo(1);
        assertThat(mailsTo("mateo")).contains("We are looking for another mentor for Rana");
        assertThat(mailsTo("rana")).containsExactly("We are looking for another mentor for you");
    }

    /** Tasklist sends what was chosen under the type of the options, if these are a variable. */
    private static ObjectValue asTasklistSends(String chosen) {
        return Variables.serializedObjectValue(chosen)
                .serializationDataFormat("application/json")
                .objectTypeName("java.util.ArrayList<" + Option.class.getName() + ">")
                .create();
    }

    @Test
    void a_mentor_may_take_fewer_mentees_without_handing_anybody_over() {
        ask();
        mateo.hasTooManyMentees("newCapacity", 2);

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorActive");
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void what_does_not_help_is_refused_and_the_question_stays() {
        ask();

        assertRefused(
                () -> mateo.hasTooManyMentees("newCapacity", 6),
                "How many mentees: this is more than the 5 of now; please give a smaller number.");
        assertRefused(
                () -> mateo.hasTooManyMentees("newCapacity", 5),
                "Please say what would help you: a smaller number of mentees, or whom somebody else should guide.");
        assertRefused(
                () -> mateo.hasTooManyMentees(),
                "How many mentees would you like to have at most?: please answer this.");
        assertRefused(
                () -> mateo.hasTooManyMentees("newCapacity", 1, "handOver", List.of("ravi")),
                "Who should get another mentor?: please choose one of the options.");
        assertRefused(
                () -> mateo.isStillThereButAwayUntil(
                        todayFarthestEast().plusYears(1).plusDays(1)),
                "Away until: please choose a day in the next year.");
        assertRefused(
                () -> mateo.isStillThereButAwayUntil(today().minusDays(3)),
                "Away until: please give a date that is not in the past.");
        assertThat(the("mentor-inactivity")).isWaitingAt("Activity_StillThere");
        assertThat(mentors.lastAnswer("mateo")).isEmpty();
        assertThat(mentors.findById("mateo").orElseThrow().capacity()).isEqualTo(5);
    }

    @Test
    void a_mentor_may_be_away_until_a_day_and_is_back_after_it() {
        var until = today().plusDays(20);
        ask();
        mateo.isStillThereButAwayUntil(until);

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorAway");
        var mentor = mentors.findById("mateo").orElseThrow();
        assertThat(mentor.isAwayOn(today())).isTrue();
        assertThat(mentor.takesMenteesOn(until)).isFalse();
        assertThat(mentor.takesMenteesOn(until.plusDays(1))).isTrue();
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void a_mentor_who_steps_down_does_so_in_a_case_of_its_own() {
        ask();
        mateo.isStillThereButStepsDown();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorStepsDown");
        assertThat(the("mentor-resignation")).isWaitingAt("Activity_SayLastDay");
        assertThat(openTasks()).contains("Activity_SayLastDay").doesNotContain("Activity_StillThere");
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void an_answer_to_something_else_shows_that_the_mentor_is_there() {
        register("ruth", Group.REPS);
        programme.rep("ruth").looksForAMentor();
        ask();
        fire("Event_GraceOver");
        mateo.doesNotOfferToMentor("ruth");

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorSeen", "Event_MentorActive");
        assertThat(openTasks()).doesNotContain("Activity_StillThere", "Activity_ConfirmInactivity");
    }

    // --- who waits for the end

    @Test
    void whoever_waits_for_the_end_learns_how_it_ended() {
        deployWaiting();
        runtime.startProcessInstanceByKey("waiting", Map.of("mentorId", "mateo"));
        runtime.startProcessInstanceByKey("waiting", Map.of("mentorId", "maya"));
        ask();
        mateo.isStillThere();

        assertThat(tasks.getVariable(task("settled").getId(), "mentorId")).isEqualTo("mateo");
        assertThat(tasks.getVariable(task("settled").getId(), "inactivityOutcome"))
                .isEqualTo("active");
    }

    /** A process that waits for the end of a case, as a change of mentor does. */
    private void deployWaiting() {
        repository
                .createDeployment()
                .addModelInstance(
                        "waiting.bpmn",
                        Diagram.unseen(Bpmn.createExecutableProcess("waiting")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent()
                                .message("mentor-inactivity-settled")
                                .userTask("settled")
                                .endEvent()
                                .done()))
                .deploy();
    }

    private void given(UnaryOperator<Mentor> change) {
        mentors.save(change.apply(mentors.findById("mateo").orElseThrow()));
    }

    private void assertNotAsked(String outcome) {
        deployWaiting();
        runtime.startProcessInstanceByKey("waiting", Map.of("mentorId", "mateo"));
        inactivity.report("mateo", "rep");
        runJobs();

        assertThat(openTasks()).containsExactly("settled");
        assertThat(tasks.getVariable(task("settled").getId(), "inactivityOutcome"))
                .isEqualTo(outcome);
        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorNotAsked");
    }
}
