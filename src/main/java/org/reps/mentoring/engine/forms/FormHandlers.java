package org.reps.mentoring.engine.forms;

import java.io.InputStream;
import java.time.Clock;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
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
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Taking;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Opens every form empty, and lets what is submitted pass through {@link FormCheck}, and through
 * {@link ConfidentialTexts} where the form says so, before it becomes variables.
 */
@Component
class FormHandlers extends AbstractProcessEnginePlugin {

    private final FormCheck check;
    private final ConfidentialTexts confidential;

    FormHandlers(
            OfferedEverywhere offered, Clock clock, ConfidentialTexts confidential, ObjectProvider<People> people) {
        this.check = new FormCheck(offered, clock, people::getObject);
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
            var form = inSameDeployment(new CheckedTaskForm(), task.getTaskFormHandler());
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, form::openEmpty);
            task.setTaskFormHandler(form);
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            // A process has one start form, however many start events it has; none if only messages begin it.
            if (scope instanceof ProcessDefinitionEntity process
                    && process.getStartFormHandler() != null
                    && !(process.getStartFormHandler() instanceof CheckedStartForm)) {
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

        private final DeployedForm deployed = new DeployedForm();

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            var task = (TaskEntity) scope;
            var form = formOf(task);
            Taking.withAnswer(task, form != null && form.opens(name -> task.getVariableTyped(name, false)));
            if (form == null) {
                FormCheck.nothing(submitted);
            } else {
                var answers = check.check(form, submitted, task);
                task.setVariables(confidential.seal(form, answers, task.getProcessInstanceId()));
            }
        }

        /**
         * Forgets what an earlier round of the same process answered under the names of this form's fields: a form
         * shows the variables of that name, and nobody should send yesterday's decision by pressing a button today.
         */
        void openEmpty(DelegateTask task) {
            var form = formOf((TaskEntity) task);
            if (form == null) {
                return;
            }
            for (var field : form.fields()) {
                if (field.writable() && task.hasVariable(field.key())) {
                    task.setVariable(field.key(), null);
                }
            }
        }

        private @Nullable Form formOf(TaskEntity task) {
            return deployed.read(
                    task.getTaskDefinition().getFormDefinition(), () -> forms().getDeployedTaskForm(task.getId()));
        }
    }

    private final class CheckedStartForm extends DefaultStartFormHandler {

        private final DeployedForm deployed = new DeployedForm();

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            var instance = (ExecutionEntity) scope;
            var definition = instance.getProcessDefinition();
            var form = deployed.read(
                    definition.getStartFormDefinition(), () -> forms().getDeployedStartForm(definition.getId()));
            if (form == null) {
                FormCheck.nothing(submitted);
            } else {
                var answers = check.check(form, submitted, instance);
                instance.setVariables(confidential.seal(form, answers, instance.getProcessInstanceId()));
            }
        }
    }

    /** The form of one user task or start event, read only once where it stays the same. */
    private static final class DeployedForm {

        private volatile @Nullable Form kept;

        /** @return null where no form is asked for */
        @Nullable
        Form read(@Nullable FormDefinition definition, Supplier<InputStream> deployed) {
            var key = definition == null ? null : definition.getCamundaFormDefinitionKey();
            if (definition == null || key == null) {
                return null;
            }
            var form = kept;
            if (form == null) {
                form = Form.read(deployed.get());
                // Any other binding may mean another form next time.
                if (key.isLiteralText() && "deployment".equals(definition.getCamundaFormDefinitionBinding())) {
                    kept = form;
                }
            }
            return form;
        }
    }

    private static FormService forms() {
        return Context.getProcessEngineConfiguration().getFormService();
    }
}
