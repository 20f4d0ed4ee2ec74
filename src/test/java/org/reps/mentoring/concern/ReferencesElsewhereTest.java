package org.reps.mentoring.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;

/** Somebody knows the reference to what Rolf has written, and puts it where they may read. */
class ReferencesElsewhereTest extends ProgrammeTest {

    private static final String COPY = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="copy" name="Copy" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="seenBy" value="nobody" />
                  <camunda:property name="whileAway" value="wait" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="Event_Begun" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Activity_Read" />
                <bpmn:userTask id="Activity_Read" name="Read it" camunda:assignee="clara"
                    camunda:formRef="copy-read" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements>%s</bpmn:extensionElements>
                </bpmn:userTask>
              </bpmn:process>
            </bpmn:definitions>""";

    private static final String FORM = """
            {"id": "copy-read", "type": "default", "components": [{"type": "textarea", "id": "f",
             "key": "whatHappened", "label": "Secret", "readonly": true, "properties": {"confidential": "true"}}]}""";

    private final ActingRep rolf = programme.rep("rolf");
    private final ActingRep rana = programme.rep("rana");
    private final ActingCouncilMember clara = programme.council("clara");

    private Deployment deployed;

    @BeforeEach
    void two_concerns() {
        givenRep("rolf");
        givenRep("rana");
        givenContact("clara");
        givenContact("chidi");
        rolf.raisesAConcern("whatHappened", "Money is missing", "involvedPeople", "chidi");
    }

    @AfterEach
    void takeBack() {
        if (deployed != null) {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void in_another_diagram_it_stays_closed() {
        var literal = "<camunda:inputOutput><camunda:inputParameter name=\"whatHappened\">" + reference("whatHappened")
                + "</camunda:inputParameter></camunda:inputOutput>";
        deploy(literal);
        runtime.startProcessInstanceByKey("copy");

        assertThat(shown("Activity_Read", "clara")).containsEntry("whatHappened", "");
    }

    @Test
    void as_a_variable_of_another_case_it_stays_closed() {
        deploy("");
        runtime.startProcessInstanceByKey("copy", Map.of("whatHappened", reference("whatHappened")));

        assertThat(shown("Activity_Read", "clara")).containsEntry("whatHappened", "");
    }

    @Test
    void in_another_case_of_the_same_diagram_it_stays_closed() {
        var reference = reference("whatHappened");
        var ofRolf = the("raise-concern").getId();
        rana.raisesAConcern("whatHappened", "They shout");
        var task = tasks.createTaskQuery().list().stream()
                .filter(other -> !other.getProcessInstanceId().equals(ofRolf))
                .findFirst()
                .orElseThrow();
        as("clara", () -> tasks.claim(task.getId(), "clara"));
        assertThat(whatHappened(task.getId())).isEqualTo("They shout");

        runtime.setVariable(task.getProcessInstanceId(), "whatHappened", reference);

        assertThat(whatHappened(task.getId())).isEqualTo("");
    }

    @Test
    void in_another_field_of_the_same_case_it_stays_closed() {
        var task = task("Activity_LookIntoConcern");
        as("clara", () -> tasks.claim(task.getId(), "clara"));
        assertThat(shown("Activity_LookIntoConcern", "clara")).containsEntry("whatHappened", "Money is missing");

        runtime.setVariable(task.getProcessInstanceId(), "whyAgain", reference("whatHappened"));

        assertThat(shown("Activity_LookIntoConcern", "clara")).containsEntry("whyAgain", "");
    }

    @Test
    void a_step_called_for_another_case_does_not_tell_who_is_part_of_it() {
        // Nobody has this name, so a refusal would tell it.
        var reference = confidential.sealInCase("quetzalcoatlus", "another case", "involvedPeople");
        deploy("<camunda:taskListener event=\"create\" expression=\"${concerns.checkInvolved('%s')}\" />"
                .formatted(reference));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("copy"))
                .hasStackTraceContaining("Who is part of this concern cannot be read")
                .asString()
                .doesNotContain("quetzalcoatlus");
    }

    @Test
    void a_step_called_for_another_field_does_not_keep_it() {
        deploy("<camunda:taskListener event=\"create\" expression=\"${matching.noteDecision('rolf', 'stop', '%s')}\" />"
                .formatted(reference("whatHappened")));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("copy"))
                .hasStackTraceContaining("What is handed over as \"stopReason\" was not written in that field");
    }

    @Test
    void what_was_forgotten_with_its_case_stays_closed_when_everything_but_its_key_comes_back() {
        var backup = database.queryForList("select * from sealed_text");
        var reference = reference("whatHappened");
        var caseId = the("raise-concern").getId();
        clara.settlesTheConcernAtOnce("Talked to them", "It was a mistake");
        rolf.findsThatTheAnswerHelps();

        backup.forEach(row -> database.update(
                "insert into sealed_text (id, key_id, sealed, owner, field, reader, case_id, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0)",
                row.get("id"),
                row.get("key_id"),
                row.get("sealed"),
                row.get("owner"),
                row.get("field"),
                row.get("reader"),
                row.get("case_id")));

        assertThat(backup).extracting(row -> row.get("owner")).containsOnly(caseId);
        assertThat(opened(reference)).isEmpty();
    }

    private Object whatHappened(String taskId) {
        var shown = new Object[1];
        as("clara", () -> shown[0] = forms.getTaskFormVariables(taskId).get("whatHappened"));
        return shown[0];
    }

    private void deploy(String more) {
        deployed = repository
                .createDeployment()
                .addString("copy.bpmn", COPY.formatted(more))
                .addString("copy-read.form", FORM)
                .deploy();
    }

    /** From the variables of the case, as somebody would find it in the database. */
    private String reference(String name) {
        VariableInstance variable = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(the("raise-concern").getId())
                .variableName(name)
                .singleResult();
        return (String) variable.getValue();
    }
}
