package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.shown.ForReader;

/**
 * A Camunda Form as deployed: the same file that the browser draws.
 *
 * @param fields what asks for answers, or shows one in a field
 * @param confidential names of the variables whose sealed texts this form shows in clear; not those it asks for
 * @param feel the expressions in it
 * @param isForMail whether it says that it can be answered from a mail
 */
public record Form(List<FormField> fields, Set<String> confidential, Feel feel, boolean isForMail) {

    /** What a name looks like, in a form and in its expressions. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a form from its file, and closes it. */
    public static Form read(InputStream schema) {
        try (schema) {
            var fields = new ArrayList<FormField>();
            var confidential = new HashSet<String>();
            var form = JSON.readTree(schema);
            collect(form, List.of(), fields, confidential);
            return new Form(List.copyOf(fields), Set.copyOf(confidential), new Feel(fields), ForReader.isForMail(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether it shows anything that was told in confidence. Where nobody has told anything, there is nothing to open.
     *
     * @param values what the variables are, by their names, as they are kept
     */
    public boolean opens(Function<String, @Nullable TypedValue> values) {
        return confidential.stream().map(values).anyMatch(Form::holdsSealed);
    }

    private static boolean holdsSealed(@Nullable TypedValue value) {
        var text = value instanceof SerializableValue kept
                ? kept.getValueSerialized()
                : value == null ? null : value.getValue();
        return text instanceof String told && SealedTexts.standsIn(told);
    }

    private static void collect(
            JsonNode container, List<String> hiddenWhen, List<FormField> fields, Set<String> confidential) {
        for (var component : container.path("components")) {
            var conditions = FormField.with(hiddenWhen, component);
            if (component.has("components")) {
                collect(component, conditions, fields, confidential);
            } else if (component.has("key")) {
                var field = FormField.of(component, conditions);
                fields.add(field);
                if (field.isConfidential() && !field.writable()) {
                    confidential.add(field.key());
                }
            } else if (component.path("properties").has("confidential")) {
                // A table or text has no key and says which variable it shows.
                confidential.add(
                        component.path("properties").path("confidential").asText());
            }
        }
    }
}
