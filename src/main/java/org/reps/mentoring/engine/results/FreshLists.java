package org.reps.mentoring.engine.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lists of a task's form anew, in the way its diagram says: what can be chosen is what there is when the form
 * is opened, and not what there was when the task began. Nothing is written where nothing has changed.
 */
final class FreshLists implements Command<Boolean> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String taskId;
    private final Set<String> names;

    /** @param names of the variables that hold options or rows */
    FreshLists(String taskId, Set<String> names) {
        this.taskId = taskId;
        this.names = names;
    }

    /** @return whether anything has changed */
    @Override
    public Boolean execute(CommandContext context) {
        var task = context.getTaskManager().findTaskById(taskId);
        var execution = task == null ? null : task.getExecution();
        if (execution == null || execution.getActivity().getIoMapping() == null) {
            return false;
        }
        var inputs = execution.getActivity().getIoMapping().getInputParameters();
        // They were made by the engine itself, and not with the rights of whoever opens the form.
        return context.runWithoutAuthorization(() -> inputs.stream()
                        .filter(input -> names.contains(input.getName()))
                        .filter(input -> isMadeAnew(execution, input))
                        .count()
                > 0);
    }

    private static boolean isMadeAnew(ExecutionEntity execution, InputParameter input) {
        var list = input.getValueProvider().getValue(execution.getParentVariableScope());
        if (isSame(execution.getVariableLocalTyped(input.getName(), false), list)) {
            return false;
        }
        execution.setVariableLocal(input.getName(), list);
        return true;
    }

    private static boolean isSame(@Nullable TypedValue before, @Nullable Object now) {
        try {
            return before instanceof SerializableValue kept
                    && kept.getValueSerialized() != null
                    && JSON.readTree(kept.getValueSerialized()).equals(JSON.valueToTree(now));
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
