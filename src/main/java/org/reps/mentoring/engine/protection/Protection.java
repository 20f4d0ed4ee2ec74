package org.reps.mentoring.engine.protection;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.reps.mentoring.engine.models.ModelXml.values;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.expressions.DiagramBeans;
import org.reps.mentoring.engine.forms.Form;
import org.reps.mentoring.engine.forms.FormField;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.rights.Reassignment;
import org.reps.mentoring.engine.rights.TaskRights;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What one version of a process protects: which answers, how they are kept, who reads what was told in confidence, and
 * for how long its history stays. All of it is read from the diagram and its forms.
 */
final class Protection {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Set<String> EXTENSIONS =
            Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    /** Without a dollar sign and braces, and still the name of a variable. */
    private static final Set<String> NAMING = Set.of("source", "collection");

    private static final Set<String> READERS = Set.of("assignee", "candidateUsers", "candidateGroups");

    /** Also a method whose name is only known later may set a variable. */
    private static final Pattern WRITTEN =
            Pattern.compile("setVariable(?:Local)?\\s*\\(\\s*(?:'(\\w+)'\\s*,)?|\\]\\s*\\(");

    private static final Pattern STEP =
            Pattern.compile("\\b(?:" + String.join("|", new TreeSet<>(DiagramBeans.NAMES)) + ")\\.\\w+");

    /** Stands for a name that is only known later. */
    static final String ANY = "*";

    private final String file;
    private final Element process;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, FormOf> forms = new LinkedHashMap<>();
    private final Set<Use> uses = new LinkedHashSet<>();
    private final Map<String, Set<String>> writes = new HashMap<>();
    private final Set<HandOver> handOvers = new LinkedHashSet<>();

    /** The form of a user task or start event. */
    record FormOf(String id, Form form) {

        /** Its field with this key that takes an answer. */
        @Nullable
        FormField asking(String key) {
            return form.fields().stream()
                    .filter(field -> field.writable() && field.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }

        boolean asksInConfidence() {
            return form.fields().stream().anyMatch(field -> field.writable() && field.isConfidential());
        }

        boolean protects() {
            return !form.confidential().isEmpty()
                    || form.fields().stream()
                            .anyMatch(field -> !propertiesOf(field).isEmpty());
        }
    }

    /**
     * An expression, or something else that names a variable.
     *
     * @param owner id of the element that people see
     * @param place where it stands there
     */
    record Use(String owner, String place, String text) {

        boolean mentions(Collection<String> names) {
            return namesIn(text).stream().anyMatch(names::contains);
        }

        /** What it calls of the application, like {@code feedback.keep}; empty when nothing. */
        String step() {
            return stepIn(text);
        }
    }

    /**
     * What is handed to a process that this one calls.
     *
     * @param source name or expression; empty for all there is
     */
    record HandOver(String owner, String called, String source, String target) {

        boolean hands(Collection<String> names) {
            return source.isEmpty() || namesIn(source).stream().anyMatch(names::contains);
        }
    }

    private Protection(String file, Element process, Map<String, Form> deployed) {
        this.file = file;
        this.process = process;
        Stream.concat(Stream.of(process), ModelXml.descendants(process)).forEach(element -> collect(element, deployed));
        forms.values()
                .forEach(form -> form.form().fields().stream()
                        .filter(FormField::writable)
                        .forEach(field -> write(field.key(), "form " + form.id())));
    }

    /**
     * The processes in a diagram that can be run, by key.
     *
     * @param diagram all its elements
     * @param deployed the forms that are deployed with it, by id
     */
    static Map<String, Protection> in(String file, Stream<Element> diagram, Map<String, Form> deployed) {
        var all = new LinkedHashMap<String, Protection>();
        diagram.filter(element -> isOfTheModel(element)
                        && element.getLocalName().equals("process")
                        && Boolean.parseBoolean(element.getAttribute("isExecutable")))
                .forEach(element -> all.put(element.getAttribute("id"), new Protection(file, element, deployed)));
        return all;
    }

    String file() {
        return file;
    }

    /** How people find an element: its name and its id. */
    String nameOf(String elementId) {
        var element = elements.get(elementId);
        return element == null ? "\"" + elementId + "\"" : ModelXml.nameOf(element) + " (" + elementId + ")";
    }

    String processId() {
        return process.getAttribute("id");
    }

    /** Who may do and see what, as it says. */
    ProcessRights rights() {
        var tasks = new LinkedHashMap<String, TaskRights>();
        elements.forEach((id, element) -> {
            if (element.getLocalName().equals("userTask")) {
                tasks.put(id, TaskRights.read(ModelXml.said(element)));
            }
        });
        return ProcessRights.read(ModelXml.said(process), tasks);
    }

    /** What its elements say in an extension property of this name, by their ids; an older one may say nothing. */
    Map<String, Set<String>> said(String property) {
        var all = new LinkedHashMap<String, Set<String>>();
        elements.forEach((id, element) -> {
            var said = ModelXml.properties(element, property)
                    .map(Protection::normal)
                    .collect(toSet());
            if (!said.isEmpty()) {
                all.put(id, said);
            }
        });
        return all;
    }

    boolean has(String elementId) {
        return elements.containsKey(elementId);
    }

    Map<String, FormOf> forms() {
        return forms;
    }

    Set<Use> uses() {
        return uses;
    }

    Set<HandOver> handOvers() {
        return handOvers;
    }

    /**
     * What makes a variable of this name; what is written under a name that is only known later stands under
     * {@link #ANY}.
     */
    Set<String> writesOf(String name) {
        return writes.getOrDefault(name, Set.of());
    }

    @Nullable
    Integer daysOfHistory() {
        return daysOfHistory(process);
    }

    /** How long the history of a process or decision stays; null where that is not said. */
    static @Nullable Integer daysOfHistory(Element element) {
        return values(element, "historyTimeToLive")
                .findFirst()
                .map(ParseUtil::parseHistoryTimeToLive)
                .orElse(null);
    }

    /** The answers of this kind that are asked for, by key. */
    Set<String> asked(String property) {
        return forms.values().stream()
                .flatMap(form -> form.form().fields().stream())
                .filter(field -> field.writable() && propertiesOf(field).contains(property))
                .map(FormField::key)
                .collect(toSet());
    }

    /** The names of everything here that only few may read. */
    Set<String> confidential() {
        var names = new TreeSet<>(asked("confidential"));
        forms.values().forEach(form -> names.addAll(form.form().confidential()));
        return names;
    }

    /** Ids of the tasks that show this text in clear. */
    List<String> showing(String name) {
        return forms.entrySet().stream()
                .filter(form -> form.getValue().form().confidential().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** To whom a task is given, in the words of the diagram. */
    Set<String> readersOf(String taskId) {
        var readers = new LinkedHashSet<String>();
        var task = elements.get(taskId);
        if (task != null) {
            for (var attribute : READERS) {
                values(task, attribute).forEach(who -> readers.addAll(each(attribute, who)));
            }
            ModelXml.properties(task, Reassignment.COVER).forEach(who -> readers.addAll(each(Reassignment.COVER, who)));
            ModelXml.properties(task, TaskRights.WHEN_OVERDUE)
                    .filter(who -> !who.equals(TaskRights.STAYS))
                    .forEach(who -> readers.addAll(each(TaskRights.WHEN_OVERDUE, who)));
            for (var performer : Set.of("humanPerformer", "potentialOwner", "performer")) {
                ModelXml.descendants(task)
                        .filter(inner -> inner.getLocalName().equals(performer))
                        .forEach(inner -> readers.addAll(each(performer, inner.getTextContent())));
            }
        }
        return readers;
    }

    /** All variables that have a say in who reads what was told in confidence. */
    Set<String> decidingWhoReads() {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        forms.forEach((task, form) -> {
            if (!form.form().confidential().isEmpty()) {
                readersOf(task).forEach(reader -> open.addAll(namesIn(reader)));
            }
        });
        while (!open.isEmpty()) {
            var name = open.pop();
            if (found.add(name)) {
                writesOf(name).forEach(source -> open.addAll(namesIn(source)));
            }
        }
        return found;
    }

    static Set<String> propertiesOf(FormField field) {
        var properties = new LinkedHashSet<String>();
        if (field.isConfidential()) {
            properties.add("confidential");
        }
        if (field.isTransient()) {
            properties.add("transient");
        }
        return properties;
    }

    private static List<String> each(String attribute, String who) {
        // An expression may have commas of its own.
        return (who.contains("{") ? Stream.of(who) : Stream.of(who.split(",")))
                .map(Protection::normal)
                .filter(one -> !one.isEmpty())
                .map(one -> attribute + " " + one)
                .toList();
    }

    private void collect(Element element, Map<String, Form> deployed) {
        if (isOfTheModel(element) && element.hasAttribute("id")) {
            elements.put(element.getAttribute("id"), element);
            values(element, "formRef")
                    .filter(deployed::containsKey)
                    .forEach(id -> forms.put(
                            element.getAttribute("id"), new FormOf(id, Objects.requireNonNull(deployed.get(id)))));
        }
        collectUses(element);
        collectWrites(element);
        if (element.getLocalName().equals("in")) {
            collectHandOver(element);
        }
    }

    private void collectUses(Element element) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var value = attribute.getNodeValue();
            if (isExpression(value) || NAMING.contains(attribute.getLocalName())) {
                use(element, attribute.getLocalName(), value);
            }
        }
        if (ModelXml.children(element).findAny().isEmpty() && isExpression(element.getTextContent())) {
            use(element, element.getLocalName(), element.getTextContent());
        }
    }

    private void use(Element element, String place, String value) {
        var text = normal(value);
        uses.add(new Use(ownerOf(element), pathTo(element) + place, text));
        WRITTEN.matcher(text)
                .results()
                .forEach(written -> write(written.group(1) == null ? ANY : written.group(1), text));
    }

    private void collectWrites(Element element) {
        var made = makes(element);
        for (var attribute : List.of("resultVariable", "resultVariableName")) {
            values(element, attribute).forEach(name -> write(name, made));
        }
        values(element, "elementVariable").forEach(name -> write(name, made));
        values(element, "initiator").forEach(name -> write(name, "initiator"));
        for (var attribute : List.of("errorCodeVariable", "errorMessageVariable", "escalationCodeVariable")) {
            values(element, attribute).forEach(name -> write(name, attribute + " " + ownerOf(element)));
        }
        switch (element.getLocalName()) {
            case "inputParameter", "outputParameter", "inputDataItem" ->
                values(element, "name").forEach(name -> write(name, normal(element.getTextContent())));
            case "in", "out" -> values(element, "target").forEach(name -> write(name, made));
            default -> {}
        }
    }

    private void collectHandOver(Element in) {
        var caller = (Element) in.getParentNode().getParentNode();
        var called = values(caller, "calledElement").findFirst().orElse("");
        var source = Stream.concat(values(in, "source"), values(in, "sourceExpression"))
                .map(Protection::normal)
                .findFirst()
                .orElse("");
        if (!source.isEmpty() || values(in, "variables").findAny().isPresent()) {
            handOvers.add(new HandOver(
                    ownerOf(in),
                    called,
                    source,
                    values(in, "target").findFirst().orElse("")));
        }
    }

    private void write(String name, String source) {
        writes.computeIfAbsent(name, none -> new LinkedHashSet<>()).add(source);
    }

    /** What an element computes, in the words of the diagram. */
    private static String makes(Element element) {
        var parts = new ArrayList<String>();
        for (var attribute : List.of(
                "expression", "decisionRef", "calledElement", "topic", "collection", "source", "sourceExpression")) {
            values(element, attribute).map(Protection::normal).forEach(parts::add);
        }
        return String.join(" ", parts);
    }

    /** The nearest element that people see in the diagram. */
    private static String ownerOf(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (isOfTheModel(around) && around.hasAttribute("id")) {
                return around.getAttribute("id");
            }
        }
        return "";
    }

    /** From the element that people see; a listener somewhere else than listeners stand is none. */
    private static String pathTo(Element element) {
        var path = new ArrayDeque<String>();
        for (var part = element;
                !(isOfTheModel(part) && part.hasAttribute("id"));
                part = (Element) part.getParentNode()) {
            var kind = isOfTheModel(part) || EXTENSIONS.contains(String.valueOf(part.getNamespaceURI())) ? "" : "?";
            path.addFirst(kind + part.getLocalName() + " " + part.getAttribute("event") + "/");
        }
        return String.join("", path);
    }

    private static boolean isOfTheModel(Element element) {
        return MODEL.equals(element.getNamespaceURI());
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").replace('"', '\'');
    }

    static String stepIn(String text) {
        var call = STEP.matcher(text);
        return call.find() ? call.group() : "";
    }

    static Set<String> namesIn(String text) {
        return Form.NAME.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }
}
