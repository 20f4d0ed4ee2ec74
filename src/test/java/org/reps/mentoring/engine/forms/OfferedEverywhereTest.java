package org.reps.mentoring.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.world.Languages;
import org.reps.mentoring.world.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Options that stand in no form are in each that a browser gets, and are what the server takes. */
class OfferedEverywhereTest extends ProgrammeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private MentoringRules rules;

    @BeforeEach
    void a_rep() {
        givenRep("rumi");
    }

    @Test
    void whoever_begins_something_gets_all_of_them() throws IOException {
        var form = startForm("rumi", "rep-onboarding");

        assertThat(options(form, "timeZone")).isEqualTo(Zones.named());
        assertThat(options(form, "languages")).isEqualTo(Languages.named(Locale.ENGLISH));
        assertThat(options(form, "skillsWanted"))
                .containsOnlyKeys(rules.skills())
                .hasSize(12);
    }

    @Test
    void the_operator_gets_them_too() throws IOException {
        assertThat(options(startForm("admin", "my-profile"), "timeZone")).isEqualTo(Zones.named());
    }

    @Test
    void options_that_a_case_hands_over_stay_its_own() throws IOException {
        var form = """
                {"components": [{"type": "select", "key": "coverId", "valuesKey": "coverOptions"}]}""";

        var forTheBrowser = JSON.readTree(form);
        new OfferedEverywhere(rules).fillIn(forTheBrowser, "en");

        assertThat(forTheBrowser).isEqualTo(JSON.readTree(form));
    }

    /** They were called by their English names in every language. */
    @Test
    void languages_are_called_as_whoever_reads_the_form_calls_them_and_kept_alike() throws IOException {
        var german = JSON.readTree("""
                {"components": [{"type": "taglist", "key": "languages", "valuesKey": "allLanguages"}]}""");

        new OfferedEverywhere(rules).fillIn(german, "de");

        assertThat(options(german, "languages"))
                .containsEntry("en", "Englisch (English)")
                .containsEntry("other", "Eine andere Sprache")
                .containsOnlyKeys(Languages.codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Amsterdam", "Africa/Accra", "UTC"})
    void what_is_offered_is_taken(String zone) {
        programme.rep("rumi").changesTheProfile("timeZone", zone);

        assertThat(database.queryForList("select time_zone from mail_choice", String.class))
                .containsExactly(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Atlantis", "Etc/GMT+5", "europe/amsterdam", "+01:00"})
    void nothing_else_is_taken(String zone) {
        assertThatThrownBy(() -> programme.rep("rumi").changesTheProfile("timeZone", zone))
                .hasMessageContaining("Your time zone: please choose one of the options.");
    }

    private JsonNode startForm(String userId, String process) throws IOException {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        var served = new ArrayList<InputStream>();
        as(userId, () -> served.add(forms.getDeployedStartForm(definition)));
        try (var form = served.get(0)) {
            return JSON.readTree(form);
        }
    }

    private static Map<String, String> options(JsonNode form, String key) {
        var options = new LinkedHashMap<String, String>();
        for (var field : form.path("components")) {
            if (field.path("key").asText().equals(key)) {
                assertThat(field.has("valuesKey")).isFalse();
                field.path("values")
                        .forEach(option -> options.put(
                                option.path("value").asText(),
                                option.path("label").asText()));
            }
        }
        return options;
    }
}
