package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page "How it works" as it comes over the line, to everybody, and what nobody can learn from it. */
class AdversarialHandbookTest extends AdversarialTest {

    private static final String PAGES = "/camunda/api/tasklist/plugin/handbook/default/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how-it-works",
                "how-it-works/raise-concern",
                "diagram/raise-concern",
                "rules",
                "mails",
                "../static/default/rules"
            })
    void who_is_not_logged_in_reads_nothing(String page) {
        refused(() -> TasklistSession.anonymous(address()).get(PAGES + page));
    }

    /** Whatever their groups, and whatever they may do with a process. */
    @ParameterizedTest
    @ValueSource(strings = {"ruth", "maya", "clara", "carmen", "admin"})
    void everybody_reads_every_process_and_the_same(String person) {
        var mine = as(person);
        var others = as("ravi");
        var index = mine.get(PAGES + "how-it-works").body().path("processes");

        assertThat(index).hasSizeGreaterThan(20);
        for (var process : index) {
            var path = process.at("/process/process").asText();
            assertThat(mine.get(PAGES + "how-it-works/" + path).body().path("chapter"))
                    .isEqualTo(others.get(PAGES + "how-it-works/" + path).body().path("chapter"));
        }
        assertThat(mine.get(PAGES + "rules").body())
                .isEqualTo(others.get(PAGES + "rules").body());
        assertThat(mine.get(PAGES + "diagram/raise-concern").body().path("xml").asText())
                .contains("Look into a concern")
                .doesNotContain("${", "camunda:");
    }

    /** Of the sample programme, in which there are cases of most processes; ids and names are in no text of ours. */
    @Test
    void nothing_that_is_told_to_everybody_is_of_anybody() {
        var ruth = as("ruth");
        var all = new StringBuilder();
        for (var process : ruth.get(PAGES + "how-it-works").body().path("processes")) {
            var path = process.at("/process/process").asText();
            all.append(ruth.get(PAGES + "how-it-works/" + path).body().path("chapter"));
            all.append(ruth.get(PAGES + "diagram/" + path).text());
        }
        all.append(ruth.get(PAGES + "rules").text())
                .append(ruth.get(PAGES + "mails").text());

        assertThat(all.toString())
                .doesNotContainIgnoringCase("lindqvist", "ferreira", "sharma", "haddad", "@example")
                .doesNotContain("Rolf", "Chidi", "Maya", "Rosa", "Musa");
    }

    /** Rosa would like another mentor, and Rolf has raised a concern: only they are in it. */
    @Test
    void whoever_is_in_a_case_reads_so_and_nobody_else_does() {
        assertThat(here("rolf", "raise-concern").path("stages")).isNotEmpty();
        assertThat(here("rosa", "mentor-change").path("stages")).isNotEmpty();
        for (var other : List.of("maya", "ravi", "ruth", "chidi", "carmen", "admin")) {
            assertThat(here(other, "raise-concern").path("stages")).as(other).isEmpty();
            assertThat(here(other, "raise-concern").path("steps")).as(other).isEmpty();
            assertThat(here(other, "mentor-change").path("stages")).as(other).isEmpty();
        }
        assertThat(here("mateo", "rep-onboarding").path("steps"))
                .extracting(JsonNode::asText)
                .contains("Activity_HoldOrientationCall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raise-concern",
                "yearly-feedback",
                "mentor-change",
                "my-profile",
                "mail-settings",
                "erase-person",
                "send-mail"
            })
    void how_long_it_takes_is_not_told_of_what_is_confidential(String process) {
        assertThat(as("ruth")
                        .get(PAGES + "how-it-works/" + process)
                        .body()
                        .at("/chapter/facts")
                        .findValuesAsText("label"))
                .isNotEmpty()
                .doesNotContain("How long it usually takes here");
    }

    @Test
    void each_reads_it_in_their_language() {
        var german = newSession("ruth").sending("Accept-Language", "de");

        assertThat(german.get(PAGES + "how-it-works/first-call")
                        .body()
                        .at("/chapter/name")
                        .asText())
                .isEqualTo("Erstes Gespräch");
        assertThat(german.get(PAGES + "diagram/first-call").body().path("xml").asText())
                .contains("Das erste Gespräch mit [Mentee] führen");
        assertThat(german.get(PAGES + "mails").text()).contains("Passwort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "..", "raise-concern;x", "%00", "*"})
    void what_there_is_not_is_refused(String process) {
        refused(() -> as("ruth").get(PAGES + "how-it-works/" + process));
        refused(() -> as("ruth").get(PAGES + "diagram/" + process));
    }

    @Test
    void nobody_changes_anything_there() {
        for (var path : List.of("how-it-works", "rules", "diagram/raise-concern")) {
            refused(() -> as("ruth").post(PAGES + path, Map.of("name", "Mine")));
        }
    }

    private JsonNode here(String person, String process) {
        return as(person).get(PAGES + "how-it-works/" + process).body().path("here");
    }
}
