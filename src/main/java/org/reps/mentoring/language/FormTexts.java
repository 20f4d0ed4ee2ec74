package org.reps.mentoring.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people read of a form: its texts, labels, descriptions, options and headings of columns. */
public final class FormTexts {

    /** How it marks what is required where it is shown; the same in every language. */
    private static final String STAR = " *";

    private static final List<String> OF_COMPONENTS = List.of("text", "label", "description");
    private static final List<String> FOR_OTHERS = List.of("labelForOther", "descriptionForOther");
    private static final List<String> LABELLED = List.of("values", "columns");

    /** The label of an option that an expression makes. */
    private static final Pattern COMPUTED_LABEL = Pattern.compile("(?<=label: \")[^\"]*(?=\")");

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormTexts() {}

    /**
     * A form in another language.
     *
     * @param language its code
     * @param form as JSON; it is closed
     */
    public static InputStream in(String language, InputStream form) {
        if (language.equals(Translations.ENGLISH)) {
            return form;
        }
        try (form) {
            var schema = JSON.readTree(form);
            var section = schema.path("id").asText();
            replace(schema, english -> Translations.OF_FORMS.in(language, section, english));
            return new ByteArrayInputStream(JSON.writeValueAsBytes(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param form its JSON, which is changed
     * @param said gets each text, and says it in another language
     */
    static void replace(JsonNode form, UnaryOperator<String> said) {
        for (var component : form.path("components")) {
            OF_COMPONENTS.forEach(property -> replace(component, property, said));
            FOR_OTHERS.forEach(property -> replace(component.path("properties"), property, said));
            for (var list : LABELLED) {
                component.path(list).forEach(labelled -> replace(labelled, "label", said));
            }
            replace(
                    component,
                    "valuesExpression",
                    expression -> COMPUTED_LABEL
                            .matcher(expression)
                            .replaceAll(label -> Matcher.quoteReplacement(said.apply(label.group()))));
            replace(component, said);
        }
    }

    private static void replace(JsonNode node, String property, UnaryOperator<String> said) {
        var text = node.path(property).asText();
        if (node instanceof ObjectNode object && !text.isBlank()) {
            object.put(
                    property,
                    text.endsWith(STAR)
                            ? said.apply(text.substring(0, text.length() - STAR.length())) + STAR
                            : said.apply(text));
        }
    }
}
