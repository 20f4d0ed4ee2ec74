package org.reps.mentoring.engine.shown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that shows what people have typed as they have typed it.
 *
 * <p>The browser fills values into a text and reads all of it as Markdown, so stars would vanish and links come to
 * life. Therefore it gets <code>{{reason}}</code> with a little more FEEL around the expression: a backslash before
 * whatever could be a sign of Markdown or HTML, and each line break as one. Authors write <code>{{reason}}</code> and
 * need not know of it; where it would not help, {@code FormFaults} refuses the text. Conditions compare the values as
 * they are, and fields, tables and labels, which are no Markdown, show them so.
 */
public final class AsTyped {
    /** A value in a text, unlike the beginning and the end of what is shown at times or repeated. */
    public static final Pattern VALUE = Pattern.compile("\\{\\{(?![#/])(.*?)}}", Pattern.DOTALL);

    /** All ASCII punctuation, which is all that Markdown knows; a backslash before it makes it a character. */
    private static final String ESCAPED = "replace(string(%s), \"[!-/:-@[-`{-~]\", \"\\\\$0\")";

    /** Space at the beginning could make a code block of it, and the lines of a value do not begin anything. */
    private static final String SHOWN =
            "{{replace(replace(" + ESCAPED + ", \"^\\s+|\\s+$\", \"\"), \"\\r\\n|\\r|\\n\", \"<br>\")}}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private AsTyped() {}

    /** @param schema the form as it is deployed */
    public static InputStream in(InputStream schema) {
        try (schema) {
            var form = JSON.readTree(schema);
            escape(form);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void escape(JsonNode node) {
        if (node instanceof ObjectNode component
                && component.path("type").asText().equals("text")
                && component.path("text").isTextual()) {
            component.put("text", escaped(component.path("text").asText()));
        }
        node.forEach(AsTyped::escape);
    }

    private static String escaped(String text) {
        return VALUE.matcher(text)
                .replaceAll(value -> Matcher.quoteReplacement(
                        value.group(1).isBlank() ? value.group() : SHOWN.formatted(value.group(1))));
    }
}
