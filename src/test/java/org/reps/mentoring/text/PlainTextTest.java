package org.reps.mentoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rumi O'Sample-Łuczak, 3rd",
                "  with\tblanks\u00A0and\u3000others ",
                "Zoe\u0308",
                "علی‌رضا",
                "می‌خواهم",
                "क्‍ष",
                "ශ්‍රී ලංකා",
                "അവന്‍ വന്നു",
                "葛󠄀城",
                "👩🏽‍🚀 ❤️ 👨‍👩‍👧 🏴‍☠️ 1️⃣ ✌🏽️ 👍🏿",
                "\uD83E\uDEE0",
                "\u0601 5",
                "ᠠ᠋",
                "x = 1 − 2 ≤ ∞ €"
            })
    void what_people_write_on_a_line_stays(String text) {
        assertThat(PlainText.wrongInOneLine(text)).isEmpty();
        assertThat(PlainText.oneLine(text)).isEqualTo(text.strip().replaceAll("[\\s\u00A0\u3000]+", " "));
        assertThat(PlainText.saysNothing(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cla\u200Bra",
                "Cla\u200Cra",
                "Cla\u200Dra",
                "\u200DClara",
                "Clara\u200D",
                "Clara\uFE0F",
                "Cla\uFE0Era",
                "Cla\u00ADra",
                "Cla\u034Fra",
                "Cla\u115Fra",
                "Cla\u1160ra",
                "Cla\u17B4ra",
                "Cla\u180Era",
                "Cla\u180Fra",
                "Cla\u200Era",
                "Cla\u202Era",
                "Cla\u2060ra",
                "Cla\u2066ra",
                "Cla\u2800ra",
                "Cla\u3164ra",
                "Cla\uFEFFra",
                "Cla\uFFA0ra",
                "Cla\uFFF9ra",
                "Cla\uFFFEra",
                "Cla\uE000ra",
                "Cla\uDB40\uDC41ra",
                "Cla\uDB40\uDD00ra",
                "Cla\uD834\uDD73ra"
            })
    void what_hides_in_a_name_is_found_and_left_out(String text) {
        assertThat(PlainText.wrongInOneLine(text))
                .contains("there is an invisible character in it; please type it again");
        assertThat(PlainText.wrongInText(text)).isEmpty();
        assertThat(PlainText.oneLine(text)).isEqualTo("Clara");
    }

    @ParameterizedTest
    @ValueSource(strings = {"News-\uFE0E", "1\uFE00.", "!\uFE05", "?\uFE0F", "\u2764\uFE01"})
    void what_has_one_shape_only_has_none_to_choose(String text) {
        assertThat(PlainText.wrongInOneLine(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\n\u200B\n"})
    void one_line_has_no_second(String lineBreak) {
        assertThat(PlainText.wrongInOneLine("one" + lineBreak + "two")).contains("please write it in one line");
        assertThat(PlainText.oneLine("one" + lineBreak + "two")).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001B", "\u007F", "\u009F", "\uD83D", "\uDE00"})
    void what_no_text_has_is_found_in_every_text(String broken) {
        assertThat(PlainText.wrongInText("one\n" + broken)).isPresent();
        assertThat(PlainText.wrongInOneLine("one" + broken)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Maya, 4, Maya",
        "Maya, 3, Ma…",
        "Maya, 1, …",
        "Ma ya, 4, Ma…",
        "a😀b, 3, a…",
        "a😀b, 4, a😀b",
        "😀😀, 3, 😀…",
        "Jose\u0301 Silva, 5, Jos…",
        "Jose\u0301 Silva, 6, Jose\u0301…",
        "👩🏽‍🚀👩🏽‍🚀, 8, 👩🏽‍🚀…",
        "👩🏽‍🚀👩🏽‍🚀, 7, …"
    })
    void a_long_text_is_cut_between_what_is_seen_as_characters(String text, int longest, String shortened) {
        assertThat(PlainText.shortened(text, longest)).isEqualTo(shortened).hasSizeLessThanOrEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n\u00A0\uFEFF",
                "\u3164",
                "\u2800\u2800",
                "\u115F\u1160",
                "\u034F",
                "\u200D\uFE0F",
                "\uE000"
            })
    void nothing_to_see_says_nothing(String text) {
        assertThat(PlainText.saysNothing(text)).isTrue();
        assertThat(PlainText.oneLine(text)).isEmpty();
    }

    @Test
    void several_lines_stay_several_lines() {
        assertThat(PlainText.wrongInText("Dear all,\r\n\r\n\tsee\u200Eyou\u2028soon"))
                .isEmpty();
    }

    @Test
    void what_somebody_wrote_in_paragraphs_becomes_one() {
        assertThat(PlainText.inOneParagraph("  Dear all,\r\n \n\tthank you.\nMateo\n"))
                .isEqualTo("Dear all,\nthank you.\nMateo");
    }
}
