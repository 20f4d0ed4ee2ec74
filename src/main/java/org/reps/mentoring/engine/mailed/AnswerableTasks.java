package org.reps.mentoring.engine.mailed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntryBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.forms.FormsForBrowsers;
import org.reps.mentoring.engine.mailed.MailedForm.Block;
import org.reps.mentoring.engine.mailed.MailedForm.Choice;
import org.reps.mentoring.engine.refusals.TooLate;
import org.reps.mentoring.language.FormTexts;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tasks that wait for one person and whose form can be answered from a mail. Whatever is asked or done here for
 * that person passes the gate as if they were logged in.
 */
@Component
public class AnswerableTasks {

    /** What goes into an address as it is. */
    private static final Pattern PLAIN = Pattern.compile("[\\w-]+");

    private final ProcessEngineConfigurationImpl configuration;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;
    private final FormsForBrowsers browsers;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    AnswerableTasks(
            ProcessEngine engine,
            TaskService tasks,
            FormService forms,
            IdentityService identities,
            FormsForBrowsers browsers,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.tasks = tasks;
        this.forms = forms;
        this.identities = identities;
        this.browsers = browsers;
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * A task that waits.
     *
     * @param personId whose it is
     * @param groups theirs, by their ids and in alphabetical order
     * @param due until when it is to be done
     * @param changedAt when anything of the task was changed last, whose it is included; empty if never
     */
    public record Waiting(String taskId, String personId, List<String> groups, Instant due, String changedAt) {}

    /** A task with its form, as it is deployed. */
    private record Found(Waiting task, JsonNode form) {}

    /** Empty unless it waits for one person, who is no operator, is due some day, and its form can be answered so. */
    public Optional<Waiting> find(String taskId) {
        return read(taskId).map(Found::task);
    }

    /**
     * The answers to the first question of its form, for a mail in which each is a button.
     *
     * @return empty where the form begins with another question, or nothing can be answered from a mail
     */
    public List<Choice> firstChoices(String taskId, String language) {
        return read(taskId).stream()
                .flatMap(found -> DrawnForm.firstChoices(inLanguage(found.form(), language)).stream())
                .map(option -> new Choice(
                        option.path("label").asText(), option.path("value").asText()))
                .filter(choice -> PLAIN.matcher(choice.value()).matches())
                .toList();
    }

    /**
     * Its form, as the person reads it.
     *
     * @param answers what was sent so far, by the keys of its fields
     * @param refused why these answers were not taken; null as long as they were not handed in
     */
    public MailedForm show(Waiting task, Map<String, String> answers, @Nullable Refusal refused, String language) {
        var faults = refused == null ? List.<Refusal.Fault>of() : refused.faults();
        var drawn = drawn(task, answers, language);
        var parts = drawn.parts(DrawnForm.atFields(faults, fault -> said(fault, language)));
        var keys = parts.stream().map(MailedForm.Part::key).collect(Collectors.toSet());
        var others = faults.stream()
                .filter(fault -> !keys.contains(fault.field()))
                .map(fault -> said(fault, language))
                .toList();
        return new MailedForm(title(task), parts, others);
    }

    /** The answer with which one comes who has chosen it in the mail, by the key of its field. */
    public Map<String, String> chosen(Waiting task, String value) {
        var key = read(task.taskId())
                .map(found -> DrawnForm.keyOfFirst(found.form()))
                .orElse("");
        return key.isEmpty() || value.isEmpty() ? Map.of() : Map.of(key, value);
    }

    /**
     * Hands in the answers as the person's own, under a lock of the task: of two who do so, the second finds it over.
     *
     * @param isStillOpen asked once more when nobody else can change the task
     * @return what the form says afterwards; empty when it was too late
     * @throws Refusal when the answers cannot be taken; nothing has changed then
     */
    public Optional<List<Block>> answer(
            String taskId, Map<String, String> answers, Predicate<Waiting> isStillOpen, String language) {
        try {
            return transaction.execute(status -> {
                database.sql("select ID_ from ACT_RU_TASK where ID_ = ? for update")
                        .param(taskId)
                        .query(String.class)
                        .optional();
                return find(taskId).filter(isStillOpen).map(task -> hand(task, answers, language));
            });
        } catch (TooLate someoneWasQuicker) {
            return Optional.empty();
        }
    }

    private List<Block> hand(Waiting task, Map<String, String> answers, String language) {
        var drawn = drawn(task, answers, language);
        var afterwards = drawn.afterwards();
        noteFromMail(task);
        as(task, () -> {
            forms.submitTaskForm(task.taskId(), drawn.sent());
            return true;
        });
        return afterwards;
    }

    /** The history tells who has done a task, and here from where: it writes nothing of the kind by itself. */
    private void noteFromMail(Waiting task) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            var operations = new UserOperationLogContext();
            operations.setUserId(task.personId());
            operations.addEntry(UserOperationLogContextEntryBuilder.entry(
                            UserOperationLogEntry.OPERATION_TYPE_COMPLETE, EntityTypes.TASK)
                    .inContextOf(
                            context.getTaskManager().findTaskById(task.taskId()),
                            List.of(new PropertyChange("answeredFrom", null, "mail")))
                    .category(UserOperationLogEntry.CATEGORY_TASK_WORKER)
                    .create());
            configuration
                    .getHistoryEventProducer()
                    .createUserOperationLogEvents(operations)
                    .forEach(configuration.getHistoryEventHandler()::handleEvent);
            return true;
        });
    }

    private DrawnForm drawn(Waiting task, Map<String, String> answers, String language) {
        var form = read(task.taskId()).orElseThrow().form();
        var values = as(task, () -> forms.getTaskFormVariables(task.taskId()));
        return new DrawnForm(
                browsers.drawnHere(InJson.write(inLanguage(form, language)), Set.copyOf(task.groups())),
                InJson.plain(values),
                answers);
    }

    private String title(Waiting task) {
        return as(
                task,
                () -> tasks.createTaskQuery()
                        .taskId(task.taskId())
                        .singleResult()
                        .getName());
    }

    private static String said(Refusal.Fault fault, String language) {
        return fault.wanted() == null
                ? Translations.OF_ANSWERS.in(language, fault.sentence())
                : fault.wanted().words(language) + ".";
    }

    private <T> T as(Waiting person, Supplier<T> asked) {
        identities.setAuthentication(person.personId(), person.groups());
        try {
            return asked.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Optional<Found> read(String taskId) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> read(taskId, context)));
    }

    private static Optional<Found> read(String taskId, CommandContext context) {
        var task = context.getTaskManager().findTaskById(taskId);
        if (task == null || task.isSuspended() || !isForOne(task) || !hasForm(task)) {
            return Optional.empty();
        }
        var groups =
                context
                        .getReadOnlyIdentityProvider()
                        .createGroupQuery(context)
                        .groupMember(task.getAssignee())
                        .list()
                        .stream()
                        .map(group -> group.getId())
                        .sorted()
                        .toList();
        var form = InJson.read(new GetDeployedTaskFormCmd(taskId).execute(context));
        if (groups.isEmpty() || groups.contains(Groups.CAMUNDA_ADMIN) || !MailForm.isOne(form)) {
            return Optional.empty();
        }
        var changed = task.getLastUpdated();
        return Optional.of(new Found(
                new Waiting(
                        taskId,
                        task.getAssignee(),
                        groups,
                        task.getDueDate().toInstant(),
                        changed == null ? "" : String.valueOf(changed.getTime())),
                form));
    }

    /** What is offered to several is not somebody's before they have taken it, and that needs a login. */
    private static boolean isForOne(TaskEntity task) {
        return task.getAssignee() != null
                && task.getDueDate() != null
                && task.getCandidates().isEmpty();
    }

    private static boolean hasForm(TaskEntity task) {
        var definition = task.getTaskDefinition();
        return definition != null
                && definition.getFormDefinition() != null
                && definition.getFormDefinition().getCamundaFormDefinitionKey() != null;
    }

    private static JsonNode inLanguage(JsonNode form, String language) {
        return InJson.read(FormTexts.in(language, InJson.write(form)));
    }
}
