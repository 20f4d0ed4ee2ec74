package org.reps.mentoring.engine.slips;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.written.Juel;
import org.reps.mentoring.engine.written.Known;
import org.reps.mentoring.engine.written.Model;
import org.reps.mentoring.engine.written.Near;
import org.reps.mentoring.engine.written.Together;
import org.reps.mentoring.engine.written.Variables;
import org.w3c.dom.Element;

/** Names by which a diagram refers to something that is not there, or by which something is looked for in vain. */
final class ReferenceSlips {

    /** What an event refers to, and what it is called. */
    private static final Map<String, String> REFERENCES =
            Map.of("messageRef", "message", "errorRef", "error", "signalRef", "signal", "escalationRef", "escalation");

    private static final Predicate<String> NAME =
            Pattern.compile("[A-Za-z]\\w*").asMatchPredicate();

    private final Findings findings;
    private final Together together;
    private final Variables variables;

    ReferenceSlips(Findings findings, Together together, Variables variables) {
        this.findings = findings;
        this.together = together;
        this.variables = variables;
    }

    void find(String file, Model diagram) {
        diagram.elements("process").forEach(process -> findOtherKey(file, process));
        diagram.elements()
                .forEach(element -> REFERENCES.forEach((attribute, kind) ->
                        Model.value(element, attribute).ifPresent(id -> findMissing(diagram, element, kind, id))));
        diagram.elements("messageEventDefinition").forEach(event -> findUnsaid(diagram, event));
        diagram.elements("error")
                .filter(error -> error.getAttribute("errorCode").isBlank())
                .forEach(error -> findings.fault(error, "is an error without a code. Please give it one."));
        diagram.elements("process").forEach(process -> findNoLongerAwaited(diagram, process));
        diagram.elements("callActivity").forEach(this::findInCall);
        diagram.elements("businessRuleTask").forEach(this::findInDecisionTask);
        diagram.elements("property")
                .filter(property -> property.getAttribute("name").equals("partOfIt"))
                .forEach(this::findWhoIsPartOfIt);
    }

    private void findOtherKey(String file, Element process) {
        var name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.bpmn$", "");
        var key = process.getAttribute("id");
        if (!key.equals(name) && together.before(name).isPresent() && !together.isDeployed(name)) {
            findings.fault(
                    process,
                    "has the id \"" + key + "\" in the file of the process \"" + name
                            + "\", which is in force and would stay as it is. Please give it the id \"" + name
                            + "\" again, or rename the file if this is another process.");
        }
    }

    private void findMissing(Model diagram, Element element, String kind, String id) {
        if (diagram.withId(id).filter(one -> one.getLocalName().equals(kind)).isEmpty()) {
            findings.fault(
                    element,
                    "refers to the " + kind + " \"" + id + "\", which is not in the file. Please choose one that is."
                            + Near.hint(id, ids(diagram, kind)));
        }
    }

    private static Set<String> ids(Model diagram, String kind) {
        return diagram.elements(kind).map(one -> one.getAttribute("id")).collect(toSet());
    }

    // --- messages

    private void findUnsaid(Model diagram, Element event) {
        if (event.getAttribute("messageRef").isBlank()) {
            findings.fault(event, "does not say for which message it waits. Please choose one.");
            return;
        }
        message(diagram, event)
                .filter(name -> !Juel.isIn(name) && !isSaid(name))
                .ifPresent(name -> findings.fault(
                        event,
                        "waits for the message \"" + name
                                + "\", which the application never sends, so it never comes."
                                + Near.hint(name, said())));
    }

    private static boolean isSaid(String message) {
        return Known.inApplication().says(message);
    }

    /** The messages that come, as the diagrams in force know them. */
    private Set<String> said() {
        return together.keysOf("process").stream()
                .flatMap(key -> together.before(key).stream())
                .flatMap(ReferenceSlips::awaited)
                .filter(ReferenceSlips::isSaid)
                .collect(toSet());
    }

    private void findNoLongerAwaited(Model diagram, Element process) {
        var now = awaited(diagram).collect(toSet());
        together.before(process.getAttribute("id")).stream()
                .flatMap(ReferenceSlips::awaited)
                .distinct()
                .filter(message -> isSaid(message) && !now.contains(message))
                .forEach(message -> findings.fault(
                        process,
                        "does not wait for the message \"" + message
                                + "\" any more, which the application sends to it. Please keep the event, and the name"
                                + " of its message."));
    }

    private static Stream<String> awaited(Model diagram) {
        return diagram.elements("messageEventDefinition").flatMap(event -> message(diagram, event).stream());
    }

    private static Optional<String> message(Model diagram, Element event) {
        return diagram.withId(event.getAttribute("messageRef")).map(message -> message.getAttribute("name"));
    }

    // --- what is called

    private void findInCall(Element call) {
        var key = call.getAttribute("calledElement");
        if (!Juel.isIn(key)
                && together.withKey(key).filter(ReferenceSlips::isDiagram).isEmpty()) {
            findings.fault(
                    call,
                    "calls the process \"" + key + "\", which is neither among the files nor in force."
                            + Near.hint(key, together.keysOf("process")));
        }
        ModelXml.descendants(call)
                .filter(mapping -> mapping.getLocalName().equals("in"))
                .flatMap(mapping -> ModelXml.values(mapping, "source"))
                .filter(name -> !variables.isSet(name, call))
                .forEach(name -> findings.fault(
                        call,
                        "hands over \"" + name + "\", and nothing in this process sets it."
                                + Near.hint(name, variables.names(call))));
        together.withKey(key).ifPresent(called -> findUnread(call, called));
    }

    private void findUnread(Element call, Model called) {
        var read = Variables.readIn(called);
        ModelXml.descendants(call)
                .filter(mapping -> mapping.getLocalName().equals("in"))
                .flatMap(mapping -> ModelXml.values(mapping, "target"))
                .filter(name -> !read.contains(name)
                        && !Known.inApplication().says(name)
                        && called.elements().flatMap(Model::written).noneMatch(text -> text.contains(name)))
                .forEach(name -> findings.warning(
                        call,
                        "hands over \"" + name + "\", which " + call.getAttribute("calledElement") + " never reads."
                                + Near.hint(name, read)));
    }

    private static boolean isDiagram(Model model) {
        return model.elements("process").findAny().isPresent();
    }

    private void findInDecisionTask(Element task) {
        var key = Model.value(task, "decisionRef").orElse("");
        var decision = together.withKey(key).filter(model -> !isDiagram(model));
        if (!Juel.isIn(key) && decision.isEmpty()) {
            findings.fault(
                    task,
                    "asks the decision \"" + key + "\", which is neither among the files nor in force."
                            + Near.hint(key, together.keysOf("decision")));
        }
        decision.stream()
                .flatMap(model -> model.elements("inputExpression"))
                .map(input -> input.getTextContent().strip())
                .filter(NAME.and(name -> !variables.isSet(name, task)))
                .forEach(name -> findings.fault(
                        task,
                        "asks the decision \"" + key + "\", which reads \"" + name
                                + "\", and nothing in this process sets it. Please hand it over as an input."
                                + Near.hint(name, variables.names(task))));
    }

    private void findWhoIsPartOfIt(Element property) {
        Stream.of(property.getAttribute("value").split(","))
                .map(part -> part.strip().replaceFirst("\\..*", ""))
                .filter(NAME.and(name -> !name.equals("nobody") && !variables.isSet(name, property)))
                .forEach(name -> findings.fault(
                        property,
                        "says that \"" + name + "\" is part of its cases, and nothing in this process sets it."
                                + Near.hint(name, variables.names(property))));
    }
}
