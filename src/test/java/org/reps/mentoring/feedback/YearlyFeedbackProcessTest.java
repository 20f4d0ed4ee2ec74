package org.reps.mentoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.LookingBackOnTheYear;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** SOP: mentor assessment. Maya is the mentor of Ravi, Rosa, Rumi and others. */
@ExtendWith(OutputCaptureExtension.class)
class YearlyFeedbackProcessTest extends ProgrammeTest {

    /** Occurs nowhere but in what people write confidentially. */
    private static final String MARKER = "quetzalcoatlus";

    @Autowired
    YearlyFeedbackSteps feedback;

    @BeforeEach
    void programme() {
        givenMentor("maya", 9);
        givenRep("ravi");
        givenContact("clara");
        register("carmen", Group.COUNCIL);
    }

    @Test
    void mentor_and_mentee_are_asked_each_in_a_case_of_their_own() {
        feedback.ask("ravi", "maya");
        runJobs();

        assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000))
                .hasSize(2)
                .allSatisfy(own -> assertThat(own.getRootProcessInstanceId()).isEqualTo(own.getId()))
                .extracting("businessKey")
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key.toString()).matches("[0-9a-f-]{36}"));
        assertThat(shownTo("ravi")).containsEntry("partner", "Maya").containsEntry("threshold", 3);
        assertThat(shownTo("maya")).containsEntry("partner", "Ravi");
        assertThat(mailsTo("ravi")).containsExactly("Please do: Look back on the year with Maya");
    }

    @Test
    void mentor_and_mentee_look_back_on_the_year() {
        feedback.ask("ravi", "maya");
        runJobs();
        LookingBackOnTheYear.told(programme, "ravi", "maya");

        assertThat(every("yearly-feedback"))
                .hasSize(2)
                .allSatisfy(own -> assertThat(own).isEnded().hasPassed("Event_FeedbackGiven"));
        assertThat(database.queryForList("select author_role from feedback", String.class))
                .containsExactlyInAnyOrder("MENTEE", "MENTOR");
    }

    @Test
    void ratings_are_kept_in_columns_and_never_become_variables() {
        give("ravi", answers(5, 4, 3, 2));

        assertThat(database.queryForMap(
                        "select about_id, author_role, availability, listening, usefulness, clarity from feedback"))
                .containsEntry("about_id", "maya")
                .containsEntry("author_role", "MENTEE")
                .containsEntry("availability", 5)
                .containsEntry("listening", 4)
                .containsEntry("usefulness", 3)
                .containsEntry("clarity", 2);
        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, 1000))
                .extracting(HistoricVariableInstance::getName)
                .contains("authorId")
                .doesNotContain(
                        "availability",
                        "listening",
                        "usefulness",
                        "clarity",
                        "whatHelped",
                        "whatBetter",
                        "functions",
                        "nameVisible");
    }

    @Test
    void what_is_written_is_found_nowhere_in_clear(CapturedOutput log) {
        give("ravi", answers(5, 4, 3, 2));

        assertNowhereInClear(MARKER);
        assertThat(log.getAll()).doesNotContain(MARKER);
        var kept = database.queryForMap("select id, what_helped from feedback");
        var place = Feedback.place((String) kept.get("id"), "maya", "whatHelped");
        assertThat(confidential.open((String) kept.get("what_helped"), place)).isEqualTo("The calls, " + MARKER);
    }

    @Test
    void who_gave_an_answer_stands_nowhere_beside_it() {
        give("ravi", answers(5, 4, 3, 2));

        assertThat(database.queryForList("select * from feedback"))
                .noneMatch(row -> row.values().stream()
                        .anyMatch(value -> String.valueOf(value).contains("ravi")));
    }

    @Test
    void only_the_author_has_the_task() {
        ask("ravi");
        var task = own("ravi").getId();
        for (var other : List.of("maya", "clara", "carmen")) {
            as(other, () -> {
                assertThat(tasks.createTaskQuery().taskAssignee("ravi").count()).isZero();
                assertThat(runtime.createProcessInstanceQuery().count()).isZero();
                assertThatThrownBy(() -> forms.getTaskFormVariables(task)).hasMessageContaining("permission");
            });
        }
        as(
                "clara",
                () -> assertThat(runtime.createVariableInstanceQuery().count()).isZero());
    }

    @Test
    void a_mentor_sees_means_only_from_three_different_people_on() {
        give("ravi", answers(5, 4, 3, 2));
        give("rosa", answers(4, 4, 4, 4));
        assertThat(feedback.means("maya").answers()).isEmpty();
        // The same person once more, a year later, is not a third one.
        give("ravi", answers(1, 1, 1, 1));
        assertThat(feedback.means("maya").answers()).isEmpty();

        give("rumi", answers(5, 5, 5, 5));

        assertThat(feedback.means("maya")).isEqualTo(new YearlyFeedbackSteps.Means("4", "3.8", "3.5", "3.3", "3.0"));
    }

    @Test
    void comparing_two_years_does_not_show_what_one_person_said() {
        for (var mentee : List.of("ravi", "rosa", "rumi")) {
            give(mentee, answers(5, 5, 5, 5));
        }
        var before = feedback.means("maya");
        give("remy", answers(1, 1, 1, 1));
        give("rana", answers(1, 1, 1, 1));
        assertThat(feedback.means("maya")).isEqualTo(before);
        give("ruth", answers(1, 1, 1, 1));

        assertThat(feedback.means("maya")).isEqualTo(new YearlyFeedbackSteps.Means("6", "3.0", "3.0", "3.0", "3.0"));
    }

    @Test
    void what_a_mentor_says_of_mentees_does_not_count_for_mentors() {
        for (var mentor : List.of("mateo", "mei", "musa")) {
            givenMentor(mentor, 5);
            feedback.ask("maya", mentor);
            runJobs();
            programme.mentor(mentor).looksBackOnTheYear(answers(5, 5, 5, 5));
        }

        assertThat(feedback.means("maya").answers()).isEmpty();
    }

    @Test
    void an_author_is_reminded_once_and_then_left_in_peace() {
        ask("ravi");
        fire("ravi", "Event_ReminderDue");
        assertThat(mailsTo("ravi")).contains("Your feedback on the year is still welcome");
        var asked = own("ravi").getProcessInstanceId();
        fire("ravi", "Event_NotAnswered");

        assertThat(every("yearly-feedback"))
                .filteredOn(feedback -> feedback.getId().equals(asked))
                .singleElement()
                .satisfies(ravis ->
                        assertThat(ravis).isEnded().hasPassed("Event_AuthorReminded", "Event_ClosedUnanswered"));
        assertThat(tasks.createTaskQuery().taskAssignee("ravi").listPage(0, 1000))
                .isEmpty();
        assertThat(database.queryForObject("select count(*) from feedback", Integer.class))
                .isZero();
    }

    @Test
    void a_rating_that_is_missing_or_out_of_range_is_refused() {
        ask("ravi");
        var ravi = programme.rep("ravi");
        assertThatThrownBy(() -> ravi.looksBackOnTheYear("clarity", null))
                .isInstanceOf(Refusal.class)
                .hasMessage("It was clear what each of us does: please answer this.");

        assertThatThrownBy(() -> ravi.looksBackOnTheYear("availability", "6"))
                .isInstanceOf(Refusal.class)
                .hasMessage("I could reach them when I needed to: please choose one of the options.");
        assertThat(database.queryForObject("select count(*) from sealed_text", Integer.class))
                .isZero();
    }

    private void ask(String mentee) {
        if (reps.findById(mentee).isEmpty()) {
            givenRep(mentee);
        }
        feedback.ask(mentee, "maya");
        runJobs();
    }

    private void give(String mentee, Object... answers) {
        ask(mentee);
        programme.rep(mentee).looksBackOnTheYear(answers);
    }

    private void fire(String author, String event) {
        management.executeJob(management
                .createJobQuery()
                .timers()
                .activityId(event)
                .processInstanceId(own(author).getProcessInstanceId())
                .singleResult()
                .getId());
        runJobs();
    }

    private Task own(String author) {
        return tasks.createTaskQuery().taskAssignee(author).listPage(0, 1000).get(0);
    }

    private Map<String, Object> shownTo(String author) {
        var shown = new HashMap<String, Object>();
        var task = own(author).getId();
        as(author, () -> shown.putAll(forms.getTaskFormVariables(task)));
        return shown;
    }

    private static Object[] answers(int availability, int listening, int usefulness, int clarity, Object... more) {
        var answers = new ArrayList<Object>(List.of(
                "availability", String.valueOf(availability),
                "listening", String.valueOf(listening),
                "usefulness", String.valueOf(usefulness),
                "clarity", String.valueOf(clarity)));
        answers.addAll(List.of("whatHelped", "The calls, " + MARKER));
        answers.addAll(List.of("whatBetter", "More time, " + MARKER));
        answers.addAll(List.of("functions", List.of("Coach on skills and goals", "Pass on important news")));
        answers.addAll(List.of(more));
        return answers.toArray();
    }
}
