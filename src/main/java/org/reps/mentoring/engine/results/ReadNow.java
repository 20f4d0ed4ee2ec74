package org.reps.mentoring.engine.results;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.reps.mentoring.engine.SaidInDiagram;
import org.reps.mentoring.engine.shown.Shown;

/**
 * What the form of a task says of how somebody can be reached, as whoever opens it may read it at this moment. It
 * becomes no variable, so that nothing of it is left in the case or its history.
 */
final class ReadNow implements Command<String> {

    private final String taskId;

    ReadNow(String taskId) {
        this.taskId = taskId;
    }

    /** @return empty where its diagram names nobody */
    @Override
    public String execute(CommandContext context) {
        var task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            return "";
        }
        // Who may read it is decided by what it says, and not by what the engine lets them look up.
        return context.runWithoutAuthorization(() -> said(task)
                .map(expression -> String.valueOf(context.getProcessEngineConfiguration()
                        .getExpressionManager()
                        .createExpression(expression)
                        .getValue(task)))
                .findFirst()
                .orElse(""));
    }

    /** By the diagram with which the task began, as its form did. */
    private static Stream<String> said(TaskEntity task) {
        UserTask drawn = task.getBpmnModelElementInstance();
        return drawn == null ? Stream.of() : SaidInDiagram.by(drawn, Shown.HOW_TO_REACH);
    }
}
