package org.reps.mentoring.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
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

    /** Everything that waits for this person, what is due first at the top. */
    public List<Open> of(String userId) {
        return open(tasks.createTaskQuery().taskAssignee(userId));
    }

    /**
     * The tasks of these kinds that are assigned to one of these people in one of these cases, what is due first at the
     * top.
     *
     * @param subjects business keys
     * @param kinds ids of user tasks in the diagrams
     */
    public List<Open> of(Collection<String> userIds, Collection<String> subjects, Collection<String> kinds) {
        if (userIds.isEmpty()) {
            return List.of();
        }
        return open(tasks.createTaskQuery()
                .taskAssigneeIn(userIds.toArray(String[]::new))
                .processInstanceBusinessKeyIn(subjects.toArray(String[]::new))
                .taskDefinitionKeyIn(kinds.toArray(String[]::new)));
    }

    private static List<Open> open(TaskQuery query) {
        return query.active().orderByDueDate().asc().list().stream()
                .map(task -> new Open(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        task.getAssignee(),
                        task.getPriority() < Task.PRIORITY_NORMAL,
                        task.getCreateTime().toInstant(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    /**
     * A task that somebody has and has not completed yet.
     *
     * @param kind its id in the diagram
     * @param name what is to be done
     * @param assignee user id
     * @param optional whether it is something they may do, and need not
     * @param since when it began to wait
     * @param due null for a task without a date, of which there should be none
     */
    public record Open(
            String id,
            String kind,
            String name,
            String assignee,
            boolean optional,
            Instant since,
            @Nullable Instant due) {}

    /**
     * A task that is overdue.
     *
     * @param name what is to be done
     * @param due ISO date
     */
    public record Overdue(String name, String due) {}
}
