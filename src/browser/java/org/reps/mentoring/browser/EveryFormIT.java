package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.Today;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every form there is, filled in and submitted in Tasklist: what somebody types is what the application gets; days and
 * times also in places where it is another day than where the application runs. Each form stands alone in a process
 * made for it, so none is forgotten that no story asks for.
 */
class EveryFormIT extends BrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEPLOYMENT = "every form";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(?:#if\\s+)?([a-z]\\w*)(?:\\.(\\w+))?");
    private static final Pattern CONDITION = Pattern.compile("([a-z]\\w*) = \"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("value: \"(\\w+)\"");
    private static final Pattern FLAG = Pattern.compile("([a-z]\\w*) = (?:true|false)");

    private static final String TO_COME = Today.today().plusDays(20).toString();
    private static final String PAST = Today.today().minusDays(20).toString();
    private static final String TIME = "23:45";
    private static final String TEXT = "Something that somebody types.";

    @Autowired
    private RepositoryService repository;

    /** What the process got, by its task, before answers that no process keeps were forgotten. */
    private final Map<String, VariableMap> received = new ConcurrentHashMap<>();

    private final List<String> problems = new ArrayList<>();

    @AfterEach
    void no_process_stays() {
        repository
                .createDeploymentQuery()
                .deploymentName(DEPLOYMENT)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void what_is_typed_is_what_arrives() throws IOException {
        assertArrives(forms(), "UTC");
    }

    @EnabledIfSystemProperty(
            named = "nightly",
            matches = "true",
            disabledReason = "all forms twice more; TimeZonesIT tries the kinds of fields for every change")
    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Asia/Kolkata"})
    void a_day_and_a_time_are_the_same_everywhere(String timeZone) throws IOException {
        var forms = new ArrayList<File>();
        for (var file : forms()) {
            if (components(JSON.readTree(file)).stream().anyMatch(EveryFormIT::isDate)) {
                forms.add(file);
            }
        }
        assertThat(forms).isNotEmpty();
        assertArrives(forms, timeZone);
    }

    private void assertArrives(List<File> forms, String timeZone) throws IOException {
        deploy(forms);
        var person = "r" + timeZone.replaceAll("\\W|_", "");
        // Some fields are for mentors only.
        givenMentor(person, timeZone);
        var page = tasklist(person).page();
        for (var file : forms) {
            try {
                fillIn(file, person, page, timeZone.equals("UTC"));
            } catch (PlaywrightException | AssertionError e) {
                problems.add(nameOf(file) + ": " + e.getMessage());
            }
        }
        assertThat(problems).isEmpty();
    }

    private void deploy(List<File> forms) throws IOException {
        var deployment = repository.createDeployment().name(DEPLOYMENT);
        for (var file : forms) {
            deployment
                    .addModelInstance(nameOf(file) + ".bpmn", process(nameOf(file)))
                    // Only a release makes that of a form, and these are none.
                    .addString(file.getName(), Files.readString(file.toPath()).replace("\"fromMail\": \"true\"", ""));
        }
        deployment.deploy();
        TaskListener remember = task -> received.put(task.getId(), task.getVariablesTyped(false));
        for (var file : forms) {
            latest(process(file))
                    .getTaskDefinitions()
                    .values()
                    .forEach(task -> task.addTaskListener("complete", remember));
        }
    }

    /** As often as it takes to be asked for every date there is. */
    private void fillIn(File file, String person, Page page, boolean looksForViolations) throws IOException {
        var schema = JSON.readTree(file);
        var ways = components(schema).stream()
                .mapToInt(component -> optionsBeforeDates(component, schema).size())
                .max()
                .orElse(1);
        var typed = new HashSet<String>();
        for (var way = 0; way < Math.max(1, ways); way++) {
            typed.addAll(fillIn(file, schema, way, person, page, looksForViolations));
        }
        assertThat(components(schema).stream().filter(EveryFormIT::isDate).map(EveryFormIT::key))
                .as("dates that were shown")
                .isSubsetOf(typed);
    }

    private Set<String> fillIn(
            File file, JsonNode schema, int way, String person, Page page, boolean looksForViolations)
            throws IOException {
        var instance = runtime.startProcessInstanceByKey(process(file), surroundings(schema, person));
        var task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        page.evaluate("task => location.hash = '#/?task=' + task", task);
        var title = new Locator.GetByRoleOptions().setName(nameOf(file)).setExact(true);
        page.locator(".task-details").getByRole(AriaRole.HEADING, title).waitFor();
        var form = Tasklist.in(page).taskForm();
        var typed = new HashMap<String, String>();
        for (var component : components(schema)) {
            fillIn(component, schema, way, page, person, typed);
        }
        if (looksForViolations) {
            assertThat(Accessibility.violations(page, ".fjs-form")).isEmpty();
        }
        if (components(schema).stream().anyMatch(EveryFormIT::isConfidential)) {
            assertThat(String.valueOf(page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")))
                    .as("what the browser has stored")
                    .doesNotContain(TEXT);
        }
        form.complete();

        var arrived = Objects.requireNonNull(received.get(task));
        typed.forEach((key, value) -> assertThat(arrived.get(key)).as(key).isEqualTo(value));
        return typed.keySet();
    }

    private static void fillIn(
            JsonNode component, JsonNode schema, int way, Page form, String person, Map<String, String> typed) {
        var input = form.locator(".fjs-form [id$='-" + component.path("id").asText() + "']");
        if (component.path("readonly").asBoolean()) {
            return;
        }
        switch (component.path("type").asText()) {
            case "textfield", "textarea", "number" -> {
                if (input.count() == 1) {
                    var text = text(component, person);
                    input.fill(text);
                    if (isComparable(component)) {
                        typed.put(key(component), text);
                    }
                }
            }
            case "checkbox" -> {
                if (input.count() == 1) {
                    input.check();
                }
            }
            case "radio", "checklist" -> {
                var options =
                        form.locator(".fjs-form [id*='-" + component.path("id").asText() + "-'][type]");
                if (options.count() > 0) {
                    options.nth(bestOption(component, schema, way)).check();
                }
            }
            case "select", "taglist" -> {
                if (input.count() == 1) {
                    var field = form.locator(".fjs-form-field")
                            .filter(new Locator.FilterOptions()
                                    .setHas(form.locator(
                                            "[id$='-" + component.path("id").asText() + "']")));
                    field.locator(".fjs-input-group, .fjs-taglist").click();
                    field.locator(".fjs-dropdownlist-item").first().click();
                    // Otherwise the list of tags stays open above the next field.
                    input.blur();
                }
            }
            default -> {}
        }
    }

    /** An option after which a date is asked for; otherwise one after which anything is asked for. */
    private static int bestOption(JsonNode component, JsonNode schema, int way) {
        var best = optionsBeforeDates(component, schema);
        return best.isEmpty()
                ? optionsBefore(component, components(schema).stream()).stream()
                        .findFirst()
                        .orElse(0)
                : best.get(Math.min(way, best.size() - 1));
    }

    private static List<Integer> optionsBeforeDates(JsonNode component, JsonNode schema) {
        return optionsBefore(component, components(schema).stream().filter(EveryFormIT::isDate));
    }

    /** Those after which one of these others is asked for. */
    private static List<Integer> optionsBefore(JsonNode component, Stream<JsonNode> others) {
        var values = component.has("valuesExpression")
                ? otherwise(component.path("valuesExpression").asText())
                : component.path("values").findValuesAsText("value");
        return others.flatMap(other -> CONDITION
                        .matcher(other.at("/conditional/hide").asText())
                        .results())
                .filter(condition -> condition.group(1).equals(key(component)))
                .map(condition -> values.indexOf(condition.group(2)))
                .filter(index -> index >= 0)
                .distinct()
                .toList();
    }

    /** The options when nothing is special about the case. */
    private static List<String> otherwise(String expression) {
        return OPTION.matcher(expression.replaceFirst(".* else ", ""))
                .results()
                .map(option -> option.group(1))
                .toList();
    }

    private static String text(JsonNode component, String person) {
        if (component.at("/properties").has("person")
                || component.at("/properties").has("people")) {
            return person;
        }
        if (component.at("/properties/date").asBoolean()) {
            return component.at("/properties/noFuture").asBoolean() ? PAST : TO_COME;
        }
        if (component.at("/properties/time").asBoolean()) {
            return TIME;
        }
        return component.path("type").asText().equals("number")
                ? component.at("/validate/min").asText("1")
                : TEXT.substring(
                        0,
                        Math.min(
                                TEXT.length(),
                                component.at("/validate/maxLength").asInt()));
    }

    private static boolean isDate(JsonNode component) {
        return component.at("/properties/date").asBoolean()
                || component.at("/properties/time").asBoolean();
    }

    /** Numbers arrive as numbers, and confidential texts as references. */
    private static boolean isComparable(JsonNode component) {
        return !component.path("type").asText().equals("number") && !isConfidential(component);
    }

    private static boolean isConfidential(JsonNode component) {
        return component.at("/properties/confidential").asBoolean();
    }

    // --- what a form finds where it is shown

    /** Something for all that the form shows, lists of one thing each, and options. */
    private static VariableMap surroundings(JsonNode schema, String person) throws IOException {
        var variables = Variables.createVariables().putValue("person", person);
        var objects = new HashMap<String, Map<String, String>>();
        // What is only answered here has no other value before.
        var asked = components(schema).stream().map(EveryFormIT::key).toList();
        for (var component : components(schema)) {
            for (var property : List.of("text", "label", "description")) {
                PLACEHOLDER.matcher(component.path(property).asText()).results().forEach(found -> {
                    if (found.group(2) == null && asked.contains(found.group(1))) {
                        return;
                    }
                    if (found.group(2) == null) {
                        variables.putValue(found.group(1), TEXT);
                    } else {
                        objects.computeIfAbsent(found.group(1), object -> new HashMap<>())
                                .put(found.group(2), TEXT);
                    }
                });
            }
            FLAG.matcher(component.at("/conditional/hide").asText())
                    .results()
                    .forEach(flag -> variables.putValue(flag.group(1), false));
            if (component.path("readonly").asBoolean()) {
                variables.putValue(
                        key(component),
                        component.has("values")
                                ? component.at("/values/0/value").asText()
                                : TEXT);
            }
            if (component.has("valuesKey")) {
                variables.putValue(
                        component.path("valuesKey").asText(), json(List.of(Map.of("label", TEXT, "value", "one"))));
            }
            if (component.path("type").asText().equals("table")) {
                var row = new HashMap<String, String>();
                component.path("columns").findValuesAsText("key").forEach(column -> row.put(column, TEXT));
                variables.putValue(component.path("dataSource").asText().replace("=", ""), json(List.of(row)));
            }
        }
        for (var object : objects.entrySet()) {
            variables.putValue(object.getKey(), json(object.getValue()));
        }
        return variables;
    }

    private static Object json(Object value) throws IOException {
        return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
    }

    // --- the forms and their processes

    private static List<File> forms() {
        return Stream.of(Objects.requireNonNull(new File("forms").listFiles()))
                .filter(file -> file.getName().endsWith(".form"))
                .sorted()
                .toList();
    }

    private static String nameOf(File file) {
        return file.getName().replace(".form", "");
    }

    private static String process(File file) {
        return "only-" + nameOf(file);
    }

    private static BpmnModelInstance process(String form) {
        return Diagram.unseen(Bpmn.createExecutableProcess("only-" + form)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask()
                .name(form)
                .camundaAssignee("${person}")
                .camundaFormRef(form)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done());
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

    private static List<JsonNode> components(JsonNode container) {
        var components = new ArrayList<JsonNode>();
        for (var component : container.path("components")) {
            components.add(component);
            components.addAll(components(component));
        }
        return components;
    }

    private static String key(JsonNode component) {
        return component.path("key").asText();
    }
}
