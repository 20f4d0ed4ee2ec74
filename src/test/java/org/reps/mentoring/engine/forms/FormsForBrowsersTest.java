package org.reps.mentoring.engine.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.ProgrammeLinks;
import org.reps.mentoring.rules.UsualRules;

/** What a browser is told of the fields of a form. */
class FormsForBrowsersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormsForBrowsers forms = new FormsForBrowsers(
            new OfferedEverywhere(UsualRules.rules()),
            new ProgrammeLinks("", "https://a.example.org/guide_lines_(2)?a=1&b=2", "", "", "", ""),
            UsualRules.rules(),
            Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_number_is_typed_as_text_because_the_number_field_changes_what_is_typed() throws IOException {
        var weeks = field("""
                {"type": "number", "key": "weeks", "label": "Weeks", "decimalDigits": 0,
                 "validate": {"required": true, "min": 1, "max": 12}}""");

        assertThat(weeks.path("type").asText()).isEqualTo("textfield");
        assertThat(weeks.path("typed")).isEqualTo(json("""
                {"as": "NUMBER", "wanted": {"kind": "wholeNumber", "values": []},
                 "decimals": 0, "tooManyDecimals": {"kind": "wholeNumber", "values": []},
                 "bounds": [{"isLeast": true, "value": "1", "wanted": {"kind": "least", "values": ["1"]}},
                            {"isLeast": false, "value": "12", "wanted": {"kind": "most", "values": ["12"]}}]}"""));
    }

    @Test
    void the_limits_of_a_day_are_those_of_the_programmes_clock() throws IOException {
        var day = field("""
                {"type": "textfield", "key": "day", "label": "Day", "validate": {"maxLength": 10},
                 "properties": {"date": "true", "noPast": "true", "latest": "P3M"}}""");

        assertThat(day.path("typed").path("bounds").findValuesAsText("value"))
                .containsExactly("2000-01-01", "2200-12-31", "2026-11-19", "2027-02-21");
    }

    /** A contact read "Languages you speak" and was to think of somebody else. */
    @Test
    void fields_are_called_as_it_fits_when_somebody_else_can_be_named() throws IOException {
        var languages = """
                {"type": "textfield", "key": "languages", "label": "Languages you speak", "properties": {"labelForOther": "Languages they speak"}}""";
        var named = """
                {"type": "textfield", "key": "forWhom", "label": "For whom", "properties": {"namedBy": "%s"}}, %s""";

        assertThat(in(named.formatted("reps", languages))
                        .at("/components/1/label")
                        .asText())
                .isEqualTo("{{#if forWhom = null or forWhom = \"\"}}Languages you speak{{/if}}"
                        + "{{#if not(forWhom = null or forWhom = \"\")}}Languages they speak{{/if}}");
        assertThat(in(named.formatted("contacts", languages))
                        .at("/components/0/label")
                        .asText())
                .as("for whoever can name nobody")
                .isEqualTo("Languages you speak");
    }

    @Test
    void a_text_leads_to_what_the_programme_keeps_elsewhere() throws IOException {
        var text = field("""
                {"type": "text", "id": "a", "text": "The guidelines", "properties": {"programmeLink": "guidelines"}}""");

        assertThat(text.path("text").asText())
                .isEqualTo(
                        "<a href=\"https://a.example.org/guide_lines_(2)?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener\">"
                                + "The guidelines</a>");
    }

    @Test
    void a_text_that_would_lead_nowhere_is_not_there_and_the_others_are() throws IOException {
        var agreement = """
                {"type": "text", "id": "a", "text": "The agreement", "properties": {"programmeLink": "agreement"}}""";
        var form = in("""
                %s, {"type": "text", "id": "b", "text": "Sign it"},
                {"type": "group", "id": "c", "components": [%s, {"type": "text", "id": "d", "text": "Really"}]}, %s""".formatted(agreement, agreement, agreement));

        assertThat(form.findValuesAsText("id")).containsExactly("b", "c", "d");
    }

    @Test
    void a_text_says_how_many_days_the_programme_gives() throws IOException {
        var text = field("""
                {"type": "text", "id": "a", "text": "Within {{days.offerAnswer}} days, or {{ days.menteeSilence }}."}""");

        assertThat(text.path("text").asText()).isEqualTo("Within 7 days, or 21.");
    }

    @Test
    void what_is_said_afterwards_is_in_the_form_and_marked() throws IOException {
        var text = field("""
                {"type": "text", "id": "a", "text": "### Sent to {{name}}", "properties": {"afterwards": "true"}}""");

        assertThat(text.path("text").asText())
                .startsWith("<div class=\"mentoring-afterwards\">\n\n### Sent to {{")
                .endsWith("}}\n\n</div>");
    }

    @Test
    void what_is_for_others_is_not_there_in_a_group_neither() throws IOException {
        var form = in("""
                {"type": "textfield", "key": "a", "label": "A", "properties": {"namedBy": "contacts", "person": "reps"}},
                {"type": "textfield", "key": "b", "label": "B", "properties": {"onlyFor": "reps"}},
                {"type": "group", "id": "c", "components": [
                    {"type": "text", "id": "d", "text": "As a mentor", "properties": {"onlyFor": "mentors"}},
                    {"type": "textfield", "key": "e", "label": "E"}]}""");

        assertThat(form.findValuesAsText("key")).containsExactly("b", "e");
        assertThat(form.findValuesAsText("id")).containsExactly("c");
    }

    @Test
    void an_answer_for_others_is_not_there_and_the_one_that_is_left_is_given() throws IOException {
        var question = field("""
                {"type": "radio", "key": "a", "label": "A", "properties": {"optionOnlyFor": "nominate: mentors"},
                 "values": [{"value": "self", "label": "I"}, {"value": "nominate", "label": "They"}]}""");

        assertThat(question.findValuesAsText("value")).containsExactly("self");
        assertThat(question.path("defaultValue").asText()).isEqualTo("self");
    }

    @Test
    void a_time_says_what_it_is() throws IOException {
        var time = field("""
                {"type": "textfield", "key": "time", "label": "Time", "properties": {"time": "true"}}""");

        assertThat(time.at("/typed/wanted/kind").asText()).isEqualTo("time");
    }

    @Test
    void what_is_only_shown_or_any_text_stays_as_it_is() throws IOException {
        for (var field : new String[] {
            "{\"type\": \"number\", \"key\": \"a\", \"label\": \"A\", \"readonly\": true, \"validate\": {\"max\": 3}}",
            "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"validate\": {\"maxLength\": 3}}",
            "{\"type\": \"checkbox\", \"key\": \"a\", \"label\": \"A\", \"properties\": {\"date\": \"true\"}}"
        }) {
            assertThat(field(field)).isEqualTo(json(field));
        }
    }

    @Test
    void a_number_that_a_condition_reads_stays_a_number() throws IOException {
        var form = in("""
                {"type": "number", "key": "weeks", "label": "Weeks"},
                {"type": "textfield", "key": "why", "label": "Why", "conditional": {"hide": "=weeks < 4"}}""");

        assertThat(form.at("/components/0/type").asText()).isEqualTo("number");
    }

    private JsonNode field(String component) throws IOException {
        return in(component).at("/components/0");
    }

    private JsonNode in(String components) throws IOException {
        var form = "{\"components\": [" + components + "]}";
        return JSON.readTree(forms.in(new ByteArrayInputStream(form.getBytes(UTF_8)), Set.of("reps"), "en"));
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
