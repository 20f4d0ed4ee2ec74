package org.reps.mentoring;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.reps.mentoring.engine.SaidInDiagram;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A diagram in {@code bpmn}, as conventions and drivers look at it. */
public record Diagram(String name, BpmnModelInstance model) {

    /**
     * A user task or start event with a form.
     *
     * @param inputs what its input mapping provides, by type; {@code Object} where the code does not tell
     */
    record FormUse(Diagram diagram, String element, boolean start, String form, Map<String, Class<?>> inputs) {}

    public static Stream<Diagram> all() {
        return files("bpmn", ".bpmn").map(file -> new Diagram(nameOf(file), Bpmn.readModelFromFile(file)));
    }

    /** The same, where the process says what each has to say: that nobody sees its cases, and that tasks wait. */
    public static BpmnModelInstance unseen(BpmnModelInstance model) {
        var extensions = model.newInstance(ExtensionElements.class);
        model.getModelElementsByType(Process.class).iterator().next().setExtensionElements(extensions);
        var properties = extensions.addExtensionElement(CamundaProperties.class);
        Map.of("seenBy", "nobody", "whileAway", "wait").forEach((name, value) -> {
            var property = model.newInstance(CamundaProperty.class);
            property.setCamundaName(name);
            property.setCamundaValue(value);
            properties.getCamundaProperties().add(property);
        });
        return model;
    }

    /** @param key of the process in it */
    public static Diagram ofProcess(String key) {
        return all().filter(diagram -> diagram.process().getId().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What this element of it says in the extension property of this name; empty when nothing. */
    public String says(BaseElement element, String property) {
        return SaidInDiagram.by(element, property).findFirst().orElse("");
    }

    /** The process in it. */
    public Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    static Stream<File> files(String folder, String ending) {
        return Stream.of(Objects.requireNonNull(new File(folder).listFiles()))
                .filter(file -> file.getName().endsWith(ending))
                .sorted();
    }

    /** The file's name without its ending. */
    static String nameOf(File file) {
        return file.getName().replaceFirst("\\.[a-z]+$", "");
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    static String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
    }

    /** The id of the element, or of the nearest one around it that has one. */
    static String nearestId(Element element) {
        return element.hasAttribute("id") ? element.getAttribute("id") : nearestId((Element) element.getParentNode());
    }

    /** The ids of the elements of this type for which the rule does not hold. */
    <T extends ModelElementInstance> List<String> breaking(Class<T> type, Predicate<T> rule) {
        return model.getModelElementsByType(type).stream()
                .filter(rule.negate())
                .map(element -> element.getAttributeValue("id"))
                .toList();
    }

    Stream<Element> elements() {
        return elements(document().getElementsByTagName("*"));
    }

    /** All expressions in attributes and texts. */
    Stream<String> expressions() {
        return written(document().getDocumentElement());
    }

    /** The notices that it names: what its steps tell or remind somebody of. */
    public Stream<String> notices() {
        return expressions()
                .flatMap(Expression::calls)
                .filter(call -> call.method().matches("(tell|remind)(Mentee|Mentor|Both|Host)?"))
                .flatMap(call -> call.arguments().stream())
                .filter(Expression.Literal.class::isInstance)
                .map(notice -> ((Expression.Literal) notice).text());
    }

    /** Everything in this diagram that gives the variable a value. */
    Stream<Expression.Term> sources(String variable) {
        var results = elements()
                .filter(element -> variable.equals(camunda(element, "resultVariable")))
                .map(element -> camunda(element, "expression"));
        var inputs = elements()
                .filter(element -> element.getLocalName().equals("inputParameter")
                        && variable.equals(element.getAttribute("name")))
                .map(Element::getTextContent);
        var set = expressions()
                .flatMap(Expression::calls)
                .filter(call -> call.method().equals("setVariable")
                        && call.arguments().get(0).equals(new Expression.Literal(variable)))
                .map(call -> call.arguments().get(1));
        return Stream.concat(
                Stream.concat(results, inputs).filter(Objects::nonNull).map(Expression::term), set);
    }

    /** What this diagram hands to a process that it calls. */
    Stream<Expression.Term> handedTo(String process, String variable) {
        return elements()
                .filter(element -> element.getLocalName().equals("in")
                        && variable.equals(element.getAttribute("target"))
                        && element.hasAttribute("sourceExpression")
                        && isCallOf(process, element))
                .map(element -> Expression.term(element.getAttribute("sourceExpression")));
    }

    private static boolean isCallOf(String process, Element mapping) {
        var call = (Element) mapping.getParentNode().getParentNode();
        return process.equals(call.getAttribute("calledElement"));
    }

    /** The beans that all diagrams and decisions call. */
    public static Set<String> calledBeans() {
        return Stream.concat(
                        all().map(Diagram::document),
                        files("bpmn", ".dmn").map(Dmn::readModelFromFile).map(Diagram::document))
                .flatMap(document -> written(document.getDocumentElement()))
                .flatMap(Expression::calledBeans)
                .collect(toSet());
    }

    /** The classes behind the names that diagrams can call. */
    public static Map<String, Class<?>> beans() {
        return Expression.BEANS;
    }

    Stream<FormUse> formUses() {
        var known = new HashMap<>(Expression.BEANS);
        return elements()
                .filter(element -> camunda(element, "formRef") != null)
                .map(element -> new FormUse(
                        this,
                        element.getAttribute("id"),
                        element.getLocalName().equals("startEvent"),
                        camunda(element, "formRef"),
                        inputs(element, known)));
    }

    @Override
    public String toString() {
        return "bpmn/" + name + ".bpmn";
    }

    private Document document() {
        return document(model);
    }

    private static Document document(ModelInstance model) {
        return (Document) model.getDocument().getDomSource().getNode();
    }

    /** Everything with expressions below an element, in attributes and texts. */
    private static Stream<String> written(Node node) {
        var attributes = node.getAttributes();
        var values = attributes == null
                ? Stream.ofNullable(node.getNodeValue())
                : IntStream.range(0, attributes.getLength())
                        .mapToObj(i -> attributes.item(i).getNodeValue());
        return Stream.concat(
                values.filter(text -> text.contains("${") || text.contains("#{")),
                children(node).flatMap(Diagram::written));
    }

    /** What is known inside an element only: its input mappings, and what it is repeated for. */
    private static Map<String, Class<?>> inputs(Element element, Map<String, Class<?>> known) {
        var inputs = new HashMap<>(mapped(element, known));
        children(element)
                .filter(child -> "multiInstanceLoopCharacteristics".equals(child.getLocalName()))
                .map(Element.class::cast)
                .filter(loop -> camunda(loop, "elementVariable") != null)
                .forEach(loop -> inputs.put(
                        camunda(loop, "elementVariable"),
                        new Expression(camunda(loop, "collection"), known).itemType()));
        return inputs;
    }

    private static Map<String, Class<?>> mapped(Element element, Map<String, Class<?>> known) {
        return children(element)
                .filter(child -> "extensionElements".equals(child.getLocalName()))
                .flatMap(Diagram::children)
                .filter(child -> "inputOutput".equals(child.getLocalName()))
                .flatMap(Diagram::children)
                .filter(child -> "inputParameter".equals(child.getLocalName()))
                .map(Element.class::cast)
                .collect(toMap(
                        input -> input.getAttribute("name"),
                        input -> new Expression(input.getTextContent(), known).type()));
    }

    private static String camunda(Element element, String attribute) {
        return element.hasAttributeNS(BpmnModelConstants.CAMUNDA_NS, attribute)
                ? element.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, attribute)
                : null;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static Stream<Node> children(Node node) {
        var nodes = node.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }
}
