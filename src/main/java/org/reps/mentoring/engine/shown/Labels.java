package org.reps.mentoring.engine.shown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Labels as somebody has read them who is told of a wrong answer: with the names that the browser filled in. */
public final class Labels {

    /** A variable, or a part of one: nothing else stands in labels. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)(?:\\.(\\w+))?\\s*}}");

    private static final String UNKNOWN = "…";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Labels() {}

    /** @param scope where the values are that the form shows */
    public static String read(String label, VariableScope scope) {
        return PLACE.matcher(label)
                .replaceAll(place -> Matcher.quoteReplacement(
                        value(scope, place.group(1), place.group(2) == null ? "" : place.group(2))));
    }

    private static String value(VariableScope scope, String name, String part) {
        TypedValue variable = scope.getVariableTyped(name, false);
        if (variable != null && !(variable instanceof SerializableValue) && variable.getValue() != null) {
            return part.isEmpty() ? variable.getValue().toString() : UNKNOWN;
        }
        var json = json(variable);
        return (part.isEmpty() ? json : json.path(part)).asText(UNKNOWN);
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
