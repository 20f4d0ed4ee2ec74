package org.reps.mentoring.engine.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.reps.mentoring.engine.AttachedTimers;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.stereotype.Component;

/**
 * The tasks of people who are away: they are due later, and so are the timers attached to them. Nothing else in their
 * cases moves.
 */
@Component
public class PausedTasks {

    /** A variable of each task that has been moved, so that none is moved back that came later. */
    private static final String PAUSED_UNTIL = "pausedUntil";

    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final AttachedTimers timers;
    private final Rights rights;
    private final Clock clock;

    PausedTasks(
            TaskService tasks,
            ManagementService management,
            RepositoryService repository,
            AttachedTimers timers,
            Rights rights,
            Clock clock) {
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.timers = timers;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Moves what a person has to do by the time until then, but for the tasks of processes whose diagrams say that
     * these go on.
     */
    public void pause(String userId, Instant until) {
        var said = rights.inForce();
        for (var task : tasks.createTaskQuery().taskAssignee(userId).list()) {
            var process = repository
                    .getProcessDefinition(task.getProcessDefinitionId())
                    .getKey();
            if (said.getOrDefault(process, ProcessRights.NOTHING).waitsWhileAway()) {
                move(task, Duration.between(clock.instant(), until));
                tasks.setVariableLocal(task.getId(), PAUSED_UNTIL, until.toString());
            }
        }
    }

    /** Moves back what was paused for this person, by the time that is left. */
    public void resume(String userId) {
        for (var task : tasks.createTaskQuery().taskAssignee(userId).list()) {
            if (tasks.getVariableLocal(task.getId(), PAUSED_UNTIL) instanceof String until) {
                var left = Duration.between(clock.instant(), Instant.parse(until));
                if (!left.isNegative()) {
                    move(task, left.negated());
                }
                tasks.removeVariableLocal(task.getId(), PAUSED_UNTIL);
            }
        }
    }

    private void move(Task task, Duration time) {
        if (task.getDueDate() != null) {
            task.setDueDate(moved(task.getDueDate(), time));
            tasks.saveTask(task);
        }
        timers.of(task, drawn -> true)
                .forEach(job -> management.setJobDuedate(job.getId(), moved(job.getDuedate(), time)));
    }

    private static Date moved(Date date, Duration time) {
        return Date.from(date.toInstant().plus(time));
    }
}
