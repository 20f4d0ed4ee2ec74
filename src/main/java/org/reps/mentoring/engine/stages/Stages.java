package org.reps.mentoring.engine.stages;

import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.SaidInDiagram;
import org.reps.mentoring.engine.rights.ProcessRights;

/**
 * What one version of a diagram says of where its cases stand. People find it in Camunda Modeler under "Extension
 * properties"; what each word means stands in the README. What is not said is shown to nobody.
 *
 * @param names the stages in their order ({@code stages}); the first and the last need not be marked anywhere
 * @param shownTo on whose own page the cases stand ({@code shownTo})
 * @param stageOf the stage of each element that has one, or that is within one that has ({@code stage})
 * @param awaited who is awaited in a user task, by its id ({@code awaited})
 * @param waiting ids of the user tasks that somebody has to do
 */
public record Stages(
        List<String> names,
        Set<ShownTo> shownTo,
        Map<String, String> stageOf,
        Map<String, Who> awaited,
        Set<String> waiting) {

    public static final String STAGES = "stages";
    public static final String SHOWN_TO = "shownTo";
    public static final String STAGE = "stage";
    public static final String AWAITED = "awaited";

    static final Stages NONE = new Stages(List.of(), Set.of(), Map.of(), Map.of(), Set.of());

    /** What this diagram says. */
    public static Stages in(BpmnModelInstance diagram) {
        var process = diagram.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .toList();
        var stageOf = new HashMap<String, String>();
        var awaited = new HashMap<String, Who>();
        var waiting = new HashSet<String>();
        for (var node : diagram.getModelElementsByType(FlowNode.class)) {
            var stage = stageAround(node);
            if (stage != null) {
                stageOf.put(node.getId(), stage);
            }
            SaidInDiagram.by(node, AWAITED)
                    .flatMap(said -> Who.withId(said.strip()).stream())
                    .forEach(who -> awaited.put(node.getId(), who));
            if (node instanceof UserTask task && task.getCamundaPriority() == null) {
                waiting.add(task.getId());
            }
        }
        return new Stages(
                names(process.stream().flatMap(one -> SaidInDiagram.by(one, STAGES))),
                shownTo(process.stream().flatMap(one -> SaidInDiagram.by(one, SHOWN_TO))),
                stageOf,
                awaited,
                waiting);
    }

    private static @Nullable String stageAround(FlowNode node) {
        for (ModelElementInstance around = node;
                around instanceof BaseElement element && !(around instanceof Process);
                around = around.getParentElement()) {
            var stage = SaidInDiagram.by(element, STAGE).findFirst();
            if (stage.isPresent()) {
                return stage.get().strip();
            }
        }
        return null;
    }

    /** The stages that stand in this property. */
    public static List<String> names(Stream<String> said) {
        return said.flatMap(ProcessRights::parts).toList();
    }

    /** Those whom this property names. */
    public static Set<ShownTo> shownTo(Stream<String> said) {
        return said.flatMap(ProcessRights::parts)
                .flatMap(id -> ShownTo.withId(id).stream())
                .collect(toCollection(() -> EnumSet.noneOf(ShownTo.class)));
    }
}
