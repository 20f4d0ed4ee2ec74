package org.reps.mentoring.engine.shown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the browser is given; what it makes of it is tried out in {@code browser/AsTypedIT}. */
class AsTypedTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void each_value_in_a_text_is_escaped_in_its_place() throws IOException {
        assertThat(text("**Why:** {{reason}}\n* {{ a.b }}{{#loop list}}{{this}}, {{/loop}}"))
                .isEqualTo("**Why:** " + shown("reason") + "\n* " + shown(" a.b ") + "{{#loop list}}" + shown("this")
                        + ", {{/loop}}");
    }

    @Test
    void conditions_and_words_around_stay_as_they_are() throws IOException {
        var text = "### Title\n{{#if a = \"x-y\"}}[here](https://example.org)\n{{/if}}*{{}}*";

        assertThat(text(text)).isEqualTo(text);
    }

    @Test
    void an_expression_stays_one() throws IOException {
        assertThat(text("{{if a = null then \"$1 \\\\ nobody\" else a}}"))
                .isEqualTo(shown("if a = null then \"$1 \\\\ nobody\" else a"));
    }

    @Test
    void only_texts_are_markdown() throws IOException {
        var form = """
                {"id": "f", "components": [
                  {"type": "textarea", "key": "a", "label": "For {{b}}", "description": "{{b}}"},
                  {"type": "html", "content": "<b>{{b}}</b>"},
                  {"type": "table", "dataSource": "=b", "columns": [{"key": "text", "label": "Text"}]}]}""";

        assertThat(served(form)).isEqualTo(JSON.readTree(form));
    }

    @Test
    void a_text_in_a_group_is_a_text() throws IOException {
        var form = served("""
                {"components": [{"type": "group", "components": [{"type": "text", "text": "{{a}}"}]}]}""");

        assertThat(form.at("/components/0/components/0/text").asText()).isEqualTo(shown("a"));
    }

    private static String shown(String expression) {
        return "{{replace(replace(replace(string(" + expression
                + "), \"[!-/:-@[-`{-~]\", \"\\\\$0\"), \"^\\s+|\\s+$\", \"\")," + " \"\\r\\n|\\r|\\n\", \"<br>\")}}";
    }

    private static String text(String text) throws IOException {
        var component = JSON.createObjectNode().put("type", "text").put("text", text);
        var form = JSON.createObjectNode();
        form.putArray("components").add(component);
        return served(form.toString()).at("/components/0/text").asText();
    }

    private static JsonNode served(String form) throws IOException {
        try (var served = AsTyped.in(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))) {
            return JSON.readTree(served);
        }
    }
}
