package org.reps.mentoring.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against giving a task to this person, in one sentence; empty when nothing does.
 *
 * <p>Who may take a task is computed where a conflict of interest is possible, so a task with candidates stays among
 * them; and a personal one that shows something confidential stays with its person.
 *
 * @param userId nobody, to put the task back
 */
record Reassignment(String taskId, @Nullable String userId) implements Command<String> {

    @Override
    public String execute(CommandContext context) {
        return context.runWithoutAuthorization(() -> problem(context));
    }

    private String problem(CommandContext context) {
        var task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            // The engine knows how to say that.
            return "";
        }
        var identities = context.getProcessEngineConfiguration().getIdentityService();
        var candidates = task.getCandidates();
        if (userId == null) {
            return candidates.isEmpty()
                    ? "This task is for one person, and nobody else would find it. Please give it to somebody."
                    : "";
        }
        if (identities.createUserQuery().userId(userId).count() == 0) {
            return "Nobody has the user name \"" + userId + "\".";
        }
        if (candidates.isEmpty()) {
            return showsConfidentialText(context)
                    ? "What stands in this task is confidential and only for the person it was given to."
                    : "";
        }
        var isAmongThem = candidates.stream()
                .anyMatch(candidate -> userId.equals(candidate.getUserId())
                        || (candidate.getGroupId() != null && isMember(identities, userId, candidate.getGroupId())));
        return isAmongThem
                ? ""
                : "Only some people can take this task, so that nobody decides what they are part of. Please give it to"
                        + " one of them, or to nobody.";
    }

    private boolean showsConfidentialText(CommandContext context) {
        var forms = context.getProcessEngineConfiguration().getFormService();
        return forms.getTaskFormData(taskId).getCamundaFormRef() != null
                && !Form.read(forms.getDeployedTaskForm(taskId)).confidential().isEmpty();
    }

    private static boolean isMember(IdentityService identities, String userId, String groupId) {
        return identities
                        .createGroupQuery()
                        .groupId(groupId)
                        .groupMember(userId)
                        .count()
                > 0;
    }
}
