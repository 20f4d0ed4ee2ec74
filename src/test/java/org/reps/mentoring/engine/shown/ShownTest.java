package org.reps.mentoring.engine.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.Test;

class ShownTest {

    private static final String FORM = """
            {"components": [{"type": "select", "key": "coverId", "valuesKey": "coverOptions"},
             {"type": "text", "text": "For {{mentor.firstName}}"}]}""";

    private final Shown shown = Shown.by(new ByteArrayInputStream(FORM.getBytes(StandardCharsets.UTF_8)));

    @Test
    void a_list_as_json_is_given_without_what_no_option_has() {
        var given = shown.of(Variables.createVariables()
                .putValue(
                        "coverOptions",
                        SpinValues.jsonValue("[{\"label\": \"Maya\", \"value\": \"maya\", \"reason\": \"ill\"}]")
                                .create()));

        assertThat(given.<JsonValue>getValueTyped("coverOptions").getValueSerialized())
                .contains("Maya", "maya")
                .doesNotContain("ill");
    }

    @Test
    void what_the_form_does_not_name_is_not_given() {
        var given = shown.of(Variables.createVariables()
                .putValue("coverId", Variables.stringValue("maya"))
                .putValue("reporterId", Variables.stringValue("rosa"))
                .putValue("others", SpinValues.jsonValue("[\"rosa\"]").create()));

        assertThat(given).containsOnlyKeys("coverId");
    }
}
