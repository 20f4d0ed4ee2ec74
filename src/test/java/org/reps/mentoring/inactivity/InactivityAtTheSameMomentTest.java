package org.reps.mentoring.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;

/** Mateo is reported, answers, and runs out of time at the same moment, or before the engine has gone on. */
class InactivityAtTheSameMomentTest extends MentorInactivityTest {

    private static final Map<String, Object> STILL_THERE = Map.of("stillThere", "yes");

    @Test
    void two_reports_at_the_same_moment_become_one_case() throws Exception {
        for (var round = 0; round < 3; round++) {
            atOnce(IntStream.range(0, 8)
                    .mapToObj(i -> succeeds(() -> inactivity.report("mateo", "rep")))
                    .toList());
            assertThat(database.queryForObject("""
                            select count(*) from inactivity_report r join inactivity s on s.id = r.inactivity
                            where s.open_mentor = 'mateo'""", Integer.class)).isEqualTo(8);
            runJobs();
            mateo.isStillThere();
        }

        assertThat(cases("mentor-inactivity")).hasSize(3);
    }

    @Test
    void an_answer_that_is_not_yet_worked_on_when_the_time_is_over_counts() {
        silentToTheAnnouncement();
        as("mateo", () -> forms.submitTaskForm(task("Activity_StillThere").getId(), STILL_THERE));
        var answered = management.createJobQuery().messages().activityId("Activity_StillThere");
        assertThat(answered.count()).isEqualTo(1);
        management.executeJob(timeOver());
        management.executeJob(notingInactive());
        runJobs();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorActive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
    }

    @Test
    void an_answer_and_the_end_of_the_time_at_the_same_moment_do_not_both_win() throws Exception {
        for (var round = 0; round < 4; round++) {
            silentToTheAnnouncement();
            var task = task("Activity_StillThere").getId();
            management.executeJob(timeOver());
            var job = notingInactive();

            var won = atOnce(List.of(
                    succeeds(() -> as("mateo", () -> forms.submitTaskForm(task, STILL_THERE))),
                    succeeds(() -> management.executeJob(job))));
            runJobs();

            var status = mentors.findById("mateo").orElseThrow().status();
            if (won.get(0)) {
                assertThat(status).isEqualTo(Mentor.Status.ACTIVE);
                assertThat(handedOver()).isEmpty();
            } else {
                assertThat(won.get(1)).isTrue();
                assertThat(status).isEqualTo(Mentor.Status.INACTIVE);
                assertThat(handedOver()).hasSize(2);
            }
            beginAnew();
        }
    }

    private String timeOver() {
        return management
                .createJobQuery()
                .timers()
                .activityId("Event_AnnouncedTimeOver")
                .singleResult()
                .getId();
    }

    private String notingInactive() {
        return management
                .createJobQuery()
                .messages()
                .activityId("Activity_NoteInactive")
                .singleResult()
                .getId();
    }

    private void beginAnew() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .listPage(0, 1000)
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next round"));
        history.createHistoricProcessInstanceQuery()
                .listPage(0, 1000)
                .forEach(instance -> history.deleteHistoricProcessInstanceIfExists(instance.getId()));
        for (var table : List.of("change_told", "change_decision", "change_request")) {
            database.update("delete from " + table);
        }
        mentors.save(mentors.findById("mateo").orElseThrow().becoming(Mentor.Status.ACTIVE));
    }

    private static Callable<Boolean> succeeds(Runnable action) {
        return () -> {
            try {
                action.run();
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
    }
}
