package org.reps.mentoring.engine.drawn;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.reps.mentoring.engine.SaidInDiagram;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.rights.Said;
import org.reps.mentoring.engine.stages.ShownTo;
import org.reps.mentoring.engine.stages.Stages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads a diagram in the order in which somebody would tell it: a way to its end, and then what else may happen. */
final class DiagramReader {

    private final BpmnModelInstance model;
    private final StepReader steps;
    private final Set<FlowNode> told = new LinkedHashSet<>();

    private DiagramReader(BpmnModelInstance model, StepReader steps) {
        this.model = model;
        this.steps = steps;
    }

    /** @param forms the forms it names, by their ids */
    static Optional<Drawing> read(BpmnModelInstance model, Function<String, Optional<JsonNode>> forms) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .findFirst()
                .map(process -> read(model, process, forms));
    }

    private static Drawing read(BpmnModelInstance model, Process process, Function<String, Optional<JsonNode>> forms) {
        var stages = Stages.in(model);
        var rights = ProcessRights.read(new Read(process), Map.of());
        var reader = new DiagramReader(model, new StepReader(stages, elements(model), forms));
        return new Drawing(
                process.getId(),
                Objects.requireNonNullElse(process.getName(), process.getId()),
                StepReader.why(process),
                rights.starters().stream().map(Group::id).toList(),
                rights.seenByCouncil(),
                rights.seenWhenCalledBy(),
                rights.partOfIt().words(),
                rights.waitsWhileAway(),
                stages.shownTo().stream().map(ShownTo::id).toList(),
                stages.names(),
                reader.all(process),
                Bpmn.convertToString(model));
    }

    private static Map<String, Element> elements(BpmnModelInstance model) {
        var all = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(element -> element.hasAttribute("id"))
                .collect(toMap(element -> element.getAttribute("id"), element -> element, (one, other) -> one));
    }

    private List<Step> all(Process process) {
        tell(process);
        // Whatever no way leads to is told at the end, so that nothing is left out.
        model.getModelElementsByType(FlowNode.class).forEach(this::tell);
        return told.stream().map(steps::step).toList();
    }

    private void tell(ModelElementInstance scope) {
        var inside = inside(scope);
        inside.stream().filter(StartEvent.class::isInstance).forEach(this::tell);
        inside.stream()
                .filter(node -> node instanceof SubProcess part && part.triggeredByEvent())
                .forEach(this::tell);
    }

    private void tell(FlowNode node) {
        if (!told.add(node)) {
            return;
        }
        if (node instanceof SubProcess part) {
            tell((ModelElementInstance) part);
        }
        node.getOutgoing().stream()
                .sorted((one, other) -> Boolean.compare(isEnd(one), isEnd(other)))
                .forEach(flow -> tell(flow.getTarget()));
        attached(node).forEach(this::tell);
    }

    /** What ends at once is told last. */
    private static boolean isEnd(SequenceFlow flow) {
        return flow.getTarget() instanceof EndEvent;
    }

    private List<BoundaryEvent> attached(FlowNode node) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node))
                .toList();
    }

    private static Collection<FlowNode> inside(ModelElementInstance scope) {
        return scope.getChildElementsByType(FlowNode.class);
    }

    /** What the engine's attributes and extension properties of an element say. */
    record Read(BaseElement element) implements Said {

        @Override
        public Stream<String> attribute(String name) {
            return Stream.ofNullable(element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, name))
                    .filter(value -> !value.isBlank());
        }

        @Override
        public Stream<String> property(String name) {
            return SaidInDiagram.by(element, name).map(String::strip);
        }
    }
}
