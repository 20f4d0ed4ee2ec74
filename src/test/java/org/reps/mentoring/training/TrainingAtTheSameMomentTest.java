package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.training.Training.State;

/**
 * Several people do something about Riku's training at the same moment, or before the engine has gone on with what
 * somebody did: they submit their forms, and no verbs let the engine go on.
 */
class TrainingAtTheSameMomentTest extends CoachingTrainingTest {

    private static final Map<String, Object> WISH = Map.of(
            "wayIn",
            "self",
            "motivation",
            "I like to listen",
            "languages",
            List.of("en"),
            "skills",
            List.of("Coaching"));
    private static final Map<String, Object> NOMINATION = Map.of("wayIn", "nominate", "nominee", "riku");
    private static final Map<String, Object> ACCEPT = Map.of("trainingDecision", "accept");
    private static final Map<String, Object> MORE = Map.of("trainingDecision", "more", "answerForRep", "And practice?");
    private static final Map<String, Object> REFUSE =
            Map.of("trainingDecision", "refuse", "answerForRep", "Try listening some more");
    private static final Map<String, Object> CLOSE =
            Map.of("longDecision", "close", "longReason", "Moved to another programme");
    private static final Map<String, Object> BEGIN = Map.of(
            "begins",
            "yes",
            "capacity",
            2,
            "skills",
            List.of("Coaching"),
            "languages",
            List.of("en"),
            "timeZone",
            "Europe/Helsinki",
            "profileUpdated",
            true,
            "joinedRooms",
            true);

    @Test
    void two_starts_at_the_same_moment_become_one_training() throws Exception {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("coaching-training")
                .latestVersion()
                .singleResult()
                .getId();
        for (var round = 0; round < 3; round++) {
            var started = atOnce(List.of(
                    attempt("riku", () -> forms.submitStartForm(definition, WISH)),
                    attempt("riku", () -> forms.submitStartForm(definition, WISH)),
                    attempt("maya", () -> forms.submitStartForm(definition, NOMINATION))));

            assertThat(started).containsExactlyInAnyOrder("done", "refused", "refused");
            assertThat(cases()).isOne();
            assertThat(trainings.findAll()).filteredOn(Training::isOpen).hasSize(1);
            runJobs();
            if (training().state() == State.NOMINATED) {
                riku.wouldNotLikeToBecomeAMentor();
            } else {
                riku.stopsTheTraining();
            }
        }
    }

    @Test
    void of_two_decisions_at_the_same_moment_one_counts() throws Exception {
        for (var round = 0; round < 3; round++) {
            untilReported();
            var task = task("Activity_ConfirmTraining").getId();
            as("clara", () -> tasks.claim(task, "clara"));

            var done = atOnce(List.of(
                    attempt("clara", () -> forms.submitTaskForm(task, ACCEPT)),
                    attempt("clara", () -> forms.submitTaskForm(task, REFUSE))));

            assertThat(done).containsExactlyInAnyOrder("done", "refused");
            runJobs();
            assertThat(training().decisions()).hasSize(1);
            var accepted = training().state() == State.ACCEPTED;
            assertThat(openTasks()).containsExactly(accepted ? "Activity_ArrangeCall" : "Activity_ReadTrainingAnswer");
            if (accepted) {
                clara.dropsTheOnboardingCallWith("riku", "Has found a job");
            } else {
                riku.readsTheAnswerToTheTraining();
            }
        }
    }

    @Test
    void of_two_contacts_who_take_it_at_the_same_moment_one_decides() throws Exception {
        untilReported();
        var task = task("Activity_ConfirmTraining").getId();

        var done = atOnce(List.of(
                attempt("clara", () -> {
                    tasks.claim(task, "clara");
                    forms.submitTaskForm(task, ACCEPT);
                }),
                attempt("chidi", () -> {
                    tasks.claim(task, "chidi");
                    forms.submitTaskForm(task, MORE);
                })));

        assertThat(done).containsExactlyInAnyOrder("done", "refused");
        assertThat(decision().decidedBy()).isEqualTo(done.get(0).equals("done") ? "clara" : "chidi");
        assertThat(training().decisions()).hasSize(1);
    }

    @Test
    void a_report_in_the_meantime_makes_the_contacts_question_needless() {
        riku.asksToBecomeAMentor();
        fire("Event_TrainingTakesLong");
        var look = task("Activity_LookAfterLongTraining").getId();
        as("clara", () -> tasks.claim(look, "clara"));
        as("riku", () -> forms.submitTaskForm(task("Activity_ReportTraining").getId(), finished()));

        assertRefused(
                () -> as("clara", () -> forms.submitTaskForm(look, CLOSE)),
                "This was answered a moment ago. Please refresh your task list.");
        runJobs();
        assertThat(openTasks()).containsExactly("Activity_ConfirmTraining");
    }

    @Test
    void a_training_that_was_closed_a_moment_ago_is_not_reported() {
        riku.asksToBecomeAMentor();
        fire("Event_TrainingTakesLong");
        var look = task("Activity_LookAfterLongTraining").getId();
        as("clara", () -> {
            tasks.claim(look, "clara");
            forms.submitTaskForm(look, CLOSE);
        });

        assertRefused(
                () -> riku.reportsTheTraining(firstDay),
                "Your training was closed a moment ago. Please refresh your task list.");
        assertThat(training().reports()).isEmpty();
    }

    @Test
    void joining_the_group_and_becoming_a_mentor_happen_together_or_not_at_all() {
        untilSetUp();
        as("riku", () -> forms.submitTaskForm(task("Activity_SetUpMentor").getId(), BEGIN));
        // No table, no mentor.
        database.execute("alter table mentor rename to gone");
        try {
            management.executeJob(jobOf("Activity_SetUpMentor"));
            var registration = jobOf("Activity_RegisterMentor");
            assertThatThrownBy(() -> management.executeJob(registration)).isInstanceOf(RuntimeException.class);
        } finally {
            database.execute("alter table gone rename to mentor");
        }
        assertThat(people.isIn(Group.MENTORS, "riku")).isFalse();
        assertThat(training().state()).isEqualTo(State.READY);
        runJobs();

        assertThat(people.isIn(Group.MENTORS, "riku")).isTrue();
        assertThat(mentors.existsById("riku")).isTrue();
        assertThat(training().state()).isEqualTo(State.MENTOR);
    }

    private Map<String, Object> finished() {
        return Map.of(
                "trainingAnswer", "finished",
                "finishedOn", firstDay.toString(),
                "certificate", "https://example.org/certificates/1",
                "narrative", "I practised open questions",
                "practiceWeek", "no");
    }

    private String jobOf(String activity) {
        return management
                .createJobQuery()
                .messages()
                .activityId(activity)
                .singleResult()
                .getId();
    }

    private Callable<String> attempt(String userId, Runnable action) {
        return () -> {
            try {
                as(userId, action);
                return "done";
            } catch (RuntimeException somebodyElseWasQuicker) {
                return "refused";
            }
        };
    }
}
