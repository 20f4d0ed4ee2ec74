package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** What Mateo has to do waits until he is back. */
class TasksOfMentorsWhoAreAwayTest extends MateoIsAwayTest {

    @Test
    void own_tasks_and_their_timers_wait_and_come_back_with_the_mentor() {
        givenRep("ruth");
        programme.rep("ruth").looksForAMentor();
        mateo.offersToMentor("ruth");
        programme.rep("ruth").acceptsTheProposedMentor();
        givenRep("rolf");
        programme.rep("rolf").looksForAMentor();
        as("mateo", () -> tasks.claim(task("Activity_OfferToMentor").getId(), "mateo"));
        announce(2, 21);
        later(Period.ofDays(2));
        var due = task("Activity_HoldOrientationCall").getDueDate().toInstant();
        var overdue = dueOf("Event_CallOverdue");
        var orientation = dueOf("Event_OrientationTimeOver");
        var offer = task("Activity_OfferToMentor").getDueDate();
        var firstSteps = task("Activity_TakeFirstSteps").getDueDate();
        fire("Event_FirstDayComes");
        var away = Duration.between(now(), dueOf("Event_LastDayOver"));

        assertThat(task("Activity_HoldOrientationCall").getDueDate().toInstant())
                .isEqualTo(due.plus(away));
        assertThat(dueOf("Event_CallOverdue")).isEqualTo(overdue.plus(away));
        assertThat(dueOf("Event_OrientationTimeOver"))
                .as("a timer of the whole orientation")
                .isEqualTo(orientation);
        assertThat(task("Activity_TakeFirstSteps")).as("a task of Ruth's").hasDueDate(firstSteps);
        assertThat(task("Activity_OfferToMentor"))
                .as("Rolf waits, so an answer that does not come counts as one")
                .hasDueDate(offer);

        later(Period.ofDays(5));
        var left = Duration.between(now(), dueOf("Event_LastDayOver"));
        mateo.isBackEarly();

        assertThat(task("Activity_HoldOrientationCall").getDueDate().toInstant())
                .isEqualTo(due.plus(away).minus(left));
        assertThat(dueOf("Event_CallOverdue")).isEqualTo(overdue.plus(away).minus(left));
        assertThat(tasks.getVariablesLocal(task("Activity_HoldOrientationCall").getId()))
                .doesNotContainKey("pausedUntil");
    }

    @Test
    void a_task_that_came_during_the_absence_does_not_move_when_it_ends() {
        absences.start("maya", today().plusDays(9));
        inactivity.report("mateo", "round");
        runJobs();
        var task = task("Activity_StillThere");
        tasks.setAssignee(task.getId(), "maya");
        maya.isBackEarly();

        assertThat(task("Activity_StillThere")).hasDueDate(task.getDueDate());
    }
}
