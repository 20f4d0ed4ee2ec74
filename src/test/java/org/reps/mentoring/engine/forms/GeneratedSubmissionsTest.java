package org.reps.mentoring.engine.forms;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.forms.FormOracle.Field;
import org.reps.mentoring.engine.forms.FormOracle.Surroundings;
import org.reps.mentoring.engine.forms.FormOracle.Verdict;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.UsualRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Thousands of submissions to each form, right and wrong ones, which {@link FormCheck} and the independent
 * {@link FormOracle} have to judge alike: taken or refused, for which fields, and with which values. A submission is
 * made from the seed, the name of the form and its number, which every disagreement tells; the same ones make it again:
 *
 * <ul>
 *   <li>{@code -Dsubmissions=2000} says how many submissions to each form are left to chance,
 *   <li>{@code -Dseed=42} makes them others than usual.
 * </ul>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedSubmissionsTest extends ProgrammeTest {

    private static final Logger LOG = LoggerFactory.getLogger(GeneratedSubmissionsTest.class);

    private static final int BY_CHANCE = Integer.getInteger("submissions", 200);
    private static final long SEED = Long.getLong("seed", 1);

    /**
     * The engine is asked less often: it has only to ask the same check, and to keep what that makes of the answers.
     */
    private static final int THROUGH_THE_ENGINE = Math.max(BY_CHANCE / 40, Submissions.SURROUNDINGS);

    private static final Pattern SENTENCE = Pattern.compile(".*?\\.(?= |$)");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** At that moment it is still yesterday in the westernmost time zone, twelve hours behind UTC. */
    private static final String EARLIEST_DAY = "2026-11-19";

    /** And already tomorrow in the easternmost, fourteen hours ahead. */
    private static final String LATEST_DAY = "2026-11-21";

    private static final File EVERY_KIND_OF_FIELD =
            new File("src/test/resources/org/reps/mentoring/engine/every-kind-of-field.form");

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Map<String, String> probes = new HashMap<>();
    private final FormCheck check =
            new FormCheck(new OfferedEverywhere(UsualRules.rules()), Clock.fixed(NOW, ZoneOffset.UTC), () -> people);

    /** Remembers what the process sees after a submission, before transient answers are forgotten. */
    private static final class Answers implements TaskListener, ExecutionListener {

        private static final Map<String, TypedValue> SEEN = new HashMap<>();

        @Override
        public void notify(DelegateTask task) {
            remember(task);
        }

        @Override
        public void notify(DelegateExecution execution) {
            remember(execution);
        }

        private static void remember(VariableScope scope) {
            SEEN.clear();
            scope.getVariableNames().forEach(name -> SEEN.put(name, scope.getVariableTyped(name)));
        }
    }

    private static Stream<File> forms() {
        return Stream.concat(
                Stream.of(Objects.requireNonNull(new File("forms").listFiles()))
                        .filter(file -> file.getName().endsWith(".form"))
                        .sorted(Comparator.comparing(File::getName)),
                Stream.of(EVERY_KIND_OF_FIELD));
    }

    /** Once: to deploy and to clear up takes longer than all submissions to a form. */
    @BeforeAll
    void probes() throws IOException {
        LOG.info("{} submissions to each form by chance, seed {}", BY_CHANCE, SEED);
        var deployment = repository.createDeployment().name("probe");
        for (var form : forms().toList()) {
            deployment
                    .addModelInstance("start-" + name(form) + ".bpmn", startForm(name(form)))
                    .addModelInstance("task-" + name(form) + ".bpmn", taskForm(name(form)))
                    // Only a release makes that of a form, and these are none.
                    .addString(form.getName(), Files.readString(form.toPath()).replace("\"fromMail\": \"true\"", ""));
        }
        var answers = new Answers();
        for (var found : repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.deploy().getId())
                .list()) {
            var process = (ProcessDefinitionEntity)
                    ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(found.getId());
            process.getTaskDefinitions().values().forEach(task -> task.addTaskListener("complete", answers));
            if (process.getTaskDefinitions().isEmpty()) {
                process.getInitial().addListener(ExecutionListener.EVENTNAME_END, answers);
            }
            probes.put(found.getKey(), found.getId());
        }
    }

    @AfterAll
    void no_probes() {
        repository
                .createDeploymentQuery()
                .deploymentName("probe")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @BeforeEach
    void at_a_moment_that_stays() {
        Today.goTo(NOW);
        // A contact, as only they may name others.
        register("rumi", Group.REPS, Group.CONTACTS);
    }

    @AfterEach
    void no_tasks() {
        var running = runtime.createProcessInstanceQuery().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!running.isEmpty()) {
            runtime.deleteProcessInstances(running, "test over", true, true);
        }
    }

    @TestFactory
    Stream<DynamicTest> form_and_check_agree_on_every_submission() {
        return forms().map(file -> dynamicTest(file.getName(), () -> compareWithCheck(file)));
    }

    private void compareWithCheck(File file) throws IOException {
        var oracle = new FormOracle(file);
        var submissions = new Submissions(oracle, TODAY, SEED);
        var total = submissions.systematic() + BY_CHANCE;
        var form = Form.read(Files.newInputStream(file.toPath()));
        var comparison = new Comparison(oracle);
        for (var place = 0; place < Submissions.SURROUNDINGS; place++) {
            var numbers = numbers(submissions, 0, total, place);
            var around = submissions.surroundings(place);
            // The task is forgotten afterwards: only the engine completes some.
            new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                transaction.setRollbackOnly();
                var taskId = newTask(file, around);
                configuration.getCommandExecutorTxRequired().execute(context -> {
                    var task = context.getTaskManager().findTaskById(taskId);
                    for (var number : numbers) {
                        var submitted = submissions.submission(number, around);
                        comparison.add(number, submitted, around, () -> check.check(form, submitted, task));
                    }
                    return null;
                });
            });
        }
        comparison.assertAgreement();
        comparison.assertThatMuchWasTried(total);
    }

    @TestFactory
    Stream<DynamicTest> so_does_the_engine_when_a_form_is_submitted() {
        return forms().map(file -> dynamicTest(file.getName(), () -> compareWithEngine(file)));
    }

    private void compareWithEngine(File file) {
        var oracle = new FormOracle(file);
        var submissions = new Submissions(oracle, TODAY, SEED);
        var comparison = new Comparison(oracle);
        for (var place = 0; place < Submissions.SURROUNDINGS; place++) {
            var around = submissions.surroundings(place);
            String taskId = null;
            for (var number : throughTheEngine(submissions, place)) {
                if (taskId == null || isCompleted(taskId)) {
                    taskId = newTask(file, around);
                }
                var id = taskId;
                var submitted = submissions.submission(number, around);
                comparison.add(
                        number,
                        submitted,
                        around,
                        () -> seenAfter(oracle, () -> as("rumi", () -> forms.submitTaskForm(id, submitted))));
            }
        }
        if (oracle.optionVariables().isEmpty() && oracle.shownVariables().isEmpty()) {
            var definition = probes.get("start-" + name(file));
            var around = submissions.surroundings(0);
            for (var place = 0; place < Submissions.SURROUNDINGS; place++) {
                for (var number : throughTheEngine(submissions, place)) {
                    var submitted = submissions.submission(number, around);
                    comparison.add(
                            number,
                            submitted,
                            around,
                            () -> seenAfter(oracle, () -> forms.submitStartForm(definition, submitted)));
                }
            }
        }
        comparison.assertAgreement();
    }

    /** Those left to chance. */
    private static List<Integer> throughTheEngine(Submissions submissions, int place) {
        var first = submissions.systematic();
        return numbers(submissions, first, first + THROUGH_THE_ENGINE, place);
    }

    private static List<Integer> numbers(Submissions submissions, int first, int end, int place) {
        return IntStream.range(first, end)
                .filter(number -> submissions.place(number) == place)
                .boxed()
                .toList();
    }

    /** Verdicts on submissions to one form, by the oracle and by the code that enforces the form. */
    private static final class Comparison {

        private final FormOracle oracle;
        private final List<String> disagreements = new ArrayList<>();
        private final Set<String> complained = new HashSet<>();
        private final Set<String> answered = new HashSet<>();
        private int taken;
        private int refused;

        Comparison(FormOracle oracle) {
            this.oracle = oracle;
        }

        void add(int number, VariableMap submitted, Surroundings around, Supplier<VariableMap> enforcement) {
            var expected = oracle.judge(submitted, around, EARLIEST_DAY, LATEST_DAY);
            String disagreement;
            try {
                disagreement = difference(expected, enforcement.get());
            } catch (Refusal refusal) {
                disagreement = difference(expected, refusal.getMessage());
            } catch (RuntimeException e) {
                disagreement = "expected " + expected + ", but it broke: " + e;
            }
            if (!disagreement.isEmpty()) {
                disagreements.add(oracle + ", seed " + SEED + ", submission " + number + " " + describe(submitted)
                        + " with " + around + ": " + disagreement);
            }
            if (expected.complaints().isEmpty()) {
                taken++;
            } else {
                refused++;
            }
            complained.addAll(expected.complaints());
            expected.values().forEach((key, value) -> {
                if (value != null) {
                    answered.add(key);
                }
            });
        }

        void assertAgreement() {
            assertThat(disagreements.stream().limit(5))
                    .as("the first of " + disagreements.size() + " disagreements")
                    .isEmpty();
        }

        /** A generator that makes only right or only wrong submissions would prove nothing. */
        void assertThatMuchWasTried(int submissions) {
            assertThat(taken).as("taken with seed " + SEED).isGreaterThan(submissions / 10);
            // A form that only shows something can refuse nothing but what it does not ask for.
            assertThat(refused)
                    .as("refused with seed " + SEED)
                    .isGreaterThan(submissions / (oracle.answered().isEmpty() ? 20 : 10));
            assertThat(taken + refused).isEqualTo(submissions);
            assertThat(complained)
                    .containsAll(oracle.answered().stream().map(Field::label).toList());
            assertThat(answered)
                    .containsAll(oracle.answered().stream()
                            .filter(field -> !isWithoutOptions(field) && !isNeverShown(field))
                            .map(Field::key)
                            .toList());
        }

        /** It is kept for what earlier versions of the form have promised. */
        private static boolean isNeverShown(Field field) {
            return field.hiddenWhen().stream()
                    .anyMatch(condition -> condition.names().isEmpty() && condition.holds(Map.of()));
        }

        private static boolean isWithoutOptions(Field field) {
            return field.json().path("values").isArray()
                    && field.json().path("values").isEmpty();
        }

        private String difference(Verdict expected, VariableMap variables) {
            if (!expected.complaints().isEmpty()) {
                return "expected complaints about " + expected.complaints() + ", but it was taken";
            }
            if (!variables.keySet().equals(expected.values().keySet())) {
                return "expected the variables " + expected.values().keySet() + ", not " + variables.keySet();
            }
            for (var field : oracle.answered()) {
                TypedValue variable = variables.getValueTyped(field.key());
                var value = expected.values().get(field.key());
                if (!isRight(field, variable, value)) {
                    return "expected " + field.key() + " to become " + describe(value) + ", not " + variable;
                }
            }
            return "";
        }

        private static boolean isRight(Field field, TypedValue variable, Object value) {
            if (field.isTreatedSpecially()) {
                return (value == null) == (variable.getValue() == null);
            }
            // Lists are equal whatever class they have, numbers are not.
            return Objects.equals(variable.getValue(), value) && variable.isTransient() == field.is("transient");
        }

        private String difference(Verdict expected, String message) {
            var found = complaints(message);
            return found.equals(expected.complaints())
                    ? ""
                    : "expected complaints about " + expected.complaints() + ", not \"" + message + "\"";
        }

        /** Each sentence begins with the label of its field or with an unknown key in quotes. */
        private Set<String> complaints(String message) {
            var found = new LinkedHashSet<String>();
            var rest = message;
            while (!rest.isEmpty()) {
                var beginning = rest;
                var label = oracle.fields().stream()
                        .map(Field::label)
                        .filter(one -> filledIn(one).matcher(beginning).lookingAt())
                        .findFirst();
                var end = rest.indexOf("\" is not part of this form.");
                var key = label.isEmpty() && rest.startsWith("\"") && end > 0 ? rest.substring(0, end + 1) : "";
                var subject = label.orElse(key);
                var after = label.map(one -> filledIn(one)
                        .matcher(beginning)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .end());
                var sentence = SENTENCE.matcher(rest).region(after.orElse(key.length()), rest.length());
                if (subject.isEmpty() || !sentence.find()) {
                    throw new AssertionError("About what is \"" + rest + "\" in \"" + message + "\"?");
                }
                found.add(subject);
                rest = rest.substring(sentence.end()).strip();
            }
            return found;
        }

        /** The label where a sentence begins; where something is filled in, the oracle has three dots. */
        private static Pattern filledIn(String label) {
            return Pattern.compile(
                    "^" + Stream.of(label.split("…", -1)).map(Pattern::quote).collect(joining(".*?")) + ": ");
        }
    }

    // --- the engine

    private static String name(File form) {
        return form.getName().replace(".form", "");
    }

    /** A process that asks for nothing but this form when it starts. */
    private static BpmnModelInstance startForm(String form) {
        return Diagram.unseen(Bpmn.createExecutableProcess("start-" + form)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .camundaFormRef(form)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done());
    }

    /** A process that asks for nothing but this form in a task. */
    private static BpmnModelInstance taskForm(String form) {
        return Diagram.unseen(Bpmn.createExecutableProcess("task-" + form)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask()
                .camundaAssignee("rumi")
                .camundaFormRef(form)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done());
    }

    private String newTask(File form, Surroundings around) {
        var variables = Variables.createVariables();
        around.shown().forEach((name, value) -> {
            var of = name.split("\\.");
            if (of.length == 1) {
                variables.putValue(name, value);
            } else {
                ((Map<String, Object>) variables.computeIfAbsent(of[0], any -> new HashMap<>())).put(of[1], value);
            }
        });
        around.options().forEach((name, options) -> variables.putValue(name, asVariable(options)));
        var instance = runtime.startProcessInstanceById(probes.get("task-" + name(form)), variables);
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    /** Options as expressions of diagrams make them, or as JSON. */
    private static Object asVariable(List<String> options) {
        var labelled = options.stream()
                .map(option -> Map.of("label", "Label of " + option, "value", option))
                .toList();
        return options.size() % 2 == 0
                ? SpinValues.jsonValue(FormOracle.json(labelled)).create()
                : new ArrayList<>(labelled.stream().map(HashMap::new).toList());
    }

    private boolean isCompleted(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).count() == 0;
    }

    private static VariableMap seenAfter(FormOracle oracle, Runnable submission) {
        submission.run();
        var keys = oracle.answered().stream().map(Field::key).collect(toSet());
        var seen = Variables.createVariables();
        Answers.SEEN.forEach((name, value) -> {
            if (keys.contains(name)) {
                seen.putValueTyped(name, value);
            }
        });
        return seen;
    }

    // --- words for a failure

    private static String describe(VariableMap submitted) {
        return submitted.keySet().stream()
                .map(key -> describe(key) + ": " + describe((Object) submitted.getValueTyped(key)))
                .collect(joining(", ", "{", "}"));
    }

    private static String describe(Object value) {
        if (value instanceof SerializableValue serialized && serialized.getValueSerialized() != null) {
            return serialized.getType().getName() + " " + describe(serialized.getValueSerialized());
        }
        if (value instanceof TypedValue typed) {
            return describe(typed.getValue());
        }
        if (!(value instanceof String text)) {
            return value == null ? "null" : value + " (" + value.getClass().getSimpleName() + ")";
        }
        var start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        var escaped = new StringBuilder();
        start.chars()
                .forEach(c ->
                        escaped.append(c >= ' ' && c < 0x7F ? String.valueOf((char) c) : String.format("\\u%04X", c)));
        return "\"" + escaped + "\"" + (text.length() > 80 ? " of " + text.length() : "");
    }
}
