package org.reps.mentoring.engine.farewell;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What becomes of a case when the person has left whom it is about, in the words of its diagram: the extension property
 * {@code whenLeft} of the process, {@code end} or {@code goOn}. What says nothing ends.
 */
public final class WhenLeft {

    /** What the extension property is called. */
    public static final String PROPERTY = "whenLeft";

    private static final String END = "end";
    private static final String GO_ON = "goOn";

    private WhenLeft() {}

    /** What can be said. */
    public static List<String> answers() {
        return List.of(END, GO_ON);
    }

    /** Whether the cases of this diagram go on. */
    public static boolean goesOn(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(Process.class).stream()
                .flatMap(process -> said(process, PROPERTY))
                .anyMatch(GO_ON::equals);
    }

    /** What an element of a diagram says under this name. */
    static Stream<String> said(BaseElement element, String name) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(said -> said.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(said -> said.getCamundaProperties().stream())
                .filter(said -> name.equals(said.getCamundaName()))
                .map(CamundaProperty::getCamundaValue);
    }
}
