package org.reps.mentoring.engine.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    private static final String FORM = """
            {"components": [{"type": "select", "key": "coverId", "valuesKey": "coverOptions"},
             {"type": "text", "text": "For {{mentor.firstName}}"}]}""";

    private final Shown shown = Shown.by(new ByteArrayInputStream(FORM.getBytes(StandardCharsets.UTF_8)));

    @Test
    void a_list_as_json_is_given_without_what_no_option_has() {
        var given = shown.of(
                Variables.createVariables()
                        .putValue(
                                "coverOptions",
                                SpinValues.jsonValue(
                                                "[{\"label\": \"Maya\", \"value\": \"maya\", \"reason\": \"ill\"}]")
                                        .create()),
                "en");

        assertThat(given.<JsonValue>getValueTyped("coverOptions").getValueSerialized())
                .contains("Maya", "maya")
                .doesNotContain("ill");
    }

    @Test
    void what_the_form_does_not_name_is_not_given() {
        var given = shown.of(
                Variables.createVariables()
                        .putValue("coverId", Variables.stringValue("maya"))
                        .putValue("reporterId", Variables.stringValue("rosa"))
                        .putValue("others", SpinValues.jsonValue("[\"rosa\"]").create()),
                "en");

        assertThat(given).containsOnlyKeys("coverId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Thursday, 3 December 2026
            de | Donnerstag, 3. Dezember 2026
            es | jueves, 3 de diciembre de 2026
            """)
    void a_day_in_what_a_text_shows_is_written_as_its_reader_writes_days(String language, String day) {
        assertThat(shownToReader("{\"firstName\": \"2026-12-03\"}", language))
                .isEqualTo("{\"firstName\":\"%s\"}".formatted(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on 2026-12-03", "2026-02-30", "2026-12-03T10:00", ""})
    void a_text_that_is_more_than_a_day_or_none_stays_as_it_is(String text) {
        assertThat(shownToReader("{\"firstName\": \"%s\"}".formatted(text), "de"))
                .isEqualTo("{\"firstName\":\"%s\"}".formatted(text));
    }

    @Test
    void a_day_that_is_chosen_or_stands_in_a_field_stays_as_programs_write_it() {
        var given = shown.of(
                Variables.createVariables()
                        .putValue("coverId", Variables.stringValue("2026-12-03"))
                        .putValue(
                                "coverOptions",
                                SpinValues.jsonValue("[{\"label\": \"2026-12-03\", \"value\": \"2026-12-03\"}]")
                                        .create()),
                "en");

        assertThat(given.<String>getValue("coverId", String.class)).isEqualTo("2026-12-03");
        assertThat(given.<JsonValue>getValueTyped("coverOptions").getValueSerialized())
                .isEqualTo("[{\"label\":\"Thursday, 3 December 2026\",\"value\":\"2026-12-03\"}]");
    }

    private String shownToReader(String mentor, String language) {
        var given = shown.of(
                Variables.createVariables()
                        .putValue("mentor", SpinValues.jsonValue(mentor).create()),
                language);
        return given.<JsonValue>getValueTyped("mentor").getValueSerialized();
    }
}
