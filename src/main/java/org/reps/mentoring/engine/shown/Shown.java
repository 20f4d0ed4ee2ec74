package org.reps.mentoring.engine.shown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.DayInWords;

/**
 * What of a case a form shows, so that it is given nothing else: the variables it names, and of objects the parts it
 * names.
 *
 * @param variables names that stand alone in the form's expressions and texts, and those its fields are bound to
 * @param parts names of what is taken out of an object, by a dot or by a column of a table
 * @param lists those of the variables that are options of a field or rows of a table
 */
public record Shown(Set<String> variables, Set<String> parts, Set<String> lists) {

    /** How somebody can be reached, as the extension property of the task says it. */
    public static final String HOW_TO_REACH = "howToReach";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NAME = "[A-Za-z_]\\w*";

    /** What binds a component to a variable by its name. */
    private static final Set<String> BINDINGS = Set.of("key", "valuesKey", "dataSource", "confidential");

    /** What of an option is sent when it is chosen. */
    private static final String OPTION_VALUE = "value";

    /** What an option is made of. */
    private static final List<String> OPTION = List.of("label", OPTION_VALUE);

    private static final Pattern IN_TEXT = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern WORD = Pattern.compile("(\\.\\s*)?(" + NAME + ")");

    /** @param schema the form as it is deployed */
    public static Shown by(InputStream schema) {
        try (schema) {
            var shown = new Shown(new HashSet<>(), new HashSet<>(OPTION), new HashSet<>());
            shown.collect(JSON.readTree(schema));
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * These values without what the form does not show. What is neither simple nor JSON is left out. A day in an object
     * is written as its reader writes days; one that stands alone is a field's, which needs it in ISO text.
     *
     * @param language of whoever reads the form
     */
    public VariableMap of(VariableMap values, String language) {
        var cut = Variables.createVariables();
        for (var name : values.keySet()) {
            var value = variables.contains(name) ? cutValue(values.<TypedValue>getValueTyped(name), language) : null;
            if (value != null) {
                cut.putValueTyped(name, value);
            }
        }
        return cut;
    }

    private void collect(JsonNode node) {
        node.properties().forEach(property -> {
            var value = property.getValue();
            if (property.getKey().equals("columns")) {
                value.forEach(column -> parts.add(column.path("key").asText()));
            } else if (value.isTextual()) {
                collect(property.getKey(), value.asText());
            }
        });
        node.forEach(this::collect);
    }

    private void collect(String property, String text) {
        if (Set.of("valuesKey", "dataSource").contains(property)) {
            lists.add(text.replaceFirst("^=\\s*", ""));
        }
        if (text.startsWith("=")) {
            names(text);
        } else if (BINDINGS.contains(property)) {
            variables.add(text);
        } else {
            IN_TEXT.matcher(text).results().forEach(place -> names(place.group(1)));
        }
    }

    private void names(String expression) {
        WORD.matcher(LITERAL.matcher(expression).replaceAll(" ")).results().forEach(word -> {
            // Inside a loop or a filter a part has no dot.
            parts.add(word.group(2));
            if (word.group(1) == null) {
                variables.add(word.group(2));
            }
        });
    }

    private @Nullable TypedValue cutValue(@Nullable TypedValue value, String language) {
        if (value instanceof PrimitiveValue || (value != null && value.getType() == ValueType.NULL)) {
            return value;
        }
        if (value instanceof ObjectValue object
                && Variables.SerializationDataFormats.JSON.getName().equals(object.getSerializationDataFormat())) {
            return Variables.serializedObjectValue(cutJson(object.getValueSerialized(), language))
                    .objectTypeName(object.getObjectTypeName())
                    .serializationDataFormat(object.getSerializationDataFormat())
                    .create();
        }
        if (value instanceof JsonValue json) {
            return json.getValueSerialized() == null
                    ? json
                    : SpinValues.jsonValue(cutJson(json.getValueSerialized(), language))
                            .create();
        }
        return null;
    }

    private @Nullable String cutJson(@Nullable String json, String language) {
        if (json == null) {
            return null;
        }
        try {
            var tree = JSON.readTree(json);
            cut(tree, language);
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut(JsonNode node, String language) {
        if (node instanceof ObjectNode object) {
            object.retain(parts);
            object.properties().stream()
                    .filter(part ->
                            part.getValue().isTextual() && !part.getKey().equals(OPTION_VALUE))
                    .forEach(part -> part.setValue(
                            new TextNode(DayInWords.read(part.getValue().asText(), language))));
        }
        node.forEach(part -> cut(part, language));
    }
}
