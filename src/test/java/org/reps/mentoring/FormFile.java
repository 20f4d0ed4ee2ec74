package org.reps.mentoring;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.rules.UsualRules;
import org.reps.mentoring.world.Languages;
import org.reps.mentoring.world.Zones;

/** A form in {@code forms}, as conventions and drivers look at it. */
public record FormFile(String name, JsonNode schema) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Map<String, String>> EVERYWHERE = Map.of(
            "allTimeZones",
            Zones.named(),
            "allLanguages",
            Languages.named(Locale.ENGLISH),
            "allSkills",
            skills(),
            "allReadingLanguages",
            readingLanguages());

    private static Map<String, String> readingLanguages() {
        return Stream.concat(Stream.of(ReadersLanguage.AS_BROWSER), Translations.languages().stream())
                .collect(toMap(code -> code, code -> code));
    }

    private static Map<String, String> skills() {
        return UsualRules.rules().skills().stream().collect(toMap(skill -> skill, skill -> skill));
    }

    public record Component(JsonNode json) {

        String id() {
            return text("id");
        }

        public String type() {
            return text("type");
        }

        public String key() {
            return text("key");
        }

        /** The text of this property, empty when there is none. */
        public String text(String property) {
            return json.path(property).asText();
        }
    }

    public static Stream<FormFile> all() {
        return Diagram.files("forms", ".form").map(FormFile::read);
    }

    public static Optional<FormFile> named(String name) {
        return Optional.of(new File("forms", name + ".form"))
                .filter(File::isFile)
                .map(FormFile::read);
    }

    /** All components, those in groups too. */
    public List<Component> components() {
        var components = new ArrayList<Component>();
        collect(schema, components);
        return components;
    }

    public List<String> keys() {
        return components().stream()
                .map(Component::key)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "forms/" + name + ".form";
    }

    /** The form as a browser draws it: with the options that stand in no form. */
    public static FormFile read(File file) {
        try {
            var schema = JSON.readTree(file);
            offerEverywhere(schema);
            return new FormFile(Diagram.nameOf(file), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void offerEverywhere(JsonNode node) {
        var offered = EVERYWHERE.get(node.path("valuesKey").asText());
        if (offered != null && node instanceof ObjectNode field) {
            field.remove("valuesKey");
            var options = field.putArray("values");
            offered.forEach(
                    (value, label) -> options.addObject().put("label", label).put("value", value));
        }
        node.forEach(FormFile::offerEverywhere);
    }

    private static void collect(JsonNode container, List<Component> components) {
        for (var json : container.path("components")) {
            components.add(new Component(json));
            collect(json, components);
        }
    }
}
