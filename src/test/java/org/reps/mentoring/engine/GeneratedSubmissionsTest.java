package org.reps.mentoring.engine;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.FormOracle.Field;
import org.reps.mentoring.engine.FormOracle.Surroundings;
import org.reps.mentoring.engine.FormOracle.Verdict;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Thousands of submissions to each form, right and wrong ones, which {@link FormCheck} and the independent
 * {@link FormOracle} have to judge alike: taken or refused, for which fields, and with which values. A submission is
 * made from its number and the name of the form, which every disagreement tells; the same number makes it again.
 */
class GeneratedSubmissionsTest extends ProgrammeTest {

    private static final int SUBMISSIONS = 2000;
    private static final int THROUGH_THE_ENGINE = 20;
    private static final int SURROUNDINGS = 4;

    private static final Pattern SENTENCE = Pattern.compile(".*?\\.(?= |$)");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** At that moment it is still yesterday in the westernmost time zone, twelve hours behind UTC. */
    private static final String EARLIEST_DAY = "2026-11-19";

    private static final File EVERY_KIND_OF_FIELD =
            new File("src/test/resources/org/reps/mentoring/engine/every-kind-of-field.form");

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    private final FormCheck check = new FormCheck(Clock.fixed(NOW, ZoneOffset.UTC));

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

    @BeforeEach
    void at_a_moment_that_stays() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        register("rumi", Group.REPS);
    }

    @AfterEach
    void time_goes_on() {
        ClockUtil.reset();
        repository
                .createDeploymentQuery()
                .deploymentName("probe")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void form_and_check_agree_on_every_submission(File file) throws IOException {
        var oracle = new FormOracle(file);
        var submissions = new Submissions(oracle, TODAY);
        var form = Form.read(Files.newInputStream(file.toPath()));
        deployProbe(file);
        var comparison = new Comparison(oracle);
        for (var place = 0; place < SURROUNDINGS; place++) {
            var around = submissions.surroundings(place);
            var first = place;
            var taskId = newTask(around);
            configuration.getCommandExecutorTxRequired().execute(context -> {
                var task = context.getTaskManager().findTaskById(taskId);
                for (var number = first; number < SUBMISSIONS; number += SURROUNDINGS) {
                    var submitted = submissions.submission(number, around);
                    comparison.add(number, submitted, around, () -> check.check(form, submitted, task));
                }
                return null;
            });
        }
        comparison.assertAgreement();
        comparison.assertThatMuchWasTried(SUBMISSIONS);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void so_does_the_engine_when_a_form_is_submitted(File file) throws IOException {
        var oracle = new FormOracle(file);
        var submissions = new Submissions(oracle, TODAY);
        deployProbe(file);
        var comparison = new Comparison(oracle);
        for (var place = 0; place < SURROUNDINGS; place++) {
            var around = submissions.surroundings(place);
            String taskId = null;
            for (var number = place; number < THROUGH_THE_ENGINE; number += SURROUNDINGS) {
                if (taskId == null || isCompleted(taskId)) {
                    taskId = newTask(around);
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
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("probe-start")
                    .latestVersion()
                    .singleResult();
            var around = submissions.surroundings(0);
            for (var number = 0; number < THROUGH_THE_ENGINE; number++) {
                var submitted = submissions.submission(number, around);
                comparison.add(
                        number,
                        submitted,
                        around,
                        () -> seenAfter(oracle, () -> forms.submitStartForm(definition.getId(), submitted)));
            }
        }
        comparison.assertAgreement();
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
            var expected = oracle.judge(submitted, around, EARLIEST_DAY);
            String disagreement;
            try {
                disagreement = difference(expected, enforcement.get());
            } catch (Refusal refusal) {
                disagreement = difference(expected, refusal.getMessage());
            } catch (RuntimeException e) {
                disagreement = "expected " + expected + ", but it broke: " + e;
            }
            if (!disagreement.isEmpty()) {
                disagreements.add(oracle + ", submission " + number + " " + describe(submitted) + " with " + around
                        + ": " + disagreement);
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
            assertThat(taken).as("taken").isGreaterThan(submissions / 10);
            assertThat(refused).as("refused").isGreaterThan(submissions / 10);
            assertThat(taken + refused).isEqualTo(submissions);
            assertThat(complained)
                    .containsAll(oracle.answered().stream().map(Field::label).toList());
            assertThat(answered)
                    .containsAll(oracle.answered().stream()
                            .filter(field -> !isWithoutOptions(field))
                            .map(Field::key)
                            .toList());
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
                        .filter(one -> beginning.startsWith(one + ": "))
                        .findFirst();
                var end = rest.indexOf("\" is not part of this form.");
                var key = label.isEmpty() && rest.startsWith("\"") && end > 0 ? rest.substring(0, end + 1) : "";
                var subject = label.orElse(key);
                var sentence = SENTENCE.matcher(rest).region(subject.length(), rest.length());
                if (subject.isEmpty() || !sentence.find()) {
                    throw new AssertionError("About what is \"" + rest + "\" in \"" + message + "\"?");
                }
                found.add(subject);
                rest = rest.substring(sentence.end()).strip();
            }
            return found;
        }
    }

    // --- the engine

    /** Two processes that ask for nothing but this form, one when it starts and one in a task. */
    private void deployProbe(File form) throws IOException {
        var name = form.getName().replace(".form", "");
        try (var content = Files.newInputStream(form.toPath())) {
            repository
                    .createDeployment()
                    .name("probe")
                    .addModelInstance("probe-start.bpmn", startForm(name))
                    .addModelInstance("probe-task.bpmn", taskForm(name))
                    .addInputStream(form.getName(), content)
                    .deploy();
        }
        var answers = new Answers();
        latest("probe-start").getInitial().addListener(ExecutionListener.EVENTNAME_END, answers);
        latest("probe-task").getTaskDefinitions().values().forEach(task -> task.addTaskListener("complete", answers));
    }

    private ProcessDefinitionEntity latest(String key) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        return (ProcessDefinitionEntity)
                ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(definition.getId());
    }

    private static BpmnModelInstance startForm(String form) {
        return Bpmn.createExecutableProcess("probe-start")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .camundaFormRef(form)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done();
    }

    private static BpmnModelInstance taskForm(String form) {
        return Bpmn.createExecutableProcess("probe-task")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask()
                .camundaAssignee("rumi")
                .camundaFormRef(form)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done();
    }

    private String newTask(Surroundings around) {
        var variables = Variables.createVariables();
        variables.putAll(around.shown());
        around.options().forEach((name, options) -> variables.putValue(name, asVariable(options)));
        var instance = runtime.startProcessInstanceByKey("probe-task", variables);
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
