package org.reps.mentoring.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A Camunda Form as deployed: the same file that the browser draws. */
record Form(List<FormField> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Form read(InputStream schema) {
        try (schema) {
            var fields = new ArrayList<FormField>();
            collect(JSON.readTree(schema), List.of(), fields);
            return new Form(List.copyOf(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode container, List<String> hiddenWhen, List<FormField> fields) {
        for (var component : container.path("components")) {
            var conditions = FormField.with(hiddenWhen, component);
            if (component.has("components")) {
                collect(component, conditions, fields);
            } else if (component.has("key")) {
                fields.add(FormField.of(component, conditions));
            }
        }
    }
}
