package org.reps.mentoring.engine.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.Test;

/** What was put into a case in English before anybody knew who would read it. */
class OwnWordsTest {

    @Test
    void what_the_programme_said_is_read_in_the_readers_language() {
        assertThat(text("Mateo has answered and will get in touch with you.", "de"))
                .isEqualTo("Mateo hat geantwortet und meldet sich bei dir.");
        assertThat(text("Somebody who does not want to be asked about it", "es"))
                .isEqualTo("Alguien que no quiere que se le pregunte");
        assertThat(text("Friday, 20 November 2026, 18:30 (Europe/Berlin)", "de"))
                .isEqualTo("Freitag, 20. November 2026, 18:30 (Europe/Berlin)");
    }

    @Test
    void how_often_two_wanted_to_be_in_touch_is_read_in_the_readers_language() {
        assertThat(text("every month", "de")).isEqualTo("jeden Monat");
        assertThat(text("every two weeks", "es")).isEqualTo("cada dos semanas");
    }

    @Test
    void what_people_wrote_stays_as_they_wrote_it() {
        for (var text : Map.of("a", "Nobody is here, and I wait", "b", "we speak English, and more")
                .values()) {
            assertThat(text(text, "de")).isEqualTo(text);
        }
        assertThat(text("Mateo has answered and will get in touch with you.", "en"))
                .startsWith("Mateo has");
        // It may be an answer, which is sent back.
        assertThat(text("Nobody", "de")).isEqualTo("Nobody");
    }

    @Test
    void in_a_list_everything_is_said_but_what_is_sent_back() {
        var values = Variables.createVariables()
                .putValueTyped("options", SpinValues.jsonValue("""
                                        [{"label": "Nobody", "value": "Nobody",
                                          "why": "both speak English, Spanish; can help with Coaching; 2 free places"}]""").create());

        var said = (JsonValue) OwnWords.said(values, "de").<JsonValue>getValueTyped("options");
        assertThat(said.getValueSerialized())
                .contains(
                        "\"label\":\"Niemand\"",
                        "\"value\":\"Nobody\"",
                        "beide sprechen Englisch, Spanisch; ",
                        "2 freie Plätze");
    }

    @Test
    void a_person_is_not_called_like_a_language() {
        var values = Variables.createVariables()
                .putValueTyped("mentee", SpinValues.jsonValue("""
                                        {"firstName": "Shona", "name": "Swati", "languages": "Shona, Swati"}""").create());

        var said = (JsonValue) OwnWords.said(values, "es").<JsonValue>getValueTyped("mentee");
        assertThat(said.getValueSerialized())
                .contains("\"firstName\":\"Shona\"", "\"name\":\"Swati\"", "\"languages\":\"shona, suazi\"");
    }

    private static String text(String english, String language) {
        var values = Variables.createVariables().putValueTyped("text", Variables.stringValue(english));
        return OwnWords.said(values, language)
                .<StringValue>getValueTyped("text")
                .getValue();
    }
}
