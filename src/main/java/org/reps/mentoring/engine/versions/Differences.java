package org.reps.mentoring.engine.versions;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.reps.mentoring.engine.models.Bundle;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.versions.VersionFiles.Change;
import org.reps.mentoring.engine.versions.VersionFiles.Detail;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** How two versions of a process differ: element by element of the diagram, and field by field of its forms. */
final class Differences {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What people see as one thing; all else says something of the thing it stands in. */
    private static final Set<String> THINGS = Set.of(
            "process",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "manualTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "message",
            "error",
            "signal",
            "escalation",
            "textAnnotation");

    /** What only says again what flows say. */
    private static final Set<String> AGAIN = Set.of("incoming", "outgoing");

    private Differences() {}

    /** From the one to the other; empty where they differ in the drawing only, or in nothing. */
    static List<Change> between(Bundle before, Bundle after) {
        var changes = new ArrayList<>(between("", things(before.content()), things(after.content())));
        var formsBefore = before.forms();
        var formsAfter = after.forms();
        var all = new TreeSet<>(formsBefore.keySet());
        all.addAll(formsAfter.keySet());
        for (var form : all) {
            if (formsBefore.containsKey(form) && formsAfter.containsKey(form)) {
                changes.addAll(between(
                        form,
                        fields(Objects.requireNonNull(formsBefore.get(form))),
                        fields(Objects.requireNonNull(formsAfter.get(form)))));
            } else {
                changes.add(new Change(
                        formsAfter.containsKey(form) ? "added" : "removed", "", "form", form, form, List.of()));
            }
        }
        return changes;
    }

    private static List<Change> between(String form, Map<String, Thing> before, Map<String, Thing> after) {
        var changes = new ArrayList<Change>();
        before.forEach((id, thing) -> {
            var now = after.get(id);
            if (now == null) {
                changes.add(thing.change("removed", form, List.of()));
            } else {
                var details = details(thing.says(), now.says());
                if (!details.isEmpty()) {
                    changes.add(now.change("changed", form, details));
                }
            }
        });
        after.forEach((id, thing) -> {
            if (!before.containsKey(id)) {
                changes.add(thing.change("added", form, List.of()));
            }
        });
        return changes;
    }

    private static List<Detail> details(Map<String, String> before, Map<String, String> after) {
        var what = new TreeSet<>(before.keySet());
        what.addAll(after.keySet());
        return what.stream()
                .map(one -> new Detail(one, before.getOrDefault(one, ""), after.getOrDefault(one, "")))
                .filter(detail -> !detail.before().equals(detail.after()))
                .toList();
    }

    // --- diagrams

    private static Map<String, Thing> things(byte[] diagram) {
        try {
            var elements = ModelXml.elementsInForce(diagram).toList();
            var names = names(diagram);
            var things = new LinkedHashMap<String, Thing>();
            elements.stream().filter(Differences::isThing).forEach(element -> {
                var says = new LinkedHashMap<String, String>();
                say(element, "", says);
                var id = element.getAttribute("id");
                things.put(id, new Thing(id, element.getLocalName(), nameOf(element, names), says));
            });
            return things;
        } catch (SAXException unreadable) {
            return Map.of();
        }
    }

    /** What the elements of a diagram are called, by their ids. */
    static Map<String, String> names(byte[] diagram) {
        try {
            return ModelXml.elementsInForce(diagram)
                    .filter(element -> !element.getAttribute("id").isBlank())
                    .collect(toMap(element -> element.getAttribute("id"), Differences::name, (one, other) -> one));
        } catch (SAXException unreadable) {
            return Map.of();
        }
    }

    /** Who is meant in a name is no question of the diagram. */
    private static String name(Element element) {
        var name = EXPRESSION.matcher(element.getAttribute("name")).replaceAll("…");
        return name.isBlank() ? element.getAttribute("id") : name;
    }

    private static boolean isThing(Element element) {
        return THINGS.contains(element.getLocalName())
                && !element.getAttribute("id").isBlank();
    }

    private static String nameOf(Element element, Map<String, String> names) {
        var name = EXPRESSION.matcher(element.getAttribute("name")).replaceAll("…");
        if (element.getLocalName().equals("sequenceFlow")) {
            var from = element.getAttribute("sourceRef");
            var to = element.getAttribute("targetRef");
            return (name.isBlank() ? "" : name + ": ") + names.getOrDefault(from, from) + " → "
                    + names.getOrDefault(to, to);
        }
        return name.isBlank() ? element.getAttribute("id") : name;
    }

    private static void say(Element element, String path, Map<String, String> says) {
        var attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .filter(attribute -> !attribute.getName().startsWith("xmlns")
                        && !attribute.getName().startsWith("xsi:")
                        && !attribute.getName().equals("id"))
                .forEach(attribute -> put(says, path + attribute.getLocalName(), attribute.getValue()));
        var parts = ModelXml.children(element)
                .filter(part -> !isThing(part) && !AGAIN.contains(part.getLocalName()))
                .toList();
        for (var part : parts) {
            switch (part.getLocalName()) {
                case "extensionElements", "properties", "inputOutput" -> say(part, path, says);
                case "property" ->
                    put(says, path + "property " + part.getAttribute("name"), part.getAttribute("value"));
                default -> {
                    var named = part.getAttribute("name").isBlank() ? "" : " " + part.getAttribute("name");
                    say(part, path + part.getLocalName() + named + "/", says);
                }
            }
        }
        if (!path.isEmpty() && parts.isEmpty() && !element.getTextContent().isBlank()) {
            put(
                    says,
                    path.substring(0, path.length() - 1),
                    element.getTextContent().strip().replaceAll("\\s+", " "));
        }
    }

    /** Two parts that are called the same are told apart by their order. */
    private static void put(Map<String, String> says, String what, String value) {
        var free = what;
        for (var i = 2; says.containsKey(free); i++) {
            free = what + " " + i;
        }
        says.put(free, value);
    }

    // --- forms

    private static Map<String, Thing> fields(byte[] form) {
        var fields = new LinkedHashMap<String, Thing>();
        try {
            collect(JSON.readTree(form), fields);
        } catch (IOException unreadable) {
            return Map.of();
        }
        return fields;
    }

    private static void collect(JsonNode around, Map<String, Thing> fields) {
        for (var field : around.path("components")) {
            var id = field.hasNonNull("key")
                    ? field.path("key").asText()
                    : field.path("id").asText();
            var says = new LinkedHashMap<String, String>();
            say(field, "", says);
            var name = field.hasNonNull("label")
                    ? field.path("label").asText()
                    : field.path("text").asText();
            fields.put(id, new Thing(id, "field", name.isBlank() ? id : shortened(name), says));
            collect(field, fields);
        }
    }

    private static void say(JsonNode node, String path, Map<String, String> says) {
        node.fields().forEachRemaining(part -> {
            var value = part.getValue();
            if (part.getKey().equals("components")
                    || part.getKey().equals("id")
                    || part.getKey().equals("layout")) {
                return;
            }
            if (value.isObject()) {
                say(value, path + part.getKey() + "/", says);
            } else {
                says.put(path + part.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    private record Thing(String id, String type, String name, Map<String, String> says) {

        Change change(String how, String form, List<Detail> details) {
            return new Change(how, id, type, name, form, details);
        }
    }
}
