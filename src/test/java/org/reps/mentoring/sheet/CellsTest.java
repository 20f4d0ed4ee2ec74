package org.reps.mentoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.rules.Refusal;

/** What is written in a cell is what it means, or it is said what is allowed. */
class CellsTest {

    private static final Column CELL = Column.optional("cell");

    private final Faults faults = new Faults(List.of("people"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-11-20; 2026-11-20",
                "2026-1-5; 2026-01-05",
                "20.11.2026; 2026-11-20",
                "5. 1.2026; 2026-01-05",
                "20/11/2026; 2026-11-20",
                "11/20/2026; 2026-11-20",
                "11/11/2026; 2026-11-11",
                "2026/11/20; 2026-11-20",
                "20 November 2026; 2026-11-20",
                "2026年11月20日; 2026-11-20"
            })
    void a_day_is_read_where_it_can_mean_one_only(String text, String day) {
        assertThat(cells(text).day(CELL)).hasToString(day);
        assertThat(faults.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "yesterday", "11/12/2026", "2026", "45000", "0001-01-01", "20.11.26", "9999-01-01"
            })
    void any_other_day_is_asked_for_again(String text) {
        assertThat(cells(text).day(CELL)).isNull();
        assertThat(said())
                .singleElement()
                .asString()
                .contains("“" + text + "”")
                .endsWith("; please write it like 2026-11-20.");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5.0, 5", "'5,0', 5", "100, 100"})
    void a_number_may_look_as_a_spreadsheet_writes_it(String text, int number) {
        assertThat(cells(text).number(CELL, 1, 100)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "five", "2.5", "1,000", "1e1", "-3", "99999999999", "５"})
    void any_other_number_is_asked_for_again(String text) {
        assertThat(cells(text).number(CELL, 1, 100)).isNull();
        assertThat(said())
                .containsExactly("people, line 7, cell: “" + text
                        + "” is not allowed; please give a whole number from 1 to 100.");
    }

    @Test
    void words_are_known_in_any_spelling_and_the_others_are_told() {
        var allowed = Map.of("coaching", "Coaching", "public, speaking", "Public, speaking");
        var shown = List.of("Coaching", "Public, speaking");

        assertThat(cells("COACHING ; coaching|").someOf(CELL, allowed, shown)).isEqualTo(Set.of("Coaching"));
        assertThat(cells("public, speaking").someOf(CELL, allowed, shown)).isEqualTo(Set.of("Public, speaking"));
        assertThat(faults.all()).isEmpty();
        assertThat(cells("Coaching, Juggling").someOf(CELL, allowed, shown)).isEqualTo(Set.of("Coaching"));
        assertThat(said())
                .containsExactly(
                        "people, line 7, cell: “Juggling” is not known here. Allowed are: Coaching, Public, speaking.");
    }

    @Test
    void a_text_of_one_line_has_one_and_nothing_invisible_in_it() {
        assertThat(cells("Ana\nSilva").inOneLine(CELL, 255)).isEmpty();
        assertThat(cells("Ana\u200BSilva").inOneLine(CELL, 255)).isEmpty();
        assertThat(cells("x".repeat(256)).inOneLine(CELL, 255)).isEmpty();
        assertThat(cells("Ana\nSilva").text(CELL, 255)).isEqualTo("Ana\nSilva");
        assertThat(cells("\u0000").text(CELL, 255)).isEmpty();

        assertThat(said())
                .anyMatch(sentence -> sentence.contains("please write it in one line"))
                .anyMatch(sentence -> sentence.contains("invisible character"))
                .anyMatch(sentence -> sentence.contains("This has 256 characters; at most 255 are allowed."));
    }

    @Test
    void what_the_programme_refuses_is_told_where_it_stands() {
        var cells = cells("x");

        assertThat(cells.<String>orWrong(CELL, () -> {
                    throw new Refusal("nobody can be their own mentor");
                }))
                .isNull();
        assertThat(cells.areFine()).isFalse();
        assertThat(said()).containsExactly("people, line 7, cell: Nobody can be their own mentor.");
    }

    private Cells cells(String text) {
        return new Cells("people", new Sheet.Line(7, Map.of("cell", text)), faults);
    }

    private List<String> said() {
        return faults.all().stream().map(Faults.Fault::toString).toList();
    }
}
