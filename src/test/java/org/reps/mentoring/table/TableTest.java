package org.reps.mentoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.table.Table.Column;
import org.reps.mentoring.table.Table.Row;

class TableTest {

    @Test
    void a_file_has_a_header_and_a_line_for_each_row() {
        var table = Table.of(
                List.of(Column.text("Mentor"), Column.number("Mentees")),
                List.of(Row.of("Maya Łuczak", 3), Row.of("Mateo Quispe", 0)));

        assertThat(table.csv()).isEqualTo("\uFEFFMentor,Mentees\r\nMaya Łuczak,3\r\nMateo Quispe,0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＠x", "=HYPERLINK(\"https://x\",\"a\")", "'=1+1"})
    void no_text_is_a_formula(String text) throws IOException {
        assertThat(written(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "Ana, \"the\" one", "'quoted", "Zoë; Ünal", "1"})
    void other_texts_stay_as_they_are(String text) throws IOException {
        assertThat(written(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tAna\rRuiz", "Ana\nRuiz", "\u200BAna Ruiz\u3164", "Ana\u2028Ruiz"})
    void a_text_is_one_line_of_what_can_be_seen(String text) throws IOException {
        assertThat(written(text)).isEqualTo("Ana Ruiz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B=1+1", "\t=1+1", "\r\n=1+1", "\uFEFF=1+1"})
    void nor_is_it_one_behind_what_cannot_be_seen(String text) throws IOException {
        assertThat(written(text)).isEqualTo("'=1+1");
    }

    @Test
    void a_page_shows_the_first_rows() {
        var table = Table.of(List.of(Column.text("Rep")), List.of(Row.of("a"), Row.of("b"), Row.of("c")));

        assertThat(table.cutTo(2).rows()).containsExactly(Row.of("a"), Row.of("b"));
        assertThat(table.cutTo(3)).isEqualTo(table);
    }

    @Test
    void a_page_can_show_both_ends() {
        var table = Table.of(
                List.of(Column.text("Rep")), List.of(Row.of("a"), Row.of("b"), Row.of("c"), Row.of("d"), Row.of("e")));

        assertThat(table.cutToEnds(3).rows()).containsExactly(Row.of("a"), Row.of("b"), Row.of("e"));
        assertThat(table.cutToEnds(5)).isEqualTo(table);
    }

    /** As a program reads it that knows the format. */
    private static String written(String text) throws IOException {
        var file = Table.of(List.of(Column.text("Name"), Column.number("Number")), List.of(Row.of(text, 1)))
                .csv()
                // What follows the byte order mark.
                .substring(1);
        var read = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return read.parse(new StringReader(file)).getRecords().get(0).get("Name");
    }
}
