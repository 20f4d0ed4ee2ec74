package org.reps.mentoring.engine.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.links.LinkedTasks.LinkedTask;
import org.reps.mentoring.engine.links.LinkedTasks.State;
import org.reps.mentoring.engine.refusals.TooLate;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Maya and Mateo could guide Rumi; Clara and Chidi are contacts. */
class LinkedTasksTest extends ProgrammeTest {

    private static final Map<String, Object> I_WILL = Map.of("mentorOffers", "yes");

    @Autowired
    LinkedTasks linked;

    @BeforeEach
    void givenPeople() {
        givenRep("rumi");
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenContact("clara");
        givenContact("chidi");
        on(today());
    }

    @Test
    void what_is_offered_is_theirs_with_the_answer_and_nothing_has_to_be_claimed() {
        var offer = offer();
        assertThat(stateOf(offer, "mateo")).isEqualTo(State.OFFERED);

        as("mateo", () -> forms.submitTaskForm(offer.getId(), I_WILL));
        runJobs();

        assertThat(task("Activity_MeetProposedMentor")).isAssignedTo("rumi");
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskId(offer.getId())
                        .singleResult()
                        .getAssignee())
                .isEqualTo("mateo");
        assertThat(linkedBy(offer, "mateo")).isEqualTo(new LinkedTask(State.DONE, now()));
        assertThat(stateOf(offer, "maya")).isEqualTo(State.NOT_MINE);
        assertThatThrownBy(() -> as("maya", () -> forms.submitTaskForm(offer.getId(), I_WILL)))
                .isInstanceOf(TooLate.class);
    }

    @Test
    void an_answer_that_is_refused_takes_the_task_from_nobody() {
        var offer = offer();

        assertThatThrownBy(() -> as("mateo", () -> forms.submitTaskForm(offer.getId(), Map.of())))
                .isInstanceOf(Refusal.class);

        assertThat(task("Activity_OfferToMentor")).isNotAssigned();
        assertThat(stateOf(offer, "maya")).isEqualTo(State.OFFERED);
    }

    @Test
    void what_somebody_else_has_taken_says_so_and_is_not_taken_by_an_answer() {
        var offer = offer();
        as("maya", () -> tasks.claim(offer.getId(), "maya"));

        assertThat(stateOf(offer, "maya")).isEqualTo(State.MINE);
        assertThat(stateOf(offer, "mateo")).isEqualTo(State.TAKEN);
        assertThatThrownBy(() -> as("mateo", () -> forms.submitTaskForm(offer.getId(), I_WILL)))
                .hasMessage("Somebody else has taken this task. Please refresh your task list.");
    }

    @Test
    void what_is_for_others_and_what_has_never_been_are_told_apart_by_nobody() {
        var offer = offer();

        assertThat(linkedBy(offer, "rumi")).isEqualTo(new LinkedTask(State.NOT_MINE, null));
        as(
                "rumi",
                () -> assertThat(linked.forCurrentPerson("no-such-task"))
                        .isEqualTo(new LinkedTask(State.NOT_MINE, null)));
    }

    @Test
    void what_was_told_in_confidence_opens_for_whoever_has_taken_it() {
        startAs(
                "rumi",
                "raise-concern",
                Map.of("category", "idea", "whatHappened", "We could meet.", "involvedPeople", "rumi"));
        var concern = task("Activity_LookIntoConcern");
        assertThat(stateOf(concern, "clara")).isEqualTo(State.IN_CONFIDENCE);

        assertThatThrownBy(() -> as("clara", () -> forms.submitTaskForm(concern.getId(), Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please open this task first. Only one person reads what is told in it in confidence.");
        assertThat(task("Activity_LookIntoConcern")).isNotAssigned();

        as("clara", () -> tasks.claim(concern.getId(), "clara"));
        assertThat(stateOf(concern, "clara")).isEqualTo(State.MINE);
        assertThat(stateOf(concern, "chidi")).isEqualTo(State.TAKEN);
    }

    @Test
    void where_nobody_has_told_anything_in_confidence_there_is_nothing_to_open() {
        programme.rep("rumi").looksForAMentor();
        fire("Event_NoOfferInTime");
        var question = task("Activity_AskMentor");
        assertThat(stateOf(question, "clara")).isEqualTo(State.OFFERED);

        programme.council("clara").asksAMentorFor("rumi", "maya");
        programme.mentor("maya").doesNotAgreeToMentor("rumi", "declineReason", "We do not get on");
        fire("Event_NoOfferInTime");

        assertThat(stateOf(task("Activity_AskMentor"), "clara")).isEqualTo(State.IN_CONFIDENCE);
        var answers = Map.<String, Object>of("contactDecision", "ask", "recommendedMentorId", "mateo");
        assertThatThrownBy(() -> as(
                        "clara",
                        () -> forms.submitTaskForm(task("Activity_AskMentor").getId(), answers)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Please open this task first.");
    }

    @Test
    void what_was_theirs_and_is_not_needed_any_more_says_so() {
        var offer = offer();
        as("mateo", () -> forms.submitTaskForm(offer.getId(), I_WILL));
        runJobs();
        var proposal = task("Activity_MeetProposedMentor");

        runtime.deleteProcessInstance(proposal.getProcessInstanceId(), "called off");

        assertThat(linkedBy(proposal, "rumi")).isEqualTo(new LinkedTask(State.OVER, now()));
        assertThat(stateOf(proposal, "mateo")).isEqualTo(State.NOT_MINE);
    }

    private Task offer() {
        programme.rep("rumi").looksForAMentor();
        return task("Activity_OfferToMentor");
    }

    private State stateOf(Task task, String userId) {
        return linkedBy(task, userId).state();
    }

    private LinkedTask linkedBy(Task task, String userId) {
        var found = new AtomicReference<LinkedTask>();
        as(userId, () -> found.set(linked.forCurrentPerson(task.getId())));
        return found.get();
    }
}
