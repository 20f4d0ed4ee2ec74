package org.reps.mentoring.engine;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.reps.mentoring.confidential.SealedTexts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Seals what is written into a confidential field, so that variables hold only a reference to it; opens it for whoever
 * has a task whose form declares it, and for nobody else; and forgets it with the case.
 */
@Component
class ConfidentialTexts extends AbstractProcessEnginePlugin {

    private static final String CLOSED = "Only whoever has claimed this task can read this.";

    /** Later, because its table is only there when the engine is. */
    private final ObjectProvider<SealedTexts> texts;

    ConfidentialTexts(ObjectProvider<SealedTexts> texts) {
        this.texts = texts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                EngineStart.and(configuration.getCustomPreCommandInterceptorsTxRequired(), new Opening(configuration)));
        configuration.setCustomPostBPMNParseListeners(
                EngineStart.and(configuration.getCustomPostBPMNParseListeners(), new Forgetting()));
    }

    /** The answers with references in place of confidential texts. */
    VariableMap seal(Form form, VariableMap answers, String caseId) {
        for (var field : form.fields()) {
            if (field.isConfidential() && answers.get(field.key()) instanceof String text) {
                // What is only handed to a step is kept by that step, and not forgotten with the case.
                var reference = texts.getObject().seal(text, field.isTransient() ? null : caseId);
                answers.putValueTyped(field.key(), Variables.stringValue(reference, field.isTransient()));
            }
        }
        return answers;
    }

    private final class Opening extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl configuration;

        Opening(ProcessEngineConfigurationImpl configuration) {
            this.configuration = configuration;
        }

        @Override
        public <T> T execute(Command<T> command) {
            var outermost = Context.getCommandContext() == null;
            var result = next.execute(command);
            if (outermost && command instanceof GetTaskFormVariablesCmd shown && result instanceof VariableMap values) {
                open(shown.resourceId, values);
            }
            return result;
        }

        private void open(String taskId, VariableMap values) {
            var person = configuration.getIdentityService().getCurrentAuthentication();
            if (person == null) {
                return;
            }
            FormService forms = configuration.getFormService();
            if (forms.getTaskFormData(taskId).getCamundaFormRef() == null) {
                return;
            }
            var names = Form.read(forms.getDeployedTaskForm(taskId)).confidential();
            if (names.isEmpty()) {
                return;
            }
            var allowed = isTheirs(taskId, person);
            for (var name : names) {
                if (values.containsKey(name)) {
                    values.putValueTyped(name, opened(values.getValueTyped(name), allowed));
                }
            }
        }

        private TypedValue opened(TypedValue value, boolean allowed) {
            var sealed = texts.getObject();
            if (value instanceof StringValue text && text.getValue() != null) {
                return Variables.stringValue(
                        allowed || !sealed.isReferredToIn(text.getValue()) ? sealed.open(text.getValue()) : CLOSED);
            }
            if (value instanceof ObjectValue object && object.getValueSerialized() != null) {
                return Variables.serializedObjectValue(
                                sealed.open(object.getValueSerialized(), text -> allowed ? inJson(text) : CLOSED))
                        .objectTypeName(object.getObjectTypeName())
                        .serializationDataFormat(object.getSerializationDataFormat())
                        .create();
            }
            return value;
        }

        /**
         * Having a task is not enough: somebody could have given it to a person to whom it is not offered, or the
         * operator to themself.
         */
        private boolean isTheirs(String taskId, Authentication person) {
            TaskService tasks = configuration.getTaskService();
            var task = tasks.createTaskQuery()
                    .taskId(taskId)
                    .taskAssignee(person.getUserId())
                    .singleResult();
            var groups = person.getGroupIds() == null ? List.<String>of() : person.getGroupIds();
            if (task == null || groups.contains(Groups.CAMUNDA_ADMIN)) {
                return false;
            }
            var candidates = tasks.getIdentityLinksForTask(taskId).stream()
                    .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                    .toList();
            return candidates.isEmpty()
                    || candidates.stream()
                            .anyMatch(link -> person.getUserId().equals(link.getUserId())
                                    || (link.getGroupId() != null && groups.contains(link.getGroupId())));
        }

        private static String inJson(String text) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(text));
        }
    }

    private final class Forgetting extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            ExecutionListener forget = execution -> texts.getObject().forget(execution.getProcessInstanceId());
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, forget);
        }
    }
}
