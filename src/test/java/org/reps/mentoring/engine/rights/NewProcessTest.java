package org.reps.mentoring.engine.rights;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.now;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.engine.cases.PausedTasks;
import org.reps.mentoring.engine.cases.StartableProcesses;
import org.reps.mentoring.engine.grants.OverdueCouncilTasks;
import org.reps.mentoring.engine.models.ModelDeployment;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.reports.FinishedCases;
import org.reps.mentoring.engine.reports.RunningCases;
import org.springframework.beans.factory.annotation.Autowired;

/** A release brings a process of which the application knows nothing but its diagram and its forms. */
class NewProcessTest extends ProgrammeTest {

    private static final String DIAGRAM = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="ask-for-help" name="Ask for help" isExecutable="true"
                  camunda:candidateStarterGroups="reps" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="partOfIt" value="startedBy" />
                  <camunda:property name="seenBy" value="council" />
                  <camunda:property name="whileAway" value="wait" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="Event_Asked" camunda:initiator="startedBy" camunda:asyncAfter="true"
                    camunda:formRef="ask-for-help-start" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:executionListener expression="${execution.setProcessBusinessKey(startedBy)}" event="start" />
                  </bpmn:extensionElements>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Asked" targetRef="Activity_Help" />
                <bpmn:userTask id="Activity_Help" name="Help" camunda:asyncAfter="true" camunda:dueDate="P7D"
                    camunda:formRef="ask-for-help-help" camunda:formRefBinding="deployment"
                    camunda:candidateUsers="${ council.impartial(startedBy) }">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="forCouncil" value="true" />
                    <camunda:property name="whenOverdue" value="${council.impartialMembers(startedBy)}" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Activity_Help" targetRef="Activity_TryIt" />
                <bpmn:userTask id="Activity_TryIt" name="Try it" camunda:asyncAfter="true" camunda:dueDate="P7D"
                    camunda:formRef="ask-for-help-try-it" camunda:formRefBinding="deployment"
                    camunda:assignee="${startedBy}">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="seenBy" value="mentor" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="Flow_3" sourceRef="Activity_TryIt" targetRef="Event_Helped" />
                <bpmn:endEvent id="Event_Helped" name="Helped" />
              </bpmn:process>
            </bpmn:definitions>""";

    private static final String FORM = """
            {"id": "%s", "type": "default", "components": [
             {"type": "textarea", "id": "f", "key": "%s", "label": "In your words", "validate": {"required": true}}]}""";

    @Autowired
    private StartableProcesses startable;

    @Autowired
    private RunningCases running;

    @Autowired
    private FinishedCases finished;

    @Autowired
    private OpenTasks openTasks;

    @Autowired
    private PausedTasks paused;

    @Autowired
    private OverdueCouncilTasks overdue;

    @Autowired
    private FilterService filters;

    @Autowired
    private AuthorizationService authorizations;

    private String deployment = "";

    @BeforeEach
    void a_release_brings_it() {
        givenRep("nora");
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        register("anna", Group.ANALYSTS);
        register("olga", Group.ANALYSTS);
        identities.createMembership("olga", Groups.CAMUNDA_ADMIN);
        deployment = repository
                .createDeployment()
                .name(ModelDeployment.NAME)
                .addString("bpmn/ask-for-help.bpmn", DIAGRAM)
                .addString("forms/ask-for-help-start.form", FORM.formatted("ask-for-help-start", "question"))
                .addString("forms/ask-for-help-help.form", FORM.formatted("ask-for-help-help", "help"))
                .addString("forms/ask-for-help-try-it.form", FORM.formatted("ask-for-help-try-it", "result"))
                .deploy()
                .getId();
    }

    @AfterEach
    void it_goes_with_all_rights() {
        as("olga", () -> repository.deleteDeployment(deployment, true));

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId("ask-for-help")
                        .count())
                .isZero();
        assertThat(councilQueue()).doesNotContain("\"Activity_Help\"");
    }

    @Test
    void it_is_started_by_those_whom_it_names_and_by_nobody_else() {
        as(
                "nora",
                () -> assertThat(startable.forCurrentPerson())
                        .contains(new StartableProcesses.Startable("ask-for-help", "Ask for help")));
        as(
                "carmen",
                () -> assertThat(startable.forCurrentPerson())
                        .extracting(StartableProcesses.Startable::process)
                        .doesNotContain("ask-for-help"));
        assertThatThrownBy(() -> startAs("carmen", "ask-for-help", Map.of("question", "May I?")))
                .isInstanceOf(AuthorizationException.class);

        noraAsks();

        assertThat(the("ask-for-help")).isNotNull();
    }

    @Test
    void its_cases_are_seen_by_the_council_on_its_pages_too() {
        noraAsks();

        as("carmen", () -> assertThat(cases("ask-for-help")).hasSize(1));
        for (var other : List.of("nora", "anna")) {
            as(other, () -> assertThat(cases("ask-for-help")).isEmpty());
        }
        as(
                "anna",
                () -> assertThat(repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey("ask-for-help")
                                .listPage(0, 10))
                        .hasSize(1));
        assertThat(running.byProcess(PartOfCase.OutOfSight.NOTHING))
                .filteredOn(process -> process.process().equals("Ask for help"))
                .singleElement()
                .satisfies(process -> assertThat(process.cases()).isEqualTo(1));
        assertThat(finished.processes())
                .extracting(FinishedCases.Process::key)
                .contains("ask-for-help")
                .doesNotContain("raise-concern");
    }

    @Test
    void whoever_is_part_of_it_does_not_see_it_in_the_council() {
        identities.createMembership("nora", Group.COUNCIL.id());
        noraAsks();

        as("nora", () -> assertThat(cases("ask-for-help")).isEmpty());
        assertThat(candidates(task("Activity_Help"))).containsExactly("clara");
    }

    @Test
    void its_task_stands_in_the_council_s_queue_and_is_for_all_of_them_when_it_is_overdue() {
        noraAsks();
        var task = task("Activity_Help").getId();
        as(
                "clara",
                () -> assertThat(filters.<Task>listPage(queue(), 0, 10))
                        .extracting(Task::getTaskDefinitionKey)
                        .contains("Activity_Help"));
        assertThat(overdue.offerToCouncil()).isZero();

        later(Period.ofDays(20));

        assertThat(overdue.offerToCouncil()).isEqualTo(1);
        assertThat(candidates(task("Activity_Help"))).containsExactlyInAnyOrder("clara", "carmen");
        assertThat(task("Activity_Help").getPriority()).isEqualTo(75);
        assertThat(overdue.offerToCouncil()).isZero();
        as("carmen", () -> {
            tasks.claim(task, "carmen");
            forms.submitTaskForm(task, Map.of("help", "Like this."));
        });
        runJobs();
        assertThat(task("Activity_TryIt").getAssignee()).isEqualTo("nora");
    }

    @Test
    void what_the_other_one_of_a_mentorship_may_know_of_is_said_there_too_and_it_waits_for_whoever_is_away() {
        noraAsks();
        complete("Activity_Help", "clara", Map.of("help", "Like this."));
        var due = task("Activity_TryIt").getDueDate();

        assertThat(openTasks.seenByMentor(List.of("nora"), List.of("nora")))
                .extracting(OpenTask::name)
                .containsExactly("Try it");
        assertThat(openTasks.seenByMentee(List.of("nora"), List.of("nora"))).isEmpty();
        paused.pause("nora", now().plus(Duration.ofDays(30)));
        assertThat(task("Activity_TryIt").getDueDate().toInstant())
                .isAfter(due.toInstant().plus(Duration.ofDays(29)));
    }

    @Test
    void a_hundred_that_cannot_be_offered_keep_nobody_else_waiting() {
        for (var i = 0; i < 100; i++) {
            var lost = runtime.startProcessInstanceByKey("ask-for-help", Map.of("startedBy", "nora"));
            runJobs();
            runtime.removeVariable(lost.getId(), "startedBy");
        }
        noraAsks();
        var whole = tasks.createTaskQuery()
                .processVariableValueEquals("startedBy", "nora")
                .singleResult();
        later(Period.ofDays(20));
        offerAllThatAreOverdue();

        assertThat(candidates(whole)).containsExactlyInAnyOrder("clara", "carmen");
        var incidents = incidents();
        assertThat(incidents).hasSize(100);
        offerAllThatAreOverdue();
        assertThat(incidents()).isEqualTo(incidents);

        tasks.createTaskQuery()
                .active()
                .list()
                .forEach(task -> runtime.setVariable(task.getProcessInstanceId(), "startedBy", "nora"));
        offerAllThatAreOverdue();
        assertThat(incidents()).isEmpty();
        assertThat(tasks.createTaskQuery().list())
                .hasSize(101)
                .allSatisfy(task -> assertThat(candidates(task)).contains("carmen"));
    }

    /** As the round does. */
    private void offerAllThatAreOverdue() {
        while (overdue.offerToCouncil() > 0) {
            // There may be more.
        }
    }

    private Set<String> incidents() {
        return runtime.createIncidentQuery().list().stream()
                .map(Incident::getId)
                .collect(toSet());
    }

    private void noraAsks() {
        startAs("nora", "ask-for-help", Map.of("question", "How do I begin?"));
    }

    private List<?> cases(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .listPage(0, 10);
    }

    private String queue() {
        return filters.createTaskFilterQuery()
                .filterName("Council queue")
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    private String councilQueue() {
        return database.queryForObject("select QUERY_ from ACT_RU_FILTER where NAME_ = 'Council queue'", String.class);
    }
}
