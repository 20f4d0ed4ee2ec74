package org.reps.mentoring.engine.cases;

import java.time.Instant;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Announces inside the application, and inside the engine's transaction, that a task was given to somebody, or
 * completed by them.
 */
@Component
class TaskAssignments {

    private final IdentityService identities;
    private final ApplicationEventPublisher events;

    TaskAssignments(IdentityService identities, ApplicationEventPublisher events) {
        this.identities = identities;
        this.events = events;
    }

    @EventListener(condition = "#task.eventName == 'assignment'")
    void assigned(DelegateTask task) {
        var assignee = task.getAssignee();
        if (assignee == null || isTheirOwnDoing(assignee)) {
            return;
        }
        var due = task.getDueDate() == null
                ? null
                : Instant.ofEpochMilli(task.getDueDate().getTime());
        var why = Objects.requireNonNullElse(task.getDescription(), "");
        var name = Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey());
        events.publishEvent(new TaskAssigned(task.getId(), caseOf(task), assignee, name, why, due, isOptional(task)));
    }

    private static String caseOf(DelegateTask task) {
        return ((ExecutionEntity) task.getExecution()).getRootProcessInstanceId();
    }

    /** What somebody may do, and need not, has a priority below the usual one in its diagram. */
    private static boolean isOptional(DelegateTask task) {
        return task.getPriority() < Task.PRIORITY_NORMAL;
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void completed(DelegateTask task) {
        var assignee = task.getAssignee();
        if (assignee != null && isTheirOwnDoing(assignee)) {
            events.publishEvent(new TaskAnswered(assignee, task.getTaskDefinitionKey()));
        }
    }

    private boolean isTheirOwnDoing(String assignee) {
        var authentication = identities.getCurrentAuthentication();
        return authentication != null && assignee.equals(authentication.getUserId());
    }
}
