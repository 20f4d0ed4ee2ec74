package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.function.UnaryOperator;
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
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Reader;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Taking;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Seals what is written into a confidential field, so that variables hold only a reference to it; opens it, in the same
 * case and field, for whoever has a task whose form declares it, and for nobody else; and forgets it with the case.
 */
@Component
class ConfidentialTexts extends AbstractProcessEnginePlugin {

    private static final String CLOSED = "Only whoever has opened this task can read this.";

    /** Later, because its table is only there when the engine is. */
    private final ObjectProvider<SealedTexts> texts;

    private final ObjectProvider<People> people;
    private final ObjectProvider<ReadersLanguage> languages;

    ConfidentialTexts(
            ObjectProvider<SealedTexts> texts,
            ObjectProvider<People> people,
            ObjectProvider<ReadersLanguage> languages) {
        this.texts = texts;
        this.people = people;
        this.languages = languages;
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
                // A step that keeps it for longer than the case seals it anew.
                var reference = texts.getObject().sealInCase(text, caseId, field.key());
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
            var form = Form.read(forms.getDeployedTaskForm(taskId));
            var names = form.confidential();
            if (names.isEmpty()) {
                return;
            }
            var task = theirs(taskId, person);
            for (var name : names) {
                if (values.containsKey(name)) {
                    values.putValueTyped(name, shown(name, values.getValueTyped(name), task, person));
                }
            }
            for (var field : form.fields()) {
                if (field.people() != null && values.get(field.key()) instanceof String userIds) {
                    values.putValue(field.key(), people.getObject().inWords(userIds));
                }
            }
        }

        /** @param task null when it is not theirs */
        private TypedValue shown(String name, TypedValue value, @Nullable Task task, Authentication person) {
            if (value instanceof StringValue text && text.getValue() != null) {
                return Variables.stringValue(shown(name, text.getValue(), task, person, UnaryOperator.identity()));
            }
            if (value instanceof ObjectValue object && object.getValueSerialized() != null) {
                return Variables.serializedObjectValue(
                                shown(name, object.getValueSerialized(), task, person, Opening::inJson))
                        .objectTypeName(object.getObjectTypeName())
                        .serializationDataFormat(object.getSerializationDataFormat())
                        .create();
            }
            return value;
        }

        private String shown(
                String name, String text, @Nullable Task task, Authentication person, UnaryOperator<String> inserting) {
            if (task == null) {
                var language = languages.getObject().of(person.getUserId());
                return texts.getObject()
                        .withClosed(text, inserting.apply(Translations.OF_ANSWERS.in(language, CLOSED)));
            }
            var groups = groupsOf(person);
            var reader = new Reader(
                    person.getUserId(), groups.contains(Group.COUNCIL.id()) || groups.contains(Group.CONTACTS.id()));
            return texts.getObject().show(text, task.getProcessInstanceId(), name, reader, inserting);
        }

        private static List<String> groupsOf(Authentication person) {
            return person.getGroupIds() == null ? List.of() : person.getGroupIds();
        }

        /**
         * The task, when it is theirs. Having it is not enough: somebody could have given it to a person to whom it is
         * not offered, or the operator to themself.
         */
        private @Nullable Task theirs(String taskId, Authentication person) {
            TaskService tasks = configuration.getTaskService();
            var task = tasks.createTaskQuery()
                    .taskId(taskId)
                    .taskAssignee(person.getUserId())
                    .singleResult();
            var groups = groupsOf(person);
            if (task == null || groups.contains(Groups.CAMUNDA_ADMIN)) {
                return null;
            }
            var candidates = tasks.getIdentityLinksForTask(taskId).stream()
                    .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                    .toList();
            var isOffered = candidates.isEmpty() || Taking.isOffered(candidates, person.getUserId(), groups);
            return isOffered ? task : null;
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
