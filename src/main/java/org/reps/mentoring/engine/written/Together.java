package org.reps.mentoring.engine.written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The files that are deployed together, and what is in force beside them: they refer to each other by names. */
public final class Together {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Model> deployed = new TreeMap<>();
    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Map<String, Model> byKey = new HashMap<>();
    private final Map<String, Model> before = new HashMap<>();

    public Together(Map<String, byte[]> files, Map<String, byte[]> inForce) {
        inForce.forEach((name, content) ->
                Model.inForce(content).ifPresent(model -> model.keys().forEach(key -> before.put(key, model))));
        byKey.putAll(before);
        files.forEach((name, content) -> {
            if (name.endsWith(".form")) {
                read(content).ifPresent(form -> forms.put(form.path("id").asText(), form));
            } else {
                Model.of(content).ifPresent(model -> {
                    deployed.put(name, model);
                    model.keys().forEach(key -> byKey.put(key, model));
                });
            }
        });
    }

    private static Optional<JsonNode> read(byte[] form) {
        try {
            return Optional.ofNullable(JSON.readTree(form));
        } catch (IOException notJson) {
            // Somebody else says so.
            return Optional.empty();
        }
    }

    /** The diagrams and decisions that are deployed, by the names of their files. */
    public Map<String, Model> deployed() {
        return deployed;
    }

    /** The diagram or decision with this key, as it will be in force. */
    public Optional<Model> withKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The same, as it is in force now. */
    public Optional<Model> before(String key) {
        return Optional.ofNullable(before.get(key));
    }

    /** The keys of all processes, or of all decisions, as they will be in force. */
    public List<String> keysOf(String kind) {
        return byKey.values().stream()
                .flatMap(model -> model.elements(kind))
                .map(element -> element.getAttribute("id"))
                .distinct()
                .sorted()
                .toList();
    }

    /** Every diagram and decision as it will be in force. */
    public Stream<Model> deployedAndInForce() {
        return byKey.values().stream().distinct();
    }

    public boolean isDeployed(String key) {
        return deployed.values().stream().flatMap(Model::keys).anyMatch(key::equals);
    }

    public Optional<JsonNode> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** The forms of a diagram that are deployed with it. */
    public Stream<JsonNode> formsOf(Model diagram) {
        return new TreeSet<>(diagram.elements("userTask", "startEvent")
                        .flatMap(element -> Model.value(element, "formRef").stream())
                        .toList())
                .stream().flatMap(id -> form(id).stream());
    }

    /** The call activities, wherever they are, that call this process. */
    public Stream<Element> callsOf(String process) {
        return byKey.values().stream()
                .distinct()
                .flatMap(model -> model.elements("callActivity"))
                .filter(call -> call.getAttribute("calledElement").equals(process));
    }

    /** All components of a form, those in groups too. */
    public static Stream<JsonNode> components(JsonNode container) {
        var components = Stream.<JsonNode>builder();
        container
                .path("components")
                .forEach(component -> Stream.concat(Stream.of(component), components(component))
                        .forEach(components::add));
        return components.build();
    }
}
