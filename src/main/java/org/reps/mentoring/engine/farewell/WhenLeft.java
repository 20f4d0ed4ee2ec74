package org.reps.mentoring.engine.farewell;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.reps.mentoring.engine.SaidInDiagram;

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
                .flatMap(process -> SaidInDiagram.by(process, PROPERTY))
                .anyMatch(GO_ON::equals);
    }
}
