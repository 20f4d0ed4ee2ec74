package org.reps.mentoring.engine.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;

/** What is left in the engine, and so in Cockpit, of a step that failed over something that somebody has written. */
class PlainFailuresTest extends ProgrammeTest {

    private static final String SECRET = "whispered";

    private String deployment;

    /** The engine says what it is that is no time. */
    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addString("wait.bpmn", """
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                          <bpmn:process id="wait" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:extensionElements><camunda:properties>
                              <camunda:property name="seenBy" value="nobody" />
                            </camunda:properties></bpmn:extensionElements>
                            <bpmn:startEvent id="Event_Begun" camunda:asyncAfter="true" />
                            <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Event_Waited" />
                            <bpmn:intermediateCatchEvent id="Event_Waited">
                              <bpmn:timerEventDefinition>
                                <bpmn:timeDate>${told}</bpmn:timeDate>
                              </bpmn:timerEventDefinition>
                            </bpmn:intermediateCatchEvent>
                            <bpmn:sequenceFlow id="Flow_2" sourceRef="Event_Waited" targetRef="Event_Over" />
                            <bpmn:endEvent id="Event_Over" />
                          </bpmn:process>
                        </bpmn:definitions>""")
                .deploy()
                .getId();
    }

    @AfterEach
    void takeBack() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void it_says_what_to_do_and_nothing_of_what_was_written() {
        runtime.startProcessInstanceByKey("wait", Map.of("told", SECRET));
        var id = job().getId();
        do {
            assertThatThrownBy(() -> management.executeJob(id)).hasMessageContaining(SECRET);
        } while (job().getRetries() > 0);

        assertThat(job().getExceptionMessage())
                .startsWith("This step did not work, and nothing of it was done. Please try it once more.")
                .endsWith("why stands in the log, with the id " + id + ".");
        assertThat(management.getJobExceptionStacktrace(id))
                .startsWith(job().getExceptionMessage())
                .contains("\tat org.camunda.bpm.engine.")
                .doesNotContain(SECRET);
        assertThat(runtime.createIncidentQuery().singleResult().getIncidentMessage())
                .isEqualTo(job().getExceptionMessage());
    }

    private Job job() {
        return management.createJobQuery().processDefinitionKey("wait").singleResult();
    }
}
