package org.reps.mentoring.engine.mailed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Forms, and what they show, as they are read and written. */
final class InJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private InJson() {}

    /** Closes it. */
    static JsonNode read(InputStream form) {
        try (form) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream write(JsonNode form) {
        try {
            return new ByteArrayInputStream(JSON.writeValueAsBytes(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values by name; objects as their parts by theirs. */
    static Map<String, @Nullable Object> plain(VariableMap values) {
        var plain = new HashMap<String, @Nullable Object>();
        for (var name : values.keySet()) {
            TypedValue value = values.getValueTyped(name);
            plain.put(name, plain(value));
        }
        return Collections.unmodifiableMap(plain);
    }

    private static @Nullable Object plain(TypedValue value) {
        if (!(value instanceof SerializableValue kept)) {
            return value.getValue();
        }
        try {
            return kept.getValueSerialized() == null ? null : JSON.readValue(kept.getValueSerialized(), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
