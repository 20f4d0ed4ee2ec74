package org.reps.mentoring.engine.written;

import static java.util.stream.Collectors.toSet;
import static org.reps.mentoring.engine.models.ModelXml.values;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.reps.mentoring.engine.models.ModelXml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The variables of a process: what gives them a value, as far as anybody can know, and of what kind it is. */
public final class Variables {

    private static final Set<String> OF_THE_ENGINE = Set.of(
            "execution",
            "task",
            "authenticatedUserId",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");

    private static final Set<String> NAMING = Set.of(
            "resultVariable",
            "resultVariableName",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    private final Set<String> set = new HashSet<>();
    private final boolean canBeAnything;
    private final Set<String> handedOver;

    public Variables(Model diagram, Together together) {
        diagram.elements().forEach(this::add);
        diagram.expressions().forEach(expression -> set.addAll(expression.writes()));
        handedOver = Known.inApplication().saidTo(diagram);
        together.formsOf(diagram)
                .flatMap(Together::components)
                .map(component -> component.path("key").asText())
                .forEach(set::add);
        var calls = diagram.keys().flatMap(together::callsOf).toList();
        mappings(calls.stream(), "in").flatMap(in -> values(in, "target")).forEach(set::add);
        canBeAnything = Stream.concat(mappings(calls.stream(), "in"), mappings(diagram.elements("callActivity"), "out"))
                .anyMatch(mapping -> mapping.getAttribute("variables").equals("all"));
    }

    private void add(Element element) {
        NAMING.stream().flatMap(name -> values(element, name)).forEach(set::add);
        switch (element.getLocalName()) {
            case "outputParameter" -> values(element, "name").forEach(set::add);
            case "out" -> values(element, "target").forEach(set::add);
            default -> {}
        }
    }

    private static Stream<Element> mappings(Stream<Element> calls, String kind) {
        return calls.flatMap(ModelXml::descendants)
                .filter(element -> element.getLocalName().equals(kind));
    }

    /** Whether something gives it a value where this element is, or may do so. */
    public boolean isSet(String name, Element at) {
        return isSetHere(name, at) || handedOver.contains(name);
    }

    /** The same, by the diagram, its forms or what calls it: the application hands over nothing but ids and answers. */
    public boolean isSetHere(String name, Element at) {
        return canBeAnything
                || set.contains(name)
                || OF_THE_ENGINE.contains(name)
                || locals(at).contains(name);
    }

    /** What is known in an element and what is around it, and nowhere else. */
    private static Set<String> locals(Element at) {
        var locals = new HashSet<String>();
        for (Node node = at; node instanceof Element around; node = node.getParentNode()) {
            inputs(around).map(input -> input.getAttribute("name")).forEach(locals::add);
            loops(around).flatMap(loop -> values(loop, "elementVariable")).forEach(locals::add);
        }
        return locals;
    }

    /** What somebody may have meant. */
    public Set<String> names(Element at) {
        var names = new HashSet<>(set);
        names.addAll(locals(at));
        return names;
    }

    /** The types of everything that the whole diagram knows; {@code Object} where the code does not tell. */
    public static Map<String, Class<?>> types(Model diagram) {
        var types = new HashMap<String, Class<?>>(Known.inApplication().beans());
        types.put("execution", DelegateExecution.class);
        types.put("task", DelegateTask.class);
        var made = diagram.elements()
                .filter(element -> ModelXml.has(element, "resultVariable") && ModelXml.has(element, "expression"))
                .toList();
        var results = new HashMap<String, Class<?>>();
        made.forEach(element -> results.merge(
                value(element, "resultVariable"),
                new Juel(value(element, "expression")).type(types),
                (one, other) -> one == other ? one : Object.class));
        types.putAll(results);
        return types;
    }

    /** What is known inside an element only: its input mappings, and what it is repeated for. */
    public static Map<String, Class<?>> within(Element element, Map<String, Class<?>> around) {
        var types = new HashMap<>(around);
        inputs(element)
                .forEach(input -> types.put(input.getAttribute("name"), new Juel(input.getTextContent()).type(around)));
        loops(element)
                .filter(loop -> ModelXml.has(loop, "elementVariable") && ModelXml.has(loop, "collection"))
                .forEach(loop -> types.put(
                        value(loop, "elementVariable"), new Juel(value(loop, "collection")).itemType(around)));
        return types;
    }

    private static Stream<Element> inputs(Element element) {
        return ModelXml.children(element)
                .filter(child -> child.getLocalName().equals("extensionElements"))
                .flatMap(ModelXml::children)
                .filter(child -> child.getLocalName().equals("inputOutput"))
                .flatMap(ModelXml::children)
                .filter(child -> child.getLocalName().equals("inputParameter"));
    }

    private static Stream<Element> loops(Element element) {
        return ModelXml.children(element)
                .filter(child -> child.getLocalName().equals("multiInstanceLoopCharacteristics"));
    }

    private static String value(Element element, String attribute) {
        return Model.value(element, attribute).orElse("");
    }

    /** All the variables that the diagram reads in expressions. */
    public static Set<String> readIn(Model diagram) {
        return diagram.expressions()
                .flatMap(expression -> expression.reads().stream())
                .collect(toSet());
    }
}
