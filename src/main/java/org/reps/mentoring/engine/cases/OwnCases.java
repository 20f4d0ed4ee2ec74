package org.reps.mentoring.engine.cases;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases people have started themselves, and what they have done in these and others. */
@Component
public class OwnCases {

    private final HistoryService history;

    OwnCases(HistoryService history) {
        this.history = history;
    }

    /** Those that are not over, the latest first. What began with another process, or a timer, is nobody's own. */
    public List<OwnCase> startedBy(String userId) {
        return found(
                history.createHistoricProcessInstanceQuery().startedBy(userId).unfinished());
    }

    /** Also those that are over. */
    public List<OwnCase> everStartedBy(String userId) {
        return found(history.createHistoricProcessInstanceQuery().startedBy(userId));
    }

    private static List<OwnCase> found(HistoricProcessInstanceQuery query) {
        return query.rootProcessInstances().orderByProcessInstanceStartTime().desc().list().stream()
                .map(found -> new OwnCase(
                        found.getProcessDefinitionKey(),
                        found.getProcessDefinitionName(),
                        found.getBusinessKey(),
                        found.getStartTime().toInstant(),
                        instantOrNull(found.getEndTime())))
                .toList();
    }

    /** The tasks that somebody has completed, the latest first. */
    public List<Done> doneBy(String userId) {
        var query = history.createHistoricTaskInstanceQuery()
                .taskAssignee(userId)
                .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED);
        return query.orderByHistoricTaskInstanceEndTime().desc().list().stream()
                .map(task -> new Done(task.getName(), instantOrNull(task.getEndTime())))
                .toList();
    }

    private static @Nullable Instant instantOrNull(@Nullable Date time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * A case.
     *
     * @param process key of its process
     * @param name what the diagram is called
     * @param subject business key: whom it is about, or something that says nothing
     * @param until null while it is under way
     */
    public record OwnCase(
            String process,
            String name,
            @Nullable String subject,
            Instant since,
            @Nullable Instant until) {}

    /** A task that is done. */
    public record Done(String name, @Nullable Instant at) {}
}
