package org.reps.mentoring.engine.people;

import java.util.Collection;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;

/** How a task that is offered to several people becomes one's. */
public final class Taking {

    private Taking() {}

    /**
     * Whether a task with these links is offered to this person.
     *
     * @param groupIds of the person; null is none
     */
    public static boolean isOffered(
            Collection<? extends IdentityLink> links, String userId, @Nullable Collection<String> groupIds) {
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> userId.equals(link.getUserId())
                        || (link.getGroupId() != null && groupIds != null && groupIds.contains(link.getGroupId())));
    }

    /**
     * Whoever answers a task that is nobody's takes it with their answer, as steps take the assignee for the one who
     * answers.
     *
     * @param opens whether it shows what was told in confidence: that opens for one person only, who has to say first
     *     that they are the one
     * @throws Refusal when it is another one's, not offered to them, or has to be opened first
     */
    public static void withAnswer(TaskEntity task, boolean opens) {
        var person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null || person.getUserId().equals(task.getAssignee())) {
            return;
        }
        if (task.getAssignee() != null) {
            throw new Refusal("Somebody else has taken this task. Please refresh your task list.");
        }
        if (!isOffered(task.getCandidates(), person.getUserId(), person.getGroupIds())) {
            throw new Refusal("This task is not offered to you.");
        }
        if (opens) {
            throw new Refusal("Please open this task first. Only one person reads what is told in it in confidence.");
        }
        task.setAssignee(person.getUserId());
        task.triggerUpdateEvent();
        task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_CLAIM);
    }
}
