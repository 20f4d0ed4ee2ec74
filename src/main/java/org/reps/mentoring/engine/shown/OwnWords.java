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

    private static final String LIST = ", ";
    private static final String REASONS = "; ";

    /** {@code Friday, 20 November 2026, 18:30 (Europe/Berlin)}, with or without the time. */
    private static final Pattern MOMENT =
            Pattern.compile("(\\p{Lu}\\p{Ll}+, \\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4})(, \\d\\d:\\d\\d \\([\\w/+-]+\\))?");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String language;
    private final Map<String, String> ours;
    private final Map<String, String> skills;
    private final Map<String, String> languageNames;

    private OwnWords(String language) {
        this.language = language;
        this.ours = Translations.OF_ANSWERS.all(language).getOrDefault(SECTION, Map.of());
        this.skills = Translations.OF_FORMS.all(language).getOrDefault(SKILLS, Map.of());
        this.languageNames = Languages.namesIn(Locale.forLanguageTag(language));
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
                    ? Variables.stringValue(said(text.getValue()), text.isTransient())
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
            return JSON.writeValueAsString(said(JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode said(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(part -> {
                if (!part.getKey().equals(SENT_BACK)) {
                    part.setValue(said(part.getValue()));
                }
            });
        } else if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                list.set(i, said(list.get(i)));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(said(node.asText()));
        }
        return node;
    }

    private String said(String text) {
        var reasons = text.contains(REASONS) ? all(text, REASONS, this::listed) : null;
        return reasons == null ? Objects.requireNonNullElse(listed(text), text) : reasons;
    }

    /** Alone, or several with commas between them; null where it is none of the programme's own. */
    private @Nullable String listed(String text) {
        var word = word(text);
        var list = word == null && text.contains(LIST) ? all(text, LIST, this::one) : word;
        return list == null ? one(text) : list;
    }

    /** All parts in other words; null where one is not known, as somebody may have written it. */
    private static @Nullable String all(String text, String between, Function<String, @Nullable String> said) {
        var words = Arrays.stream(text.split(between, -1)).map(said).toList();
        return words.stream().allMatch(Objects::nonNull) ? String.join(between, words) : null;
    }

    private @Nullable String word(String text) {
        return Stream.of(ours, skills, languageNames)
                .flatMap(known -> Stream.ofNullable(known.get(text)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String one(String text) {
        var word = word(text);
        if (word != null) {
            return word;
        }
        var said = Translations.OF_ANSWERS.inOnly(
                language, SECTION, text, words -> Objects.requireNonNullElse(listed(words), words));
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
