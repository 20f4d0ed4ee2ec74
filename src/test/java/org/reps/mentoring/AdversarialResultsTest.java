package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/**
 * What comes back is a read, whatever was asked for: the answer to something that is done tells nothing that a form
 * would not have shown.
 */
class AdversarialResultsTest extends AdversarialTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private static final List<String> ROLES = List.of("ruth", "mateo", "clara", "carmen", "anna");

    /** Every way in which a request can ask for more in the answer, all at once where they go together. */
    private static final List<Map<String, Object>> FLAGS = List.of(
            Map.of("withVariablesInReturn", true),
            Map.of("withVariablesInReturn", true, "businessKey", "mine"),
            Map.of("withVariablesInReturn", true, "caseInstanceId", "mine", "skipIoMappings", true));

    /** What the answer to a start may say; the values of the others are empty. */
    private static final Set<String> OF_A_START = Set.of("links", "id", "definitionId", "definitionKey", "ended");

    private static final Pattern NAMED = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");

    @Test
    void the_answer_to_a_task_holds_nothing_of_the_case() {
        var attacks = new ArrayList<Supplier<Answer>>();
        for (var task : engine.getTaskService().createTaskQuery().list()) {
            var person = as(whoeverHas(task));
            for (var way : List.of("submit-form", "complete", "resolve")) {
                for (var flags : FLAGS) {
                    attacks.add(() -> person.engine("task/" + task.getId() + "/" + way, with(flags, NOTHING)));
                }
            }
        }
        assertThat(attacks).hasSizeGreaterThan(50);

        refused(attacks);
    }

    /** Not even a right answer, by the one whose task it is. */
    @Test
    void nor_does_it_when_the_answer_is_right() {
        var naima = newcomer("naima");
        assertThat(naima.start("rep-onboarding", wishes()).status()).isEqualTo(200);
        letEverythingDueHappen();
        var mateo = as("mateo");
        var offered = mateo.task(TasklistSession.TASKS_I_CAN_TAKE, "Offer to mentor Naima");
        var claimed = mateo.engine("task/" + offered.path("id").asText() + "/claim", Map.of("userId", "mateo"));
        assertThat(claimed.status()).isEqualTo(204);
        assertThat(claimed.text()).isEmpty();
        var offer = "task/" + offered.path("id").asText() + "/submit-form";
        var yes = Map.of("mentorOffers", Map.of("value", "yes"));

        refused(() -> mateo.engine(offer, Map.of("variables", yes, "withVariablesInReturn", true)));
        var answered = mateo.engine(offer, Map.of("variables", yes));

        assertThat(answered.status()).isEqualTo(204);
        assertThat(answered.text()).isEmpty();
        letEverythingDueHappen();
        assertThat(naima.myTask("Meet your proposed mentor").isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void the_answer_to_a_start_says_that_there_is_a_case_and_nothing_of_it(String userId) {
        var processes = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .toList();
        assertThat(processes).hasSizeGreaterThan(10);
        for (var process : processes) {
            for (var flags : FLAGS) {
                assertSaysNothing(
                        as(userId).engine("process-definition/key/" + process + "/submit-form", with(flags, NOTHING)));
                assertThat(as(userId)
                                .engine("process-definition/key/" + process + "/start", with(flags, NOTHING))
                                .status())
                        .isBetween(400, 499);
            }
        }
    }

    static Stream<String> roles() {
        return ROLES.stream();
    }

    @Test
    void nor_does_it_when_everything_that_is_asked_has_an_answer() {
        var wishes = new HashMap<String, Object>();
        wishes().forEach((name, value) -> {
            var isList = value instanceof List<?>;
            var variable = new HashMap<String, Object>();
            variable.put("value", isList ? json(value) : value);
            variable.put("type", isList ? "Json" : value == null ? "Null" : "String");
            wishes.put(name, variable);
        });

        var started = newcomer("noor")
                .engine("process-definition/key/rep-onboarding/submit-form", with(FLAGS.get(0), wishes));

        assertThat(started.status()).as(started::toString).isEqualTo(200);
        assertSaysNothing(started);
    }

    private static void assertSaysNothing(Answer answer) {
        assertPlain(answer);
        if (answer.status() == 200) {
            answer.body().properties().forEach(property -> {
                if (!OF_A_START.contains(property.getKey())) {
                    assertThat(property.getValue().isNull()
                                    || property.getValue().equals(JSON.valueToTree(false)))
                            .as(property::toString)
                            .isTrue();
                }
            });
        } else {
            assertThat(answer.status()).as(answer::toString).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resultEnabled", "variablesInResultEnabled"})
    void a_message_tells_nothing_either(String flag) {
        var message = Map.of("messageName", "mentor-resigned", "businessKey", "rana", flag, true);

        refused(ROLES, session -> session.engine("message", message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"withTaskVariablesInReturn", "withTaskLocalVariablesInReturn"})
    void a_list_of_tasks_comes_without_variables(String flag) {
        for (var userId : ROLES) {
            for (var answer : List.of(
                    as(userId).engine("task?maxResults=50", Map.of(flag, true)),
                    as(userId).engine("task?maxResults=50&" + flag + "=true"))) {
                // Whoever has no tasks gets none.
                assertThat(answer.status()).as(answer::toString).isIn(200, 403);
                assertThat(answer.body().findValues("variables")).isEmpty();
                if (answer.status() == 200) {
                    assertThat(answer.body()).isEmpty();
                }
            }
            for (JsonNode filter : as(userId).engine("filter?maxResults=50").body()) {
                var list = "filter/" + filter.path("id").asText() + "/list?maxResults=50";
                assertThat(as(userId).engine(list, Map.of(flag, true)).body().findValues("variables"))
                        .isEmpty();
                var embedded = as(userId)
                        .send(
                                "POST",
                                ENGINE + list,
                                Map.of("Accept", "application/hal+json", "Content-Type", "application/json"),
                                json(Map.of(flag, true)).getBytes(StandardCharsets.UTF_8));
                assertThat(embedded.status()).as(embedded::toString).isEqualTo(200);
                assertThat(embedded.body().findValues("variable")).isEmpty();
            }
        }
    }

    /** Cockpit asks for them, and there are none for anybody but the operator. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "variable-instance?maxResults=50",
                "history/decision-instance?maxResults=50&includeInputs=true&includeOutputs=true",
                "external-task?maxResults=50",
                "history/batch?maxResults=50",
                "batch/statistics?maxResults=50"
            })
    void values_of_cases_are_in_no_list(String list) {
        for (var userId : List.of("clara", "carmen", "anna")) {
            var answer = as(userId).engine(list);
            assertThat(answer.status()).as(answer::toString).isEqualTo(200);
            assertThat(answer.body()).as(answer::toString).isEmpty();
        }
        refused(List.of("ruth", "mateo"), session -> session.engine(list));
    }

    // --- what a form shows

    @Test
    void a_form_gets_only_the_variables_it_shows() {
        for (var task : engine.getTaskService().createTaskQuery().list()) {
            var person = as(whoeverHas(task));
            var schema = person.engine("task/" + task.getId() + "/deployed-form");
            var shown = person.engine("task/" + task.getId() + "/form-variables");
            assertThat(shown.status()).as(shown::toString).isEqualTo(200);

            assertThat(shown.body().fieldNames())
                    .toIterable()
                    .as(task.getTaskDefinitionKey())
                    .isSubsetOf(namedIn(schema.body()));
        }
    }

    /** Every value in a text has what keeps it as it was typed, whatever the author wrote. */
    @Test
    void a_form_shows_what_people_typed_as_they_typed_it() {
        var values = new ArrayList<String>();
        for (var task : engine.getTaskService().createTaskQuery().list()) {
            var schema = as(whoeverHas(task)).engine("task/" + task.getId() + "/deployed-form");
            for (var component : schema.body().path("components")) {
                if (component.path("type").asText().equals("text")) {
                    Pattern.compile("\\{\\{(?![#/]).*?}}")
                            .matcher(component.path("text").asText())
                            .results()
                            .forEach(value -> values.add(value.group()));
                }
            }
        }

        assertThat(values)
                .hasSizeGreaterThan(20)
                .allMatch(value -> value.startsWith("{{replace(replace(replace(string("));
    }

    @Test
    void of_an_object_a_form_gets_only_the_parts_it_shows() {
        assertThat(partsOf("mentee", contacts())).contains("name", "goals").doesNotContain("about");
        assertThat(partsOf("progress", ranas())).contains("mentorFirstName").doesNotContain("mentee", "mentor");
    }

    private List<String> partsOf(String variable, Task task) {
        var shown = as(whoeverHas(task)).engine("task/" + task.getId() + "/form-variables");
        return names(tree(shown(shown.body(), variable)));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What stands in the form as the name of a variable: in a field, an expression or a text. */
    private static Set<String> namedIn(JsonNode schema) {
        var named = new HashSet<String>();
        for (var property : List.of("key", "valuesKey", "confidential")) {
            named.addAll(schema.findValuesAsText(property));
        }
        for (var text : texts(schema, new ArrayList<>())) {
            var expressions = text.startsWith("=")
                    ? Stream.of(text)
                    : Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL)
                            .matcher(text)
                            .results()
                            .map(place -> place.group(1));
            expressions
                    .map(expression -> expression.replaceAll("\"[^\"]*\"", " "))
                    .flatMap(expression -> NAMED.matcher(expression).results())
                    .forEach(name -> named.add(name.group()));
        }
        return named;
    }

    private static List<String> texts(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts(child, texts));
        return texts;
    }

    /** Its assignee, or the first to whom it is offered. */
    private String whoeverHas(Task task) {
        return task.getAssignee() != null
                ? task.getAssignee()
                : engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getUserId)
                        .filter(userId -> userId != null)
                        .sorted()
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> flags, Map<String, ?> variables) {
        var body = new HashMap<>(flags);
        body.put("variables", variables);
        return body;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
