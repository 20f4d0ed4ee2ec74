package org.reps.mentoring.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** What people have been asked and have not answered yet. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final Clock clock;

    OpenTasks(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whether anything waits for this person. */
    public boolean has(String userId) {
        return tasks.createTaskQuery().taskAssignee(userId).count() > 0;
    }

    /**
     * What this person should have done by now, the oldest first. Only what the council can see anyhow: the name of a
     * task of a confidential case would tell that there is such a case.
     */
    public List<Overdue> overdue(String userId) {
        return tasks
                .createTaskQuery()
                .taskAssignee(userId)
                .processDefinitionKeyIn(Authorizations.OPEN_PROCESSES.toArray(String[]::new))
                .dueBefore(Date.from(clock.instant()))
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .map(task -> new Overdue(
                        task.getName(),
                        LocalDate.ofInstant(task.getDueDate().toInstant(), ZoneOffset.UTC)
                                .toString()))
                .toList();
    }

    /**
     * A task that is overdue.
     *
     * @param name what is to be done
     * @param due ISO date
     */
    public record Overdue(String name, String due) {}
}
