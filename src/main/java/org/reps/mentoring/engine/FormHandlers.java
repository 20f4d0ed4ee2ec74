package org.reps.mentoring.engine;

import java.time.Clock;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateFormHandler;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/**
 * Opens every form empty, and lets what is submitted pass through {@link FormCheck}, and through
 * {@link ConfidentialTexts} where the form says so, before it becomes variables.
 */
@Component
class FormHandlers extends AbstractProcessEnginePlugin {

    private final FormCheck check;
    private final ConfidentialTexts confidential;

    FormHandlers(Clock clock, ConfidentialTexts confidential) {
        this.check = new FormCheck(clock);
        this.confidential = confidential;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(
                EngineStart.and(configuration.getCustomPostBPMNParseListeners(), new Installation()));
    }

    private final class Installation extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, FormHandlers::openEmpty);
            task.setTaskFormHandler(inSameDeployment(new CheckedTaskForm(), task.getTaskFormHandler()));
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (scope instanceof ProcessDefinitionEntity process) {
                process.setStartFormHandler(inSameDeployment(new CheckedStartForm(), process.getStartFormHandler()));
            }
        }

        /** The engine looks for a form in the deployment that its handler names. */
        private static <T extends DefaultFormHandler> T inSameDeployment(T handler, FormHandler replaced) {
            var original = (DefaultFormHandler) ((DelegateFormHandler) replaced).getFormHandler();
            handler.setDeploymentId(original.getDeploymentId());
            return handler;
        }
    }

    private final class CheckedTaskForm extends DefaultTaskFormHandler {

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            var task = (TaskEntity) scope;
            refuseUnlessTheirs(task);
            var reference = task.getTaskDefinition().getFormDefinition().getCamundaFormDefinitionKey();
            if (reference == null) {
                FormCheck.nothing(submitted);
                return;
            }
            var form = Form.read(forms().getDeployedTaskForm(task.getId()));
            var answers = check.check(form, submitted, task);
            task.setVariables(confidential.seal(form, answers, task.getProcessInstanceId()));
        }
    }

    private final class CheckedStartForm extends DefaultStartFormHandler {

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            var instance = (ExecutionEntity) scope;
            var definition = instance.getProcessDefinition();
            if (definition.getStartFormDefinition() == null
                    || definition.getStartFormDefinition().getCamundaFormDefinitionKey() == null) {
                FormCheck.nothing(submitted);
                return;
            }
            var form = Form.read(forms().getDeployedStartForm(definition.getId()));
            var answers = check.check(form, submitted, instance);
            instance.setVariables(confidential.seal(form, answers, instance.getProcessInstanceId()));
        }
    }

    /**
     * Forgets what an earlier round of the same process answered under the names of this form's fields: a form shows
     * the variables of that name, and nobody should send yesterday's decision by pressing a button today.
     */
    private static void openEmpty(DelegateTask task) {
        if (((TaskEntity) task).getTaskDefinition().getFormDefinition().getCamundaFormDefinitionKey() == null) {
            return;
        }
        for (var field : Form.read(forms().getDeployedTaskForm(task.getId())).fields()) {
            if (field.writable() && task.hasVariable(field.key())) {
                task.setVariable(field.key(), null);
            }
        }
    }

    /** Steps take the assignee for the one who answers. */
    private static void refuseUnlessTheirs(TaskEntity task) {
        var userId = Context.getCommandContext().getAuthenticatedUserId();
        if (userId == null || userId.equals(task.getAssignee())) {
            return;
        }
        throw new Refusal(
                task.getAssignee() == null
                        ? "Please claim this task first."
                        : "Somebody else has taken this task. Please refresh your task list.");
    }

    private static FormService forms() {
        return Context.getProcessEngineConfiguration().getFormService();
    }
}
