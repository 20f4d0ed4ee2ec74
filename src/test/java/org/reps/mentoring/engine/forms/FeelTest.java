package org.reps.mentoring.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.expressions.ExpressionsTest;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.beans.factory.annotation.Autowired;

/** What FEEL can reach in a form and in a decision that somebody deploys, and what it cannot. */
class FeelTest extends ProgrammeTest {

    private static final List<String> OBJECTS_OUT_OF_REACH = List.of(
            "bytes",
            "bytes.class",
            "bytes.getClass()",
            "bytes.getClass().getClassLoader()",
            "bytes.getClass().forName(\"java.lang.Runtime\")",
            "bytes.hashCode()",
            "bytes.length",
            "[bytes]",
            "[1, bytes][2]",
            "{a: bytes}.a",
            "{a: bytes, b: a.class}.b",
            "for b in [bytes] return b.class",
            "string(bytes)",
            "if bytes = null then 1 else 2",
            "bytes instance of Any",
            "type.name",
            "type.forName(\"java.lang.Runtime\")",
            "file.path",
            "file.delete()",
            "written.createNewFile()",
            "fault.message",
            "fault.printStackTrace()",
            "engine.identityService",
            "engine.getIdentityService()",
            "objects[1].class",
            "objects[1].getClass()",
            "named.class.getClass()",
            "named.object.getClass()",
            "mentor.getClass()",
            "mentor.hashCode()",
            "mentor.isAwayOn(date(\"2026-11-20\"))",
            "mentor.class",
            "rulesBean.getClass()",
            "numberOfItsOwn.getClass()",
            "(function(x) external {java: {class: \"java.lang.System\", method signature: \"getProperty(java.lang.String)\"}})(\"java.version\")",
            "{f: function(x) external {java: {class: \"java.lang.System\", method signature: \"getProperty(java.lang.String)\"}}, g: f(\"java.version\")}.g",
            "{f: function() external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}, g: f()}.g");

    @TempDir
    private Path directory;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private MentoringRules rules;

    private ProcessEngineConfigurationImpl configuration;
    private Map<String, Object> values;

    @BeforeEach
    void prepare() throws IOException {
        configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        values = new HashMap<>();
        values.put("text", "hello");
        values.put("number", 5);
        values.put("flag", true);
        values.put("day", LocalDate.of(2026, 11, 20));
        values.put("list", List.of("one", "two"));
        values.put("set", Set.of("one"));
        values.put("map", Map.of("key", "value"));
        values.put("mentor", Mentor.registered("maya", 3, Set.of("Coaching"), Set.of("en"), "UTC"));
        values.put("bytes", new byte[] {1, 2, 3});
        values.put("type", String.class);
        values.put("file", Files.createFile(directory.resolve("kept")).toFile());
        values.put("written", directory.resolve("written").toFile());
        values.put("fault", new IllegalStateException("secret"));
        values.put("engine", engine);
        values.put("objects", List.of(new File("x")));
        values.put("named", Map.of("object", new File("x"), "class", String.class));
        values.put("rulesBean", new Object[] {rules});
        values.put("numberOfItsOwn", new AtomicInteger(1));
    }

    static Stream<String> attacks() {
        return Stream.concat(
                ExpressionsTest.OUT_OF_REACH.stream()
                        .map(expression ->
                                expression.substring(2, expression.length() - 1).replace('\'', '"')),
                OBJECTS_OUT_OF_REACH.stream());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothing_leads_out_of_a_form_or_a_decision(String expression) {
        assertThatNothingComesOf(() -> inForm(expression));
        assertThatNothingComesOf(() -> inDecision("feel", expression));

        assertThat(directory).isDirectoryContaining(file -> file.endsWith("kept"));
        assertThat(directory.resolve("written")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "bytes.class", "[bytes]", "type.name", "objects", "named", "numberOfItsOwn"})
    void what_is_unknown_is_said_in_plain_words(String expression) {
        assertThatThrownBy(() -> inForm(expression)).hasMessageContaining("An expression cannot use a ");
        assertThatThrownBy(() -> inDecision("feel", expression)).hasStackTraceContaining("An expression cannot use a ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "upper case(text)                    | HELLO",
                "number * 7                          | 35",
                "flag and number > 4                 | true",
                "day + duration(\"P1D\")             | 2026-11-21",
                "list[1]                             | one",
                "list contains(list, \"two\")        | true",
                "set[1]                              | one",
                "map.key                             | value",
                "mentor.capacity                     | 3",
                "mentor.skills[1]                    | Coaching",
                "mentor.status                       | ACTIVE",
                "{a: 1, b: a + 1}.b                  | 2",
                "for n in [1, 2] return n + number   | [6, 7]",
                "{f: function(x) x + 1, r: f(number)}.r | 6",
                "nobody                              | null",
                "if is defined(nobody) then 1 else 2 | 2"
            })
    void what_forms_and_decisions_need_is_there(String expression, String expected) {
        assertThat(String.valueOf(inForm(expression))).isEqualTo(expected);
        assertThat(String.valueOf(inDecision("feel", expression))).isEqualTo(expected);
    }

    @Test
    void a_form_never_gets_to_see_a_file() {
        var deployed = repository
                .createDeployment()
                .addString("tell.bpmn", """
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                          <bpmn:process id="tell" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:extensionElements><camunda:properties>
                              <camunda:property name="seenBy" value="nobody" />
                            </camunda:properties></bpmn:extensionElements>
                            <bpmn:startEvent id="Event_Begun" />
                            <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Activity_Tell" />
                            <bpmn:userTask id="Activity_Tell" camunda:formRef="tell" camunda:formRefBinding="deployment" />
                          </bpmn:process>
                        </bpmn:definitions>""")
                .addString("tell.form", """
                        {"id": "tell", "type": "default", "components": [
                          {"type": "textfield", "id": "f", "key": "story", "label": "Story",
                           "conditional": {"hide": "=bytes.class = \\"x\\""}}]}""")
                .deploy();
        try {
            runtime.startProcessInstanceByKey("tell", Map.of("bytes", new byte[] {1}));
            var task = task("Activity_Tell").getId();

            assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("story", "mine")))
                    .hasMessageContaining("An expression cannot use a byte[].");
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void a_java_function_is_not_deployed_in_a_form() {
        var form = """
                {"id": "tell", "type": "default", "components": [{"type": "textfield", "key": "a", "label": "Field",
                 "conditional": {"hide": "=(function(x) external {java: {class: \\"java.lang.System\\", method signature: \\"getProperty(java.lang.String)\\"}})(\\"a\\") = \\"b\\""}}]}""";

        var deployment = repository.createDeployment().addString("tell.form", form);
        assertThatThrownBy(deployment::deploy).hasStackTraceContaining("which cannot be read");
    }

    @Test
    void juel_in_a_decision_reaches_no_further_than_in_a_diagram() {
        for (var expression : ExpressionsTest.OUT_OF_REACH) {
            assertThatThrownBy(() -> inDecision("juel", expression))
                    .as(expression)
                    .rootCause()
                    .hasMessageMatching(
                            "(?s).*(An expression cannot use|Cannot resolve identifier|Could not resolve function).*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "python", "feel-scala", "feel-scala-unary-tests", "ruby"})
    void no_other_language_is_run_in_a_decision_or_deployed(String language) {
        assertThatThrownBy(() -> inDecision(language, "1")).hasStackTraceContaining("Can't find scripting engine");

        var deployment = repository.createDeployment().addString("d.dmn", decision(language, "1"));
        assertThatThrownBy(deployment::deploy)
                .hasStackTraceContaining("which is not run here. Please choose the language FEEL.");
    }

    private void assertThatNothingComesOf(Callable<Object> expression) {
        var result = new Object[1];
        var failure = catchThrowable(() -> result[0] = expression.call());
        if (failure == null) {
            assertThat(result[0])
                    .satisfiesAnyOf(
                            nothing -> assertThat(nothing).isNull(),
                            // For each of the items a null.
                            nothing -> assertThat((List<?>) nothing).allMatch(Objects::isNull));
        }
    }

    private Object inForm(String expression) {
        var component = JsonNodeFactory.instance
                .objectNode()
                .put("type", "select")
                .put("key", "chosen")
                .put("valuesExpression", "=" + expression);
        var form = new Feel(List.of(FormField.of(component, List.of())));
        return form.evaluate(values).get("=" + expression);
    }

    private Object inDecision(String language, String expression) {
        var file = decision(language, expression).getBytes(StandardCharsets.UTF_8);
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> configuration
                        .getDmnEngine()
                        .evaluateDecision("some-decision", new ByteArrayInputStream(file), Variables.fromMap(values))
                        .getSingleEntry());
    }

    private static String decision(String language, String expression) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="some-decision" name="d" camunda:historyTimeToLive="1">
                    <variable id="v" name="v"/>
                    <literalExpression id="l" expressionLanguage="%s"><text><![CDATA[%s]]></text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(language, expression);
    }
}
