package org.reps.mentoring.engine.slips;

import static java.util.stream.Collectors.toSet;
import static org.reps.mentoring.engine.models.ModelXml.children;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.written.Model;
import org.reps.mentoring.engine.written.Near;
import org.reps.mentoring.engine.written.Together;
import org.w3c.dom.Element;

/** What no case can come to, and errors that nobody catches or that never happen. */
final class WaySlips {

    private static final Predicate<String> NODES = name -> name.equals("task")
            || name.endsWith("Task")
            || name.endsWith("Event")
            || name.endsWith("Gateway")
            || name.equals("callActivity")
            || isScope(name);

    private final Findings findings;
    private final Together together;

    WaySlips(Findings findings, Together together) {
        this.findings = findings;
        this.together = together;
    }

    void find(Model diagram) {
        var reached = reached(diagram);
        nodes(diagram)
                .filter(node -> !reached.contains(node))
                .filter(node -> !node.getAttribute("isForCompensation").equals("true"))
                .forEach(
                        node -> findings.fault(
                                node,
                                "is never reached: no way leads there from the start. Please draw a flow to it, or remove it."));
        diagram.elements("sequenceFlow")
                .filter(flow -> target(diagram, flow).findAny().isEmpty()
                        || diagram.withId(flow.getAttribute("sourceRef")).isEmpty())
                .forEach(flow -> findings.fault(flow, "leads from or to nothing. Please draw it again, or remove it."));
        thrown(diagram.elements()).forEach(end -> findUncaught(diagram, end));
        caught(diagram).forEach(event -> findNeverThrown(diagram, event));
    }

    private static Stream<Element> nodes(Model diagram) {
        return diagram.elements().filter(element -> NODES.test(element.getLocalName()));
    }

    private static boolean isScope(String name) {
        return name.equals("subProcess") || name.equals("transaction") || name.equals("adHocSubProcess");
    }

    private static Set<Element> reached(Model diagram) {
        var reached = new HashSet<Element>();
        var next = new ArrayDeque<Element>();
        diagram.elements("process").forEach(process -> starts(process).forEach(next::add));
        while (!next.isEmpty()) {
            var node = next.remove();
            if (!reached.add(node)) {
                continue;
            }
            if (isScope(node.getLocalName())) {
                starts(node).forEach(next::add);
            }
            diagram.elements("boundaryEvent")
                    .filter(event -> event.getAttribute("attachedToRef").equals(node.getAttribute("id")))
                    .forEach(next::add);
            diagram.elements("sequenceFlow")
                    .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                    .flatMap(flow -> target(diagram, flow))
                    .forEach(next::add);
        }
        return reached;
    }

    private static Stream<Element> target(Model diagram, Element flow) {
        return diagram.withId(flow.getAttribute("targetRef")).stream();
    }

    /** What begins by itself in a process or a subprocess. */
    private static Stream<Element> starts(Element scope) {
        return children(scope).filter(child -> child.getLocalName().equals("startEvent") || isBegunByAnEvent(child));
    }

    private static boolean isBegunByAnEvent(Element element) {
        return isScope(element.getLocalName())
                && element.getAttribute("triggeredByEvent").equals("true");
    }

    // --- errors

    private static Stream<Element> thrown(Stream<Element> elements) {
        return elements.filter(element -> element.getLocalName().equals("endEvent"))
                .filter(end -> Model.child(end, "errorEventDefinition").isPresent());
    }

    private static Stream<Element> caught(Model diagram) {
        return diagram.elements("boundaryEvent", "startEvent")
                .filter(event -> Model.child(event, "errorEventDefinition").isPresent());
    }

    private void findUncaught(Model diagram, Element end) {
        var error = code(diagram, end);
        if (!error.isEmpty() && !isCaughtAround(diagram, end, error)) {
            findings.fault(
                    end,
                    "raises the error \"" + error + "\", which nothing around it catches: the case would break there."
                            + " Please attach an error event with this error to what is around it, or end it without.");
        }
    }

    private boolean isCaughtAround(Model diagram, Element inside, String error) {
        for (var node = inside.getParentNode(); node instanceof Element scope; node = node.getParentNode()) {
            var handlers = Stream.concat(
                    diagram.elements("boundaryEvent")
                            .filter(event -> event.getAttribute("attachedToRef").equals(scope.getAttribute("id"))),
                    children(scope)
                            .filter(WaySlips::isBegunByAnEvent)
                            .filter(around ->
                                    !ModelXml.descendants(around).toList().contains(inside))
                            .flatMap(ModelXml::children)
                            .filter(child -> child.getLocalName().equals("startEvent")));
            if (handlers.anyMatch(handler -> catches(diagram, handler, error))) {
                return true;
            }
        }
        return diagram.keys().flatMap(together::callsOf).anyMatch(call -> isCaughtAt(call, error));
    }

    /** By what is attached to a call of this process, or stands around that. */
    private boolean isCaughtAt(Element call, String error) {
        return Model.around(call, "process")
                .flatMap(process -> together.withKey(process.getAttribute("id")))
                .filter(caller -> caller.elements("boundaryEvent")
                                .filter(event ->
                                        event.getAttribute("attachedToRef").equals(call.getAttribute("id")))
                                .anyMatch(event -> catches(caller, event, error))
                        || isCaughtAround(caller, call, error))
                .isPresent();
    }

    private static boolean catches(Model diagram, Element event, String error) {
        return Model.child(event, "errorEventDefinition")
                .filter(definition -> definition.getAttribute("errorRef").isEmpty()
                        || code(diagram, event).equals(error))
                .isPresent();
    }

    private void findNeverThrown(Model diagram, Element event) {
        var error = code(diagram, event);
        var inside = event.getLocalName().equals("boundaryEvent")
                ? diagram.withId(event.getAttribute("attachedToRef"))
                : Model.around(event, "subProcess").map(Element::getParentNode).map(Element.class::cast);
        var isKnown = inside.filter(scope ->
                        isScope(scope.getLocalName()) || scope.getLocalName().equals("process"))
                .isPresent();
        if (error.isEmpty() || !isKnown) {
            return;
        }
        var raised = Stream.concat(
                        thrown(ModelXml.descendants(inside.get())).map(end -> code(diagram, end)),
                        raisedInCalls(inside.get()))
                .collect(toSet());
        if (!raised.contains(error)) {
            findings.fault(
                    event,
                    "waits for the error \"" + error + "\", which nothing inside raises, so it never happens."
                            + Near.hint(error, raised));
        }
    }

    /** What is called raises errors of its own. */
    private Stream<String> raisedInCalls(Element scope) {
        return ModelXml.descendants(scope)
                .filter(element -> element.getLocalName().equals("callActivity"))
                .flatMap(call -> together.withKey(call.getAttribute("calledElement")).stream())
                .flatMap(called -> thrown(called.elements()).map(end -> code(called, end)));
    }

    private static String code(Model diagram, Element event) {
        return Model.child(event, "errorEventDefinition")
                .map(definition -> definition.getAttribute("errorRef"))
                .flatMap(diagram::withId)
                .map(error -> error.getAttribute("errorCode"))
                .orElse("");
    }
}
