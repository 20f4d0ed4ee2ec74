package org.reps.mentoring.engine.drawn;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.drawn.DiagramReader.Read;
import org.reps.mentoring.engine.drawn.Step.Asked;
import org.reps.mentoring.engine.drawn.Step.Kind;
import org.reps.mentoring.engine.drawn.Step.Next;
import org.reps.mentoring.engine.people.OneOfTwo;
import org.reps.mentoring.engine.rights.TaskRights;
import org.reps.mentoring.engine.stages.Stages;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads one element of a diagram.
 *
 * @param elements of its file, by id
 * @param forms by id
 */
record StepReader(Stages stages, Map<String, Element> elements, Function<String, Optional<JsonNode>> forms) {

    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*)\\.([a-zA-Z]\\w*)\\(");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final String NOTHING = "";

    Step step(FlowNode node) {
        var said = new Read(node);
        var rights = TaskRights.read(said);
        var expressions = expressions(node).toList();
        return new Step(
                node.getId(),
                kind(node),
                Objects.requireNonNullElse(node.getName(), NOTHING),
                why(node),
                node.getParentElement() instanceof SubProcess part ? part.getId() : null,
                node instanceof BoundaryEvent event ? event.getAttachedTo().getId() : null,
                node instanceof BoundaryEvent event && event.cancelActivity(),
                Stream.of("assignee", "candidateUsers", "candidateGroups")
                        .flatMap(said::attribute)
                        .findFirst()
                        .orElse(NOTHING),
                rights.forCouncil(),
                rights.whenOverdue(),
                Optional.ofNullable(rights.seenBy()).map(OneOfTwo::id).orElse(NOTHING),
                node instanceof UserTask task && task.getCamundaPriority() != null,
                when(node),
                expressions.stream()
                        .flatMap(text -> CALL.matcher(text).results())
                        .map(call -> call.group(1) + "." + call.group(2))
                        .collect(toCollection(TreeSet::new)),
                expressions.stream()
                        .flatMap(text -> LITERAL.matcher(text).results())
                        .map(literal -> literal.group(1))
                        .collect(toCollection(TreeSet::new)),
                node instanceof CallActivity call ? call.getCalledElement() : null,
                said.attribute("decisionRef").findFirst().orElse(null),
                stages.stageOf().getOrDefault(node.getId(), NOTHING),
                node.getOutgoing().stream()
                        .map(flow -> new Next(
                                Objects.requireNonNullElse(flow.getName(), NOTHING),
                                flow.getTarget().getId()))
                        .toList(),
                said.attribute("formRef").findFirst().flatMap(this::asked).orElse(null));
    }

    private Optional<Asked> asked(String form) {
        return forms.apply(form).map(FormReader::read);
    }

    private static Kind kind(FlowNode node) {
        if (node instanceof UserTask) {
            return Kind.TASK;
        } else if (node instanceof SendTask) {
            return Kind.TELL;
        } else if (node instanceof BusinessRuleTask) {
            return Kind.DECISION;
        } else if (node instanceof CallActivity) {
            return Kind.PROCESS;
        } else if (node instanceof SubProcess) {
            return Kind.PART;
        } else if (node instanceof Activity) {
            return Kind.STEP;
        } else if (node instanceof Gateway) {
            return node.getName() == null || node.getName().isBlank() ? Kind.FORK : Kind.QUESTION;
        } else if (node instanceof StartEvent) {
            return Kind.BEGINNING;
        } else if (node instanceof EndEvent) {
            return Kind.END;
        }
        return timer(node).isPresent() ? Kind.TIMER : Kind.EVENT;
    }

    /** What the documentation of an element says; empty when nothing. */
    static String why(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .collect(joining(" "));
    }

    private static String when(FlowNode node) {
        return node instanceof UserTask task
                ? Objects.requireNonNullElse(task.getCamundaDueDate(), NOTHING)
                : timer(node)
                        .map(timer -> Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                                .filter(Objects::nonNull)
                                .map(ModelElementInstance::getTextContent)
                                .collect(joining())
                                .strip())
                        .orElse(NOTHING);
    }

    private static Optional<TimerEventDefinition> timer(FlowNode node) {
        return node.getChildElementsByType(TimerEventDefinition.class).stream().findFirst();
    }

    /** All expressions of an element, without those of what is in it. */
    private Stream<String> expressions(FlowNode node) {
        return written(Objects.requireNonNull(elements.get(node.getId())));
    }

    private static Stream<String> written(Node node) {
        var attributes = node.getAttributes();
        var values = attributes == null
                ? Stream.ofNullable(node.getNodeValue())
                : IntStream.range(0, attributes.getLength())
                        .mapToObj(i -> attributes.item(i).getNodeValue());
        return Stream.concat(
                values.filter(text -> text.contains("${") || text.contains("#{")),
                children(node).filter(child -> !isStep(child)).flatMap(StepReader::written));
    }

    private static Stream<Node> children(Node node) {
        var nodes = node.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }

    /** Steps, and flows, are the only parts of a step that have documentation or a drawing of their own. */
    private static boolean isStep(@Nullable Node node) {
        return node instanceof Element element
                && Set.of(
                                "userTask",
                                "sendTask",
                                "serviceTask",
                                "businessRuleTask",
                                "callActivity",
                                "subProcess",
                                "startEvent",
                                "endEvent",
                                "boundaryEvent",
                                "intermediateCatchEvent",
                                "intermediateThrowEvent",
                                "exclusiveGateway",
                                "parallelGateway",
                                "inclusiveGateway",
                                "eventBasedGateway",
                                "sequenceFlow")
                        .contains(element.getLocalName());
    }
}
