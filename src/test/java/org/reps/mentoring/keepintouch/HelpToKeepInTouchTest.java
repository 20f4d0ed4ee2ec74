package org.reps.mentoring.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi, and one of them asks a contact for help, which the other one can see nowhere. */
class HelpToKeepInTouchTest extends ProgrammeTest {

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingCouncilMember clara = programme.council("clara");

    private String together = "";

    @Autowired
    private KeepInTouchSteps keepInTouch;

    @Autowired
    private InTouchOfPairs inTouch;

    @BeforeEach
    void they_are_asked() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenContact("clara");
        together = mentorships.begin("rumi", "mateo");
        mentorships.keepInTouch(together, "Chat", "every month");
        mentorships.haveTalked(together, today());
        theDayComes();
    }

    private void theDayComes() {
        on(database.queryForObject("select next_on from keep_in_touch where id = ?", LocalDate.class, together));
        while (keepInTouch.askDue() > 0) {
            runJobs();
        }
    }

    private void theDayComesAgainAfterAMiss() {
        fire("Event_NoMoreAnswer");
        theDayComes();
    }

    private Map<String, Object> known() {
        var row = database.queryForMap("select * from keep_in_touch");
        row.remove("version");
        return row;
    }

    private Task mateos() {
        return tasks.createTaskQuery().taskAssignee("mateo").singleResult();
    }

    private void completes(String userId, Task task, Map<String, Object> answers) {
        as(userId, () -> {
            tasks.claim(task.getId(), userId);
            forms.submitTaskForm(task.getId(), answers);
        });
        runJobs();
    }

    @Test
    void the_question_of_the_other_stays_as_it_was_and_nothing_known_of_the_two_changes() {
        var question = mateos();
        var shown = shown(question, "mateo");
        var known = known();
        rumi.couldUseHelpToKeepInTouchWith("mateo", "contact");

        assertThat(task("Activity_HelpKeepInTouch")).hasName("Help Rumi and their mentor to keep in touch");
        assertThat(mateos().getId()).isEqualTo(question.getId());
        assertThat(mateos().getDueDate()).isEqualTo(question.getDueDate());
        assertThat(shown(mateos(), "mateo")).isEqualTo(shown);
        assertThat(known()).isEqualTo(known);
        clara.helpsTheTwo("rumi");

        assertThat(known()).isEqualTo(known);
        assertThat(mailsTo("rumi")).contains("Clara has looked after it");
        assertThat(mailsTo("mateo")).containsExactly("Are you in touch with Rumi?");
        assertThat(mateos().getId()).isEqualTo(question.getId());
        fire("Event_NoMoreAnswer");
        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_Helped", "Event_AskedAnotherTime");
    }

    /** What is known afterwards is what it would be if nothing had been said, whatever becomes of the question. */
    @Test
    void the_other_can_say_that_they_have_talked_and_the_contact_helps_still() {
        rumi.couldUseHelpToKeepInTouchWith("mateo", "contact");
        mateo.isInTouchWith("rumi");

        assertThat(openTasks()).containsExactly("Activity_HelpKeepInTouch");
        assertThat(inTouch.talkedOn(List.of(together))).containsEntry(together, today());
        assertThat(known()).containsEntry("next_on", Date.valueOf(today().plusMonths(1)));
        theDayComes();
        assertThat(mateos()).hasName("Say whether you talk with Rumi");
    }

    @Test
    void a_question_that_runs_out_is_missed_as_ever_while_a_contact_helps() {
        theDayComesAgainAfterAMiss();
        rumi.couldUseHelpToKeepInTouchWith("mateo", "contact");
        fire("Event_NoMoreAnswer");

        assertThat(known()).containsEntry("missed", 2);
        assertThat(inTouch.lost()).hasSize(1);
        assertThat(task("Activity_TakeFirstStep")).isAssignedTo("mateo");
        clara.helpsTheTwo("rumi");
        assertThat(inTouch.lost()).hasSize(1);
    }

    @Test
    void both_can_ask_a_contact_and_each_is_helped_for_themself() {
        rumi.couldUseHelpToKeepInTouchWith("mateo", "contact");
        mateo.couldUseHelpToKeepInTouchWith("rumi", "contact");
        var helping = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_HelpKeepInTouch")
                .orderByTaskCreateTime()
                .asc()
                .list();

        assertThat(helping).hasSize(2);
        helping.forEach(task -> completes("clara", task, Map.of()));
        assertThat(mailsTo("rumi")).containsOnlyOnce("Clara has looked after it");
        assertThat(mailsTo("mateo")).containsOnlyOnce("Clara has looked after it");
        assertThat(the("keep-in-touch")).isEnded();
    }

    @Test
    void whoever_was_to_take_the_first_step_can_ask_a_contact_as_well() {
        mateo.couldUseHelpToKeepInTouchWith("rumi", "other");
        rumi.takesTheFirstStepTo("mateo", "contact");

        assertThat(known()).containsEntry("asked", null).containsEntry("next_on", Date.valueOf(today().plusMonths(1)));
        clara.helpsTheTwo("rumi");
        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_ContactAsked", "Event_Helped");
        assertThat(mailsTo("rumi")).contains("Clara has looked after it");
        assertThat(mailsTo("mateo")).doesNotContain("Clara has looked after it");
    }

    // --- they have talked elsewhere

    @Test
    void two_who_have_talked_elsewhere_need_no_first_step_any_more() {
        rumi.couldUseHelpToKeepInTouchWith("mateo", "other");
        mateo.saysHowTheyKeepInTouch("channel", "Phone");
        assertThat(openTasks()).containsExactly("Activity_TakeFirstStep");
        theyTalkElsewhere();

        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_NoStepNeeded");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void two_who_have_talked_elsewhere_need_no_contact_any_more() {
        theDayComesAgainAfterAMiss();
        fire("Event_NoMoreAnswer");
        fire("Event_NoFirstStep");
        assertThat(openTasks()).containsExactly("Activity_LookAfterPair");
        theyTalkElsewhere();

        assertThat(openTasks()).isEmpty();
        assertThat(every("keep-in-touch").get(1)).isEnded().hasPassed("Event_NoHelpNeeded");
    }

    @Test
    void whoever_has_asked_a_contact_is_helped_also_when_the_two_have_talked_elsewhere() {
        rumi.couldUseHelpToKeepInTouchWith("mateo", "contact");
        theyTalkElsewhere();

        assertThat(openTasks()).containsExactly("Activity_HelpKeepInTouch");
        clara.helpsTheTwo("rumi");
        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_NothingLeftToAsk", "Event_Helped");
    }

    private void theyTalkElsewhere() {
        mentorships.haveTalked(together, today());
        runJobs();
    }
}
