package org.reps.mentoring.engine.rights;

import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.SaidInDiagram;
import org.reps.mentoring.engine.forms.Form;

/**
 * What speaks against giving a task to this person, in one sentence; empty when nothing does.
 *
 * <p>Who may take a task is computed where a conflict of interest is possible, so a task with candidates stays among
 * them. A personal one stays with its person, as nobody else can say what they would, unless its diagram says who may
 * cover for them, by the extension property {@code cover}. What is left behind by somebody who is gone is for the
 * operator, who may give any task to anybody.
 *
 * @param userId nobody, to put the task back
 */
public record Reassignment(String taskId, @Nullable String userId, PartOfCase partOfCase) implements Command<String> {

    /** In a diagram: an expression for those who may do a personal task for its person. */
    public static final String COVER = "cover";

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
            if (showsConfidentialText(context)) {
                return "What stands in this task is confidential and only for the person it was given to.";
            }
            // Where the diagram itself asks who is impartial, it is asked from outside the case.
            return covers(task, context).anyMatch(userId::equals)
                            && !partOfCase.of(task).contains(userId)
                    ? ""
                    : "This task is for one person, and only they can do it. If they are gone, please ask the operator to"
                            + " give it to somebody.";
        }
        var isAmongThem = candidates.stream()
                .anyMatch(candidate -> userId.equals(candidate.getUserId())
                        || (candidate.getGroupId() != null && isMember(identities, userId, candidate.getGroupId())));
        var isPartOfIt =
                Rights.of(task, context).forCouncil() && partOfCase.of(task).contains(userId);
        return isAmongThem && !isPartOfIt
                ? ""
                : "Only some people can take this task, so that nobody decides what they are part of. Please give it to"
                        + " one of them, or to nobody.";
    }

    /** Those who may do this task for its person, as its diagram says. */
    public static Stream<String> covers(TaskEntity task, CommandContext context) {
        var drawn = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(task.getProcessDefinitionId())
                .<UserTask>getModelElementById(task.getTaskDefinitionKey());
        return SaidInDiagram.by(drawn, COVER).flatMap(cover -> Rights.named(cover, task, context));
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
