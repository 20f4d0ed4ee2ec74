package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Labels as somebody has read them who is told of a wrong answer: with the names that the browser filled in. */
final class Labels {

    /** A variable, or a part of one: nothing else stands in labels. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)(?:\\.(\\w+))?\\s*}}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Labels() {}

    /** @param scope where the values are that the form shows */
    static FormField read(FormField field, VariableScope scope) {
        return PLACE.matcher(field.label()).find()
                ? field.labelled(PLACE.matcher(field.label())
                        .replaceAll(place -> Matcher.quoteReplacement(
                                value(scope, place.group(1), place.group(2) == null ? "" : place.group(2)))))
                : field;
    }

    private static String value(VariableScope scope, String name, String part) {
        TypedValue variable = scope.getVariableTyped(name, false);
        var value = variable instanceof PrimitiveValue<?> simple && simple.getValue() != null
                ? new TextNode(simple.getValue().toString())
                : json(variable);
        return (part.isEmpty() ? value : value.path(part)).asText("…");
    }

    private static JsonNode json(@Nullable TypedValue variable) {
        try {
            return variable instanceof SerializableValue serialized && serialized.getValueSerialized() != null
                    ? JSON.readTree(serialized.getValueSerialized())
                    : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a label names is not JSON", e);
        }
    }
}
