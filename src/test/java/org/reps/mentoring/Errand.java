package org.reps.mentoring;

import java.util.Map;
import java.util.TreeMap;

/** A small process of which tests deploy one version after the other: something is reckoned, and somebody does it. */
public record Errand(String condition, String task, String name, String due) {

    public static final String KEY = "errand";

    /** As it works. */
    public static final Errand GOOD = new Errand("${rules.capacity() > 1}", "Activity_Do", "Do it", "P7D");

    /** As it fails, where somebody writes something else than a number. */
    public static final Errand BROKEN = new Errand("${rules.capacity() > answer}", "Activity_Do", "Do it", "P7D");

    private static final String DIAGRAM = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="errand" name="Run an errand" isExecutable="true"
                  camunda:candidateStarterGroups="reps" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="partOfIt" value="startedBy" />
                  <camunda:property name="seenBy" value="council" />
                  <camunda:property name="whileAway" value="wait" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="Event_Asked" name="Asked" camunda:initiator="startedBy" camunda:asyncAfter="true"
                    camunda:formRef="errand-start" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:executionListener expression="${execution.setProcessBusinessKey(startedBy)}" event="start" />
                  </bpmn:extensionElements>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Asked" targetRef="Activity_Reckon" />
                <bpmn:serviceTask id="Activity_Reckon" name="Reckon" camunda:asyncBefore="true"
                    camunda:expression="CONDITION" camunda:resultVariable="enough" />
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Activity_Reckon" targetRef="TASK" />
                <bpmn:userTask id="TASK" name="NAME" camunda:asyncAfter="true" camunda:dueDate="DUE"
                    camunda:formRef="errand-do" camunda:formRefBinding="deployment" camunda:assignee="${startedBy}" />
                <bpmn:sequenceFlow id="Flow_3" sourceRef="TASK" targetRef="Event_Done" />
                <bpmn:endEvent id="Event_Done" name="Errand run" />
              </bpmn:process>
            </bpmn:definitions>""";

    private static final String FORM = """
            {"id": "%s", "type": "default", "components": [
             {"type": "textarea", "id": "f", "key": "%s", "label": "In your words", "validate": {"required": true}}]}""";

    public Map<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put(
                "errand.bpmn",
                DIAGRAM.replace("CONDITION", condition.replace(">", "&gt;"))
                        .replace("TASK", task)
                        .replace("NAME", name)
                        .replace("DUE", due));
        files.put("errand-start.form", FORM.formatted("errand-start", "answer"));
        files.put("errand-do.form", FORM.formatted("errand-do", "result"));
        return files;
    }

    public Errand called(String other, String due) {
        return new Errand(condition, task, other, due);
    }

    public Errand withTask(String id) {
        return new Errand(condition, id, name, due);
    }
}
