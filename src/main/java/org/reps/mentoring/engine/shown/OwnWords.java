package org.reps.mentoring.engine.shown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.world.Languages;

/**
 * What a form shows of a case in words of the programme, such as what became of a question, in the language of whoever
 * reads it: it was put there in English, when nobody knew who would. What somebody chose from a list of skills or
 * languages, and days that are written out, are said too. What people wrote stays as they wrote it, and so does what a
 * form sends back.
 */
public final class OwnWords {

    private static final String SECTION = "what forms show";
    private static final String SKILLS = "everywhere";
    private static final String SENT_BACK = "value";

    /** Elsewhere their names are people's names, too: Shona, Swati, Ido. */
    private static final String LANGUAGES = "languages";

    private static final String LIST = ", ";
    private static final String REASONS = "; ";

    /** {@code Friday, 20 November 2026, 18:30 (Europe/Berlin)}, with or without the time. */
    private static final Pattern MOMENT =
            Pattern.compile("(\\p{Lu}\\p{Ll}+, \\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4})(, \\d\\d:\\d\\d \\([\\w/+-]+\\))?");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String language;

    /** What is ours wherever it stands alone. */
    private final List<Map<String, String>> own;

    private final List<Map<String, String>> withLanguages;

    private OwnWords(String language) {
        this.language = language;
        var ours = Translations.OF_ANSWERS.all(language).getOrDefault(SECTION, Map.of());
        var skills = Translations.OF_FORMS.all(language).getOrDefault(SKILLS, Map.of());
        this.own = List.of(ours, skills);
        this.withLanguages = List.of(ours, skills, Languages.namesIn(Locale.forLanguageTag(language)));
    }

    /** These values in another language. */
    public static VariableMap said(VariableMap values, String language) {
        if (language.equals(Translations.ENGLISH)) {
            return values;
        }
        var own = new OwnWords(language);
        var all = Variables.createVariables();
        values.keySet().forEach(name -> all.putValueTyped(name, own.said(values.<TypedValue>getValueTyped(name))));
        return all;
    }

    private @Nullable TypedValue said(@Nullable TypedValue value) {
        if (value instanceof StringValue text && text.getValue() != null) {
            // One word may be an answer, which the form knows by this name.
            return text.getValue().contains(" ")
                    ? Variables.stringValue(said(text.getValue(), own), text.isTransient())
                    : value;
        }
        if (value instanceof ObjectValue object && object.getValueSerialized() != null) {
            return Variables.serializedObjectValue(inJson(object.getValueSerialized()))
                    .objectTypeName(object.getObjectTypeName())
                    .serializationDataFormat(object.getSerializationDataFormat())
                    .create();
        }
        if (value instanceof JsonValue json && json.getValueSerialized() != null) {
            return SpinValues.jsonValue(inJson(json.getValueSerialized())).create();
        }
        return value;
    }

    private String inJson(String json) {
        try {
            return JSON.writeValueAsString(said(JSON.readTree(json), own));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode said(JsonNode node, List<Map<String, String>> known) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(part -> {
                if (!part.getKey().equals(SENT_BACK)) {
                    part.setValue(said(part.getValue(), part.getKey().equals(LANGUAGES) ? withLanguages : own));
                }
            });
        } else if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                list.set(i, said(list.get(i), known));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(said(node.asText(), known));
        }
        return node;
    }

    private String said(String text, List<Map<String, String>> known) {
        var reasons = text.contains(REASONS) ? all(text, REASONS, part -> listed(part, known)) : null;
        return reasons == null ? Objects.requireNonNullElse(listed(text, known), text) : reasons;
    }

    /** Alone, or several with commas between them; null where it is none of the programme's own. */
    private @Nullable String listed(String text, List<Map<String, String>> known) {
        var word = word(text, known);
        var list = word == null && text.contains(LIST) ? all(text, LIST, part -> one(part, known)) : word;
        return list == null ? one(text, known) : list;
    }

    /** All parts in other words; null where one is not known, as somebody may have written it. */
    private static @Nullable String all(String text, String between, Function<String, @Nullable String> said) {
        var words = Arrays.stream(text.split(between, -1)).map(said).toList();
        return words.stream().allMatch(Objects::nonNull) ? String.join(between, words) : null;
    }

    private static @Nullable String word(String text, List<Map<String, String>> known) {
        return known.stream()
                .flatMap(words -> Stream.ofNullable(words.get(text)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String one(String text, List<Map<String, String>> known) {
        var word = word(text, known);
        if (word != null) {
            return word;
        }
        var said = Translations.OF_ANSWERS.inOnly(
                language, SECTION, text, words -> Objects.requireNonNullElse(listed(words, withLanguages), words));
        return said.equals(text) ? moment(text) : said;
    }

    private @Nullable String moment(String text) {
        var found = MOMENT.matcher(text);
        if (!found.matches()) {
            return null;
        }
        try {
            var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(Locale.forLanguageTag(language))
                    .format(LocalDate.parse(found.group(1), DAY));
            return found.group(2) == null ? day : day + found.group(2);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
