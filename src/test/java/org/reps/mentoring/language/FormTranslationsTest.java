package org.reps.mentoring.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.FormFile;
import org.reps.mentoring.rules.UsualRules;

/** Forms in the language of whoever reads them. */
class FormTranslationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void every_text_of_a_form_is_translated_and_has_the_same_places(String language) {
        var english = new TreeMap<String, List<String>>();
        FormFile.all().forEach(form -> english.put(form.name(), textsIn(raw(form.name()))));
        english.put("everywhere", new ArrayList<>(UsualRules.rules().skills()));
        english.get("everywhere").add(ReadersLanguage.AS_BROWSER_SAYS);

        Translated.complete(Translations.OF_FORMS, language, english);
    }

    /** What people typed would be more than text there; {@code FormFaults} refuses the same in English. */
    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void a_translation_has_no_value_where_it_would_be_more_than_text(String language) {
        Translations.OF_FORMS
                .all(language)
                .values()
                .forEach(section -> assertThat(section.values())
                        .filteredOn(text -> text.contains("{{"))
                        .noneMatch(text -> text.matches("(?s).*(`|~~~|]\\(|<|\\\\).*")));
    }

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void a_translated_form_asks_for_the_same(String language) {
        FormFile.all().forEach(form -> {
            var english = raw(form.name());
            var translated = english.deepCopy();
            FormTexts.replace(translated, text -> Translations.OF_FORMS.in(language, form.name(), text));

            FormTexts.replace(english, text -> "");
            FormTexts.replace(translated, text -> "");
            assertThat(translated).as(form.name()).isEqualTo(english);
        });
    }

    @Test
    void whoever_reads_german_gets_german_and_the_next_one_english_of_the_same_form() throws IOException {
        var answer = """
                {"type": "textarea", "key": "question", "label": "Your question *",
                 "description": "Only contacts read this."}""";

        assertThat(inGerman(answer).at("/components/0/label").asText()).isEqualTo("Deine Frage *");
        assertThat(inGerman(answer).at("/components/0/description").asText())
                .isEqualTo("Das lesen nur Kontaktpersonen.");
        assertThat(JSON.readTree(FormTexts.in("en", stream(answer)))).isEqualTo(JSON.readTree(stream(answer)));
    }

    @Test
    void a_text_that_somebody_changes_is_english_and_all_others_stay_german() throws IOException {
        var german = inGerman("""
                {"type": "text", "id": "a", "text": "How often? Really"},
                {"type": "radio", "key": "b", "label": "How often?",
                 "values": [{"label": "Yes", "value": "yes"}, {"label": "Never", "value": "never"}]}""");

        assertThat(german.at("/components/0/text").asText()).isEqualTo("How often? Really");
        assertThat(german.at("/components/1/label").asText()).isEqualTo("Wie oft?");
        assertThat(german.at("/components/1/values")).isEqualTo(JSON.readTree("""
                [{"label": "Ja", "value": "yes"}, {"label": "Never", "value": "never"}]"""));
    }

    private static JsonNode inGerman(String components) throws IOException {
        return JSON.readTree(FormTexts.in("de", stream(components)));
    }

    private static InputStream stream(String components) {
        return new ByteArrayInputStream(("{\"components\": [" + components + "]}").getBytes(UTF_8));
    }

    private static List<String> textsIn(JsonNode form) {
        var texts = new ArrayList<String>();
        FormTexts.replace(form, text -> {
            if (Translated.isText(text)) {
                texts.add(text);
            }
            return text;
        });
        return texts;
    }

    private static JsonNode raw(String form) {
        try {
            return JSON.readTree(new File("forms", form + ".form"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
