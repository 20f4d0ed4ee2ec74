package org.reps.mentoring.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a diagram that somebody deploys can call, and what it cannot. */
public class ExpressionsTest extends ProgrammeTest {

    public static final List<String> OUT_OF_REACH = List.of(
            "${''.getClass()}",
            "${''.class}",
            "${''['class']}",
            "${''['getClass']()}",
            "${rules.getClass().getClassLoader()}",
            "${rules.class.classLoader}",
            "${mentorships.getClass()}",
            "${mentorships.targetSource}",
            "${mentorships.getTargetClass()}",
            "${mentorships.removeAdvisor(0)}",
            "${council.wait(1)}",
            "${list.getClass()}",
            "${list.stream()['getClass']()}",
            "${list.iterator().getClass()}",
            "${map.getClass()}",
            "${number.getClass()}",
            "${number.getInteger('java.specification.version')}",
            "${flag.getBoolean('java.awt.headless')}",
            "${now().getClass()}",
            "${now().toInstant().getClass()}",
            "${dateTime().getZone().getClass()}",
            "${dateTime().getZone().setDefault(null)}",
            "${execution.getClass()}",
            "${execution.class}",
            "${execution.processEngineServices}",
            "${execution.getProcessEngineServices().getIdentityService()}",
            "${execution.getProcessEngine()}",
            "${execution.engineServices}",
            "${execution.getBpmnModelInstance()}",
            "${execution.processInstance}",
            "${execution.processDefinition}",
            "${execution.getVariables()}",
            "${execution.variableScope}",
            "${environment}",
            "${environment.getProperty('spring.datasource.password')}",
            "${systemProperties}",
            "${applicationContext}",
            "${org.springframework.context.ApplicationContext}",
            "${dataSource}",
            "${dataSource.getConnection()}",
            "${processEngine}",
            "${processEngine.identityService}",
            "${identityService}",
            "${managementService}",
            "${jdbcTemplate}",
            "${transactionTemplate}",
            "${people}",
            "${people.hasPassword('admin', 'mentoring-demo')}",
            "${reps.deleteAll()}",
            "${variableContext}",
            "${JSON('{}').mapTo('java.lang.Object')}");

    @Autowired
    private DecisionService decisions;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void takeDiagramsBack() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void what_is_none_of_a_diagrams_business_is_out_of_its_reach() {
        var diagram = diagram().parallelGateway();
        for (var expression : OUT_OF_REACH) {
            diagram.serviceTask().camundaAsyncBefore().camundaExpression(expression);
        }
        deploy(diagram.done());
        start(Map.of());

        var jobs = management.createJobQuery().messages().list();
        assertThat(jobs)
                .hasSameSizeAs(OUT_OF_REACH)
                .allSatisfy(job -> assertThatThrownBy(() -> management.executeJob(job.getId()))
                        .isInstanceOf(ProcessEngineException.class)
                        .hasMessageMatching("(?s).*(An expression cannot use|Cannot resolve identifier).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${task.processEngine}", "${task.getClass()}", "${task.execution}"})
    void neither_does_a_task_lead_there(String expression) {
        deploy(diagram()
                .userTask()
                .camundaTaskListenerExpression("create", expression)
                .endEvent()
                .done());

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("some-process"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("An expression cannot use");
    }

    @Test
    void what_diagrams_need_is_there() {
        givenRep("rumi");
        givenContact("clara");

        assertThat(valueOf("${rules.capacity()}")).isEqualTo(5);
        assertThat(valueOf("${council.impartial('rumi').contains('clara')}")).isEqualTo(true);
        assertThat(valueOf("${mentorships.menteesOf('mateo').isEmpty()}")).isEqualTo(true);
        assertThat(valueOf("${text.toUpperCase()}")).isEqualTo("HELLO");
        assertThat(valueOf("${text.isEmpty() ? 'none' : text}")).isEqualTo("hello");
        assertThat(valueOf("${list.contains('one') && !list.isEmpty()}")).isEqualTo(true);
        assertThat(valueOf("${list[0]}")).isEqualTo("one");
        assertThat(valueOf("${map.key}")).isEqualTo("value");
        assertThat(valueOf("${map['key']}")).isEqualTo("value");
        assertThat(valueOf("${number * 7}")).isEqualTo(35L);
        assertThat(valueOf("${number.toString()}")).isEqualTo("5");
        assertThat(valueOf("${execution.processBusinessKey}")).isEqualTo("rumi");
        assertThat(valueOf("${execution.getVariable('text')}")).isEqualTo("hello");
        assertThat(valueOf("${execution.setVariable('other', 1)}")).isNull();
        assertThat(valueOf("${authenticatedUserId}")).isNull();
        assertThat(valueOf("${dateTime().plusDays(1).toDate().after(now())}")).isEqualTo(true);
    }

    @Test
    void what_a_diagram_of_the_last_release_calls_by_another_name_is_there_too() {
        assertThat(valueOf("${inactivity.menteeOptions('mateo').isEmpty()}")).isEqualTo(true);
    }

    @Test
    void a_variable_does_not_take_the_place_of_a_bean() {
        assertThat(valueOf("${rules.capacity()}", Map.of("rules", "mine"))).isEqualTo(5);
    }

    @Test
    void exactly_the_beans_that_diagrams_call_can_be_called() {
        assertThat(DiagramBeans.NAMES).isEqualTo(Diagram.calledBeans());
    }

    @Test
    void a_decision_reaches_no_further() {
        deployments.add(repository
                .createDeployment()
                .name("test")
                .addString("some-decision.dmn", decision("juel", "${''.getClass()}", "some-decision"))
                .addString("third-decision.dmn", decision("juel", "${rules.capacity()}", "third-decision"))
                .deploy()
                .getId());

        assertThatThrownBy(
                        () -> decisions.evaluateDecisionByKey("some-decision").evaluate())
                .hasStackTraceContaining("An expression cannot use getClass");
        assertThat((Object) decisions
                        .evaluateDecisionByKey("third-decision")
                        .evaluate()
                        .getSingleEntry())
                .isEqualTo(5);
    }

    @Test
    void no_programming_language_is_shipped() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getEngineName)
                .allMatch(name ->
                        Set.of("juel", "feel-scala", "feel-scala-unary-tests").contains(name));
    }

    private Object valueOf(String expression) {
        return valueOf(expression, Map.of());
    }

    private Object valueOf(String expression, Map<String, Object> more) {
        deploy(task().camundaExpression(expression)
                .camundaResultVariable("result")
                .userTask("Activity_Wait")
                .endEvent()
                .done());
        return runtime.getVariable(start(more).getId(), "result");
    }

    private ProcessInstance start(Map<String, Object> more) {
        return runtime.createProcessInstanceByKey("some-process")
                .businessKey("rumi")
                .setVariable("text", "hello")
                .setVariable("number", 5)
                .setVariable("flag", true)
                .setVariable("list", new ArrayList<>(List.of("one", "two")))
                .setVariable("map", new HashMap<>(Map.of("key", "value")))
                .setVariables(more)
                .execute();
    }

    private void deploy(BpmnModelInstance diagram) {
        deployments.add(repository
                .createDeployment()
                .name("test")
                .addModelInstance("some-process.bpmn", Diagram.unseen(diagram))
                .deploy()
                .getId());
    }

    private static ServiceTaskBuilder task() {
        return diagram().serviceTask("Activity_Program");
    }

    private static StartEventBuilder diagram() {
        return Bpmn.createExecutableProcess("some-process")
                .camundaHistoryTimeToLive(1)
                .startEvent();
    }

    private static String decision(String language, String text, String id) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="%s" name="d" camunda:historyTimeToLive="1">
                    <variable id="v" name="v"/><literalExpression id="l" expressionLanguage="%s"><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(id, language, text);
    }
}
