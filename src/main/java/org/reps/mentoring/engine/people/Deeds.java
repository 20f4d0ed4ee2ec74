package org.reps.mentoring.engine.people;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the history knows that somebody did, for themself. */
@Component
public class Deeds {

    private final HistoryService history;

    Deeds(HistoryService history) {
        this.history = history;
    }

    /** The cases they began, the latest first. What began with another process, or with a timer, is nobody's. */
    public List<Deed> casesOf(String userId) {
        return history
                .createHistoricProcessInstanceQuery()
                .startedBy(userId)
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .map(began -> new Deed(
                        began.getProcessDefinitionName(),
                        began.getStartTime().toInstant(),
                        instantOrNull(began.getEndTime())))
                .toList();
    }

    /** The tasks they completed, the latest first. */
    public List<Deed> tasksOf(String userId) {
        return history
                .createHistoricTaskInstanceQuery()
                .taskAssignee(userId)
                .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED)
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .list()
                .stream()
                .map(task ->
                        new Deed(task.getName(), task.getStartTime().toInstant(), instantOrNull(task.getEndTime())))
                .toList();
    }

    private static @Nullable Instant instantOrNull(@Nullable Date time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * A case, or a task.
     *
     * @param name what its diagram calls it
     * @param until when it ended; null when it has not
     */
    public record Deed(String name, Instant since, @Nullable Instant until) {}
}
