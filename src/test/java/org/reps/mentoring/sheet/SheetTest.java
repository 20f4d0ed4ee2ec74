package org.reps.mentoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets write them and people change them. */
class SheetTest {

    private static final Column NAME = Column.needed("user name", "login");
    private static final Column SAYS = Column.optional("says");
    private static final List<Column> COLUMNS = List.of(NAME, SAYS);

    private final Faults faults = new Faults(List.of("people"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user name,says\nana,hello\n",
                "user name,says\r\nana,hello\r\n",
                "user name,says\rana,hello",
                "\uFEFFuser name,says\nana,hello",
                "user name;says\nana;hello",
                "user name\tsays\nana\thello",
                "sep=;\nuser name;says\nana;hello",
                "\"user name\",\"says\"\n\"ana\",\"hello\"",
                "SAYS,USER_NAME\nhello,ana",
                "says , User-Name \nhello  , ana\u00A0 ",
                "Login,Says\nana,hello\n,\n\n , \n",
                "user name,says,,\nana,hello,,\n",
                "\n\nuser name,says\nana,hello"
            })
    void a_file_reads_the_same_however_it_was_saved(String file) {
        var lines = read(file);

        assertThat(faults.all()).isEmpty();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).text(NAME)).isEqualTo("ana");
        assertThat(lines.get(0).text(SAYS)).isEqualTo("hello");
    }

    @Test
    void lines_are_counted_as_an_editor_does() {
        var lines = read("user name,says\nana,\"one\ntwo\r\nthree\"\n\nben,\"a \"\"word\"\"; and, more\"\ncleo");

        assertThat(faults.all()).isEmpty();
        assertThat(lines).extracting(Sheet.Line::number).containsExactly(2, 6, 7);
        assertThat(lines)
                .extracting(line -> line.text(SAYS))
                .containsExactly("one\ntwo\r\nthree", "a \"word\"; and, more", "");
    }

    @Test
    void what_is_in_a_semicolon_file_may_have_commas() {
        assertThat(read("user name;says\nana;reps, mentors").get(0).text(SAYS)).isEqualTo("reps, mentors");
    }

    @Test
    void unknown_columns_are_named_and_the_known_ones_offered() {
        read("user name,Shirt size,says\nana,XL,hello");

        assertThat(said())
                .containsExactly(
                        "people, line 1: There is no column “Shirt size”. Please take it out, or call it one of: user"
                                + " name, says.");
    }

    @Test
    void a_header_that_does_not_fit_is_told() {
        read("says\nhello");
        read("user name,Login\nana,ana");
        read("user name,says\nana,hello,you");
        read("user name,\nana,hello");

        assertThat(said())
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("people, line 1, user name: This column is missing."))
                .anyMatch(fault -> fault.startsWith("people, line 1, user name: This column is there twice."))
                .anyMatch(fault -> fault.startsWith("people, line 2: There are more cells in this line than columns."))
                .anyMatch(
                        fault -> fault.startsWith("people, line 2: There is something in a column that has no name."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user name,says\nana,\"hello\nben,you", "user name,says\nana,\"hel\"lo\nben,you"})
    void quotation_marks_that_do_not_fit_together_are_found(String file) {
        assertThat(read(file)).isEmpty();
        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("people: In line 2 the quotation marks do not fit together.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", " \n \r\n", "\u200B"})
    void an_empty_file_is_told(String file) {
        assertThat(read(file)).isEmpty();
        assertThat(said()).containsExactly("people: The file is empty.");
    }

    @Test
    void other_encodings_are_refused_and_it_is_said_what_to_do() {
        var file = "user name,says\nana,hello\nben,München\n";
        Sheet.read("people", file.getBytes(Charset.forName("windows-1252")), COLUMNS, faults);

        assertThat(said())
                .singleElement()
                .asString()
                .startsWith(
                        "people: In line 3 there are letters that are not written in UTF-8, perhaps in Windows-1252,")
                .endsWith(
                        "Please save it as “CSV UTF-8” (in LibreOffice: “Text CSV”, character set “Unicode (UTF-8)”).");
    }

    @Test
    void a_file_without_a_header_or_another_file_is_told_so_once() {
        assertThat(read("\nana,hello\nben,you\n")).isEmpty();
        assertThat(said())
                .containsExactly(
                        "people: Line 2 names no column there can be. The first line has to name them, and they"
                                + " are called: user name, says. Or is this the other file?");
        assertThat(faults.areInLines()).isFalse();
    }

    @Test
    void so_are_workbooks_and_utf_16() {
        Sheet.read("people", "user name".getBytes(StandardCharsets.UTF_16), COLUMNS, faults);
        Sheet.read("people", "user name".getBytes(StandardCharsets.UTF_16LE), COLUMNS, faults);
        assertThat(said()).hasSize(1);
        Sheet.read("people", new byte[] {'P', 'K', 3, 4, 0, 0}, COLUMNS, faults);
        Sheet.read("people", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, COLUMNS, faults);

        assertThat(said())
                .hasSize(2)
                .anyMatch(sentence -> sentence.startsWith("people: This file is written in UTF-16."))
                .anyMatch(sentence ->
                        sentence.startsWith("people: This is a workbook, not a file of comma-separated values."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "=1+1",
                "+46 70 123",
                "-1",
                "@ana in our chat",
                "'quoted",
                "'=1+1",
                "''@x",
                "＝1+1",
                "two\nlines",
                "a \"word\", and; more",
                "Zoë Łuczak",
                "\t=1"
            })
    void what_is_written_is_read_as_it_was(String text) {
        var file = Sheet.write(COLUMNS, List.of(List.of("ana", text)));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFFuser name,says\r\n")
                .doesNotContainPattern("(?m)^ana,\"?[=+@＝-]");
        assertThat(Sheet.read("people", file, COLUMNS, faults))
                .singleElement()
                .satisfies(line -> assertThat(line.text(SAYS)).isEqualTo(text.strip()));
        assertThat(faults.all()).isEmpty();
    }

    private List<Sheet.Line> read(String file) {
        return Sheet.read("people", file.getBytes(StandardCharsets.UTF_8), COLUMNS, faults);
    }

    private List<String> said() {
        return faults.all().stream().map(Faults.Fault::toString).toList();
    }
}
