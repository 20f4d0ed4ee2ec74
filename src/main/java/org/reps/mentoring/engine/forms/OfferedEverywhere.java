package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Skills;
import org.reps.mentoring.world.Languages;
import org.reps.mentoring.world.Zones;

/**
 * Lists of options that are the same in every form. A field names one as if it were a variable ({@code "valuesKey":
 * "allTimeZones"}); the browser gets the options in the form itself, because forms that begin something know no
 * variables.
 */
public final class OfferedEverywhere {

    /** Labels by value, by the name of the list. */
    private static final Map<String, Map<String, String>> LISTS =
            Map.of("allTimeZones", Zones.named(), "allLanguages", Languages.named(), "allSkills", Skills.named());

    private static final ObjectMapper JSON = new ObjectMapper();

    private OfferedEverywhere() {}

    /** The values of the list of this name; null when there is none. */
    static @Nullable List<String> values(String name) {
        var list = LISTS.get(name);
        return list == null ? null : List.copyOf(list.keySet());
    }

    /**
     * The form with the options of these lists in it.
     *
     * @param schema the form as it is deployed
     */
    public static InputStream in(InputStream schema) {
        try (schema) {
            var form = JSON.readTree(schema);
            fillIn(form);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fillIn(JsonNode node) {
        var list = LISTS.get(node.path("valuesKey").asText());
        if (list != null && node instanceof ObjectNode field) {
            field.remove("valuesKey");
            var options = field.putArray("values");
            list.forEach(
                    (value, label) -> options.addObject().put("label", label).put("value", value));
        }
        node.forEach(OfferedEverywhere::fillIn);
    }
}
