package org.reps.mentoring.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.pvm.runtime.ExecutionImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.UsualRules;
import org.reps.mentoring.text.Wanted;

class FormCheckTest {

    private final FormCheck check = new FormCheck(
            new OfferedEverywhere(UsualRules.rules()),
            Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC),
            () -> {
                throw new AssertionError("Nobody is named in these forms");
            });
    private final ExecutionImpl scope = new ExecutionImpl();

    @Test
    void answers_become_variables_and_what_was_not_answered_becomes_null() {
        var accepted = check("""
                {"type": "textfield", "key": "name", "label": "Name"},
                {"type": "number", "key": "weeks", "label": "Weeks"},
                {"type": "checkbox", "key": "signed", "label": "Signed"},
                {"type": "textarea", "key": "why", "label": "Why"}""", Map.of("name", "  Rumi ", "weeks", 3L, "signed", true));

        assertThat(accepted)
                .containsEntry("name", "Rumi")
                .containsEntry("weeks", 3)
                .containsEntry("signed", true)
                .containsEntry("why", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type': 'textfield', 'validate': {'required': true}          | '  '          | please answer this",
                "'type': 'textfield', 'validate': {'maxLength': 3}            | Rumi          | please write at most 3 characters; these are 4",
                "'type': 'textfield', 'validate': {'minLength': 9}            | Rumi          | please write at least 9 characters",
                "'type': 'textfield', 'validate': {'pattern': '^https:'}      | ftp:          | this does not look right",
                "'type': 'select', 'values': [{'label': 'A', 'value': 'a'}]   | b             | please choose one of the options",
                "'type': 'radio', 'values': [{'label': 'A', 'value': 'a'}]    | A             | please choose one of the options",
                "'type': 'textfield', 'properties': {'date': 'true'}          | 2026-02-30    | please give a date like 2026-11-20",
                "'type': 'textfield', 'properties': {'date': 'true'}          | 20.13.2026    | please give a date like 2026-11-20",
                "'type': 'textfield', 'properties': {'date': 'true'}          | 1/2/2027      | this could be 2027-02-01 or 2027-01-02; please write the one you mean",
                "'type': 'textfield', 'properties': {'date': 'true'}          | 9999-12-31    | please check the year",
                "'type': 'textfield', 'properties': {'date': 'true', 'noPast': 'true'} | 2026-11-18 | please give a date that is not in the past",
                "'type': 'textfield', 'properties': {'date': 'true', 'noFuture': 'true'} | 2026-11-22 | this day is still to come",
                "'type': 'textfield', 'properties': {'date': 'true', 'latest': 'P14D'} | 2026-12-06 | please choose a day in the next 14 days",
                "'type': 'textfield', 'properties': {'date': 'true', 'latest': 'P3M'} | 2027-02-22 | please choose a day in the next 3 months",
                "'type': 'textfield', 'properties': {'date': 'true', 'latest': 'P1Y'} | 2027-11-22 | please choose a day in the next year",
                "'type': 'textfield', 'properties': {'time': 'true'}          | 24:00         | please give a time like 18:30",
                "'type': 'textfield', 'properties': {'time': 'true'}          | half past six | please give a time like 18:30",
                "'type': 'textfield', 'properties': {'time': 'true'}          | 12 pm         | this could be 00:00 or 12:00; please write the one you mean",
                "'type': 'number'                                             | three         | please give a number",
                "'type': 'number', 'decimalDigits': 0                         | 2,5           | please give a whole number",
                "'type': 'number', 'decimalDigits': 0                         | 2.5           | please give a whole number",
                "'type': 'number', 'decimalDigits': 0                         | 1e1           | please give a whole number",
                "'type': 'number', 'decimalDigits': 0                         | 1,000         | this could be 1.000 or 1000; please write the one you mean",
                "'type': 'number', 'validate': {'max': 12}                    | １３          | please give 12 or less",
                "'type': 'checkbox'                                           | true          | this is not an answer of the kind that is asked for"
            })
    void a_wrong_text_is_refused_in_plain_words(String field, String answer, String problem) {
        assertRefused(field, answer, problem);
    }

    @Test
    void a_label_is_said_as_it_was_read() {
        scope.setVariable("mentee", "Rumi $1");

        assertThatThrownBy(() -> check("""
                {"type": "textarea", "key": "a", "label": "Notes for {{mentee}} *", "validate": {"required": true}},
                {"type": "textarea", "key": "b", "label": "For {{nobody.name}}", "validate": {"required": true}}""", Map.of()))
                .hasMessageContaining("Notes for Rumi $1: please answer this.")
                .hasMessageContaining("For …: please answer this.");
    }

    @Test
    void each_fault_says_in_which_field_it_is() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check("""
                        {"type": "textfield", "key": "name", "label": "Name *", "properties": {"requiredWhenShown": "true"}},
                        {"type": "number", "key": "weeks", "label": "Weeks", "validate": {"max": 12}}""", Map.of("weeks", 13)))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .containsExactly(
                                Refusal.Fault.of("name", "Name", Wanted.of("answer")),
                                Refusal.Fault.of("weeks", "Weeks", Wanted.of("most", 12))))
                .withMessage("Name: please answer this. Weeks: please give 12 or less.");
    }

    @Test
    void a_wrong_number_is_refused_in_plain_words() {
        assertRefused("'type': 'number', 'validate': {'min': 1}", 0, "please give 1 or more");
        assertRefused("'type': 'number', 'validate': {'max': 12}", 13, "please give 12 or less");
        assertRefused("'type': 'number', 'decimalDigits': 0", 1.5, "please give a whole number");
        assertRefused("'type': 'number', 'decimalDigits': 2", 1.125, "please give at most 2 decimals");
        assertRefused("'type': 'number', 'increment': '0.25'", 1.3, "please give a multiple of 0.25");
        assertRefused("'type': 'number'", 1e12, "this number is too large");
        assertRefused("'type': 'number'", Double.NaN, "this is not an answer of the kind that is asked for");
        assertRefused("'type': 'textfield'", 5, "this is not an answer of the kind that is asked for");
    }

    @Test
    void what_can_mean_one_thing_only_is_understood_and_kept_as_everything_reads_it() {
        var accepted = check(
                """
                {"type": "number", "key": "weeks", "label": "Weeks", "decimalDigits": 0, "validate": {"max": 12}},
                {"type": "number", "key": "more", "label": "More", "decimalDigits": 0},
                {"type": "number", "key": "ten", "label": "Ten", "decimalDigits": 0},
                {"type": "number", "key": "price", "label": "Price"},
                {"type": "textfield", "key": "day", "label": "Day", "validate": {"maxLength": 10},
                 "properties": {"date": "true"}},
                {"type": "textfield", "key": "time", "label": "Time", "validate": {"maxLength": 5},
                 "properties": {"time": "true"}}""",
                Map.of(
                        "weeks", " ７ ",
                        "more", "2.0",
                        // As 1e1 arrives where it is sent as a number: it can only be ten.
                        "ten", 1e1,
                        "price", "2,5",
                        "day", " 1. 12. 2026 ",
                        "time", "9:30 p.m."));

        assertThat(accepted)
                .containsEntry("weeks", 7)
                .containsEntry("more", 2)
                .containsEntry("ten", 10)
                .containsEntry("price", 2.5)
                .containsEntry("day", "2026-12-01")
                .containsEntry("time", "21:30");
    }

    @Test
    void a_day_that_is_spelt_in_another_way_lies_no_further_ahead() {
        assertRefused(
                "'type': 'textfield', 'properties': {'date': 'true', 'latest': 'P3M'}",
                "22.2.2027",
                "please choose a day in the next 3 months");
        assertRefused(
                "'type': 'textfield', 'properties': {'date': 'true', 'noPast': 'true'}",
                "18 November 2026",
                "please give a date that is not in the past");
    }

    @Test
    void what_was_typed_where_nothing_is_asked_any_more_does_not_matter() {
        var fields = """
                {"type": "radio", "key": "answer", "label": "Answer", "values": [{"value": "yes"}, {"value": "no"}]},
                {"type": "number", "key": "weeks", "label": "Weeks", "conditional": {"hide": "=answer = \\"yes\\""}}""";

        assertThat(check(fields, Map.of("answer", "yes", "weeks", "some"))).containsEntry("weeks", null);
        assertThatThrownBy(() -> check(fields, Map.of("answer", "no", "weeks", "some")))
                .hasMessage("Weeks: please give a number.");
    }

    @Test
    void a_text_that_is_too_long_for_the_engine_is_refused_whatever_the_form_says() {
        assertRefused("'type': 'textarea'", "x".repeat(4001), "please write at most 4,000 characters; these are 4001");
    }

    @Test
    void invisible_characters_are_refused() {
        assertRefused("'type': 'textfield'", "a\u0000b", "there is an invisible character in it; please type it again");
        assertRefused(
                "'type': 'textfield'", "half \uD83D", "there is an invisible character in it; please type it again");
        assertRefused(
                "'type': 'textfield', 'validate': {'required': true}", "\u00A0\u200B\uFEFF", "please answer this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u000B"})
    void a_text_field_is_one_line(String lineBreak) {
        assertRefused("'type': 'textfield'", "Rumi" + lineBreak + "Sample", "please write it in one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u202E", "\u3164", "\u2800", "\u115F", "\u034F", "\u200D", "\uFEFF"})
    void what_cannot_be_seen_is_not_in_one_line(String invisible) {
        assertRefused(
                "'type': 'textfield'",
                "Ru" + invisible + "mi",
                "there is an invisible character in it; please type it again");
        var field = "{\"type\": \"textarea\", \"key\": \"a\", \"label\": \"A\"}";
        assertThat(check(field, Map.of("a", "Ru" + invisible + "mi\nSample")))
                .containsEntry("a", "Ru" + invisible + "mi\nSample");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B", "\u202E", "\u3164", "\u2800 \u115F", "\u034F", "\u200D", "\uFEFF\n\uFFA0", "\uE000"})
    void what_cannot_be_seen_is_no_answer(String invisible) {
        for (var type : List.of("textfield", "textarea")) {
            assertRefused("'type': '" + type + "', 'validate': {'required': true}", invisible, "please answer this");
        }
    }

    @Test
    void space_around_a_text_does_not_count() {
        var field = "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"validate\": {\"maxLength\": 4}}";

        assertThat(check(field, Map.of("a", "\u00A0Rumi\uFEFF" + "\n".repeat(4000))))
                .containsEntry("a", "Rumi");
    }

    @Test
    void a_choice_without_options_has_no_answer() {
        assertRefused("'type': 'select', 'values': []", "a", "please choose one of the options");
    }

    @Test
    void every_wrong_field_is_named() {
        assertThatThrownBy(() -> check("""
                        {"type": "textfield", "key": "a", "label": "First", "validate": {"required": true}},
                        {"type": "number", "key": "b", "label": "Second", "validate": {"max": 5}}""", Map.of("b", 6)))
                .isInstanceOf(Refusal.class)
                .hasMessage("First: please answer this. Second: please give 5 or less.");
    }

    @Test
    void what_the_form_does_not_ask_for_is_refused() {
        assertThatThrownBy(() -> check(
                        "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"First\"}", Map.of("mentorId", "me")))
                .isInstanceOf(Refusal.class)
                .hasMessage("\"mentorId\" is not part of this form.");
        assertThatThrownBy(() -> FormCheck.nothing(Variables.createVariables().putValue("mentorId", "me")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_only_shown_is_not_an_answer() {
        var accepted = check("""
                {"type": "textfield", "key": "shown", "label": "Shown", "readonly": true},
                {"type": "textfield", "key": "off", "label": "Off", "disabled": true}""", Map.of("shown", "changed", "off", "changed"));

        assertThat(accepted).isEmpty();
    }

    @Test
    void a_hidden_field_is_neither_required_nor_kept() {
        var fields = """
                {"type": "radio", "key": "answer", "label": "Answer", "values": [{"value": "yes"}, {"value": "no"}]},
                {"type": "group", "conditional": {"hide": "=not(answer = \\"no\\")"}, "components": [
                  {"type": "textarea", "key": "why", "label": "Why", "properties": {"requiredWhenShown": "true"}}]}""";

        assertThat(check(fields, Map.of("answer", "yes", "why", "left over"))).containsEntry("why", null);
        assertThatThrownBy(() -> check(fields, Map.of("answer", "no")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Why: please answer this.");
        assertThat(check(fields, Map.of("answer", "no", "why", "No time"))).containsEntry("why", "No time");
    }

    @Test
    void a_hidden_answer_counts_for_no_other_condition() {
        var fields = """
                {"type": "checkbox", "key": "more", "label": "More"},
                {"type": "textfield", "key": "what", "label": "What", "conditional": {"hide": "=more = false"}},
                {"type": "textfield", "key": "why", "label": "Why", "conditional": {"hide": "=what = null"}}""";

        assertThat(check(fields, Map.of("what", "crafted", "why", "crafted")))
                .containsEntry("what", null)
                .containsEntry("why", null);
    }

    @Test
    void conditions_see_an_empty_text_as_the_browser_does() {
        var fields = """
                {"type": "textfield", "key": "name", "label": "Name"},
                {"type": "textfield", "key": "nickname", "label": "Nickname",
                 "conditional": {"hide": "=name = \\"\\""}, "properties": {"requiredWhenShown": "true"}}""";

        assertThat(check(fields, Map.of())).containsEntry("nickname", null);
        assertThatThrownBy(() -> check(fields, Map.of("name", "Rumi"))).hasMessage("Nickname: please answer this.");
    }

    @Test
    void lists_hold_options_only() {
        var field = """
                {"type": "taglist", "key": "a", "label": "Languages", "values": [{"value": "es"}, {"value": "en"}]}""";

        assertThat(check(field, Map.of("a", List.of("es", "en")))).containsEntry("a", List.of("es", "en"));
        assertThat(check(field, Map.of("a", List.of("es", "en", "es")))).containsEntry("a", List.of("es", "en"));
        assertThat(check(field, Map.of("a", List.of()))).containsEntry("a", null);
        assertThatThrownBy(() -> check(field, Map.of("a", List.of("es", "xx"))))
                .hasMessage("Languages: please choose one of the options.");
        assertThatThrownBy(() -> check(field, Map.of("a", List.of(Map.of("x", 1)))))
                .hasMessage("Languages: this is not a list of the options.");
    }

    @Test
    void options_may_depend_on_what_the_form_shows() {
        var field = """
                {"type": "radio", "key": "a", "label": "Answer",
                 "valuesExpression": "=if asked = null then [{label: \\"Q\\", value: \\"question\\"}] else []"}""";

        scope.setVariable("asked", null);
        assertThat(check(field, Map.of("a", "question"))).containsEntry("a", "question");
        scope.setVariable("asked", "When?");
        assertThatThrownBy(() -> check(field, Map.of("a", "question")))
                .hasMessage("Answer: please choose one of the options.");
    }

    @Test
    void a_transient_answer_is_handed_on_but_not_stored() {
        var accepted = check("""
                {"type": "textarea", "key": "why", "label": "Why", "properties": {"transient": "true"}},
                {"type": "textarea", "key": "kept", "label": "Kept"}""", Map.of("why", "private", "kept", "public"));

        assertThat(accepted.getValueTyped("why").isTransient()).isTrue();
        assertThat(accepted.getValueTyped("kept").isTransient()).isFalse();
    }

    private void assertRefused(String field, Object answer, String problem) {
        var component = "{'key': 'a', 'label': 'Field', " + field + "}";
        assertThatThrownBy(() -> check(component.replace('\'', '"'), Map.of("a", answer)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Field: " + problem + ".");
    }

    private VariableMap check(String fields, Map<String, Object> submitted) {
        var form = Form.read(
                new ByteArrayInputStream(("{\"components\": [" + fields + "]}").getBytes(StandardCharsets.UTF_8)));
        return check.check(form, Variables.fromMap(submitted), scope);
    }
}
