package org.reps.mentoring.engine.written;

import static java.util.stream.Collectors.toMap;
import static org.reps.mentoring.engine.models.ModelXml.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reps.mentoring.engine.models.ModelXml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/** The elements of a diagram or a decision, and where each is. */
public final class Model {

    private static final String DIAGRAM_INTERCHANGE = "/DI";

    /** What people write for each other. */
    private static final Set<String> PROSE = Set.of("documentation", "text", "textAnnotation");

    private final List<Element> elements;
    private final Map<Element, List<Juel>> expressions = new HashMap<>();
    private final Map<String, Element> byId;

    private Model(Stream<Element> all) {
        elements = all.filter(Predicate.not(Model::isPartOfThePicture)).toList();
        byId = elements.stream()
                .filter(element -> element.hasAttribute("id"))
                .collect(toMap(element -> element.getAttribute("id"), element -> element, (one, other) -> one));
    }

    /** Of what is deployed now. */
    public static Optional<Model> of(byte[] content) {
        try {
            return Optional.of(new Model(ModelXml.elements(content)));
        } catch (SAXException unreadable) {
            // Somebody else says so.
            return Optional.empty();
        }
    }

    /** Of what is in force already. */
    public static Optional<Model> inForce(byte[] content) {
        try {
            return Optional.of(new Model(ModelXml.elementsInForce(content)));
        } catch (SAXException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPartOfThePicture(Element element) {
        return element.getNamespaceURI() != null
                && element.getNamespaceURI().contains(DIAGRAM_INTERCHANGE)
                && !element.getLocalName().equals("definitions");
    }

    public Stream<Element> elements() {
        return elements.stream();
    }

    public Stream<Element> elements(String... names) {
        var wanted = Set.of(names);
        return elements.stream().filter(element -> wanted.contains(element.getLocalName()));
    }

    public Optional<Element> withId(String id) {
        return Optional.ofNullable(byId.get(id.strip()));
    }

    /** The keys of its processes, or of its decisions. */
    public Stream<String> keys() {
        return elements("process", "decision").map(element -> element.getAttribute("id"));
    }

    /** Whether all of it is run, and not only drawn. */
    public boolean isExecutable() {
        return elements("process")
                .allMatch(process -> process.getAttribute("isExecutable").equals("true"));
    }

    public static Optional<String> value(Element element, String attribute) {
        return values(element, attribute).findFirst();
    }

    /** The first child of this name, and what stands in it. */
    public static Optional<Element> child(Element element, String name) {
        return ModelXml.children(element)
                .filter(child -> name.equals(child.getLocalName()))
                .findFirst();
    }

    /** The expressions in an element itself, without those in others. */
    public List<Juel> expressions(Element element) {
        return expressions.computeIfAbsent(
                element,
                one -> PROSE.contains(one.getLocalName())
                        ? List.of()
                        : written(one)
                                .filter(Juel::isIn)
                                .distinct()
                                .map(Juel::new)
                                .toList());
    }

    public Stream<Juel> expressions() {
        return elements().flatMap(element -> expressions(element).stream());
    }

    /** What is written in an element itself, in its attributes and between its tags, without what stands in others. */
    public static Stream<String> written(Element element) {
        var attributes = element.getAttributes();
        var children = element.getChildNodes();
        return Stream.concat(
                IntStream.range(0, attributes.getLength()).mapToObj(i -> ((Attr) attributes.item(i)).getValue()),
                IntStream.range(0, children.getLength())
                        .mapToObj(children::item)
                        .filter(Text.class::isInstance)
                        .map(Node::getNodeValue));
    }

    /** The nearest element around this one that has one of these names, or itself. */
    public static Optional<Element> around(Element element, String... names) {
        var wanted = Set.of(names);
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (wanted.contains(one.getLocalName())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
