package org.reps.mentoring.kept;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.kept.Table.Rows;
import org.reps.mentoring.language.Translations;

/** The list of all that is kept of people, in itself and as a page. */
class WhatIsKeptTest {

    private static final Path PAGE = Path.of("docs", "kept.md");

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void what_a_file_says_of_somebody_is_translated(String language) {
        var said = WhatIsKept.TABLES.stream()
                .flatMap(table -> table.whose().stream()
                        .filter(whose -> whose.heading() != null)
                        .flatMap(whose -> Stream.concat(
                                Stream.of(whose.heading()),
                                table.shownTo(whose).stream().map(Column::label))))
                .filter(Objects::nonNull)
                .distinct();

        assertThat(said.filter(label -> Translations.OF_ANSWERS.all(language).values().stream()
                                .noneMatch(section -> section.containsKey(label)))
                        .toList())
                .as("not translated into " + language)
                .isEmpty();
    }

    /** Whoever changes the list finds the new page in {@code target/kept.md}, to be looked at and put into docs. */
    @Test
    void the_page_says_what_the_list_says() throws IOException {
        var page = """
                # What is kept of people

                Each table of the programme, and what each of its columns says of people, from the one list in `kept/WhatIsKept`.
                From it come the file that everybody gets of themselves (*My mentorship*, *Everything that is kept about me*), and what
                is taken away when somebody is erased ([why](decisions/0040-all-that-is-kept-of-a-person.md)). `WhatIsKeptTest`
                compares: whoever changes the list finds the new page in `target/kept.md`.

                What stands in the file of a person says under which heading; a column without one is in nobody's file. When somebody is
                erased, words by or about them are emptied, their user name becomes a pseudonym, and facts stay. What the engine keeps
                (accounts, cases, tasks and their history) is not in this list; the file has the account, open tasks, and the
                names and times of cases and tasks of the person.

                """ + WhatIsKept.TABLES.stream().map(WhatIsKeptTest::section).collect(joining("\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "kept.md"), page);

        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String section(Table table) {
        return "## `" + table.name() + "`\n\n" + table.what() + "; "
                + switch (table.rows()) {
                    case STAY, STAY_AND_ARE_NAMED -> "rows stay when somebody is erased.";
                    case GO -> "rows go with the person.";
                    case ELSEWHERE -> "erased elsewhere, as far as it is of people.";
                }
                + "\n\n| column | what it is | in the file |\n|---|---|---|\n"
                + table.columns().stream().map(column -> row(table, column)).collect(joining());
    }

    private static String row(Table table, Column column) {
        return "| `" + column.name() + "` | " + column.kind().words() + " | "
                + table.whose().stream()
                        .filter(column::isShownTo)
                        .map(whose -> "“" + column.label() + "” in “" + whose.heading() + "”")
                        .collect(joining("<br>"))
                + " |\n";
    }

    @Test
    void no_table_is_in_it_twice() {
        assertThat(WhatIsKept.TABLES).extracting(Table::name).doesNotHaveDuplicates();
    }

    /** Nobody would find a label that is for a file which there is not. */
    @ParameterizedTest
    @MethodSource("tables")
    void whatever_has_a_label_is_in_a_file_and_each_file_says_something(Table table) {
        assertThat(table.columns()).extracting(Column::name).doesNotHaveDuplicates();
        assertThat(table.whose()).extracting(Table.Whose::name).doesNotHaveDuplicates();
        assertThat(table.columns())
                .filteredOn(column -> column.label() != null)
                .allSatisfy(column -> assertThat(table.whose())
                        .filteredOn(whose -> whose.heading() != null)
                        .extracting(Table.Whose::name)
                        .containsAll(column.shownTo()));
        assertThat(table.whose())
                .filteredOn(whose -> whose.heading() != null)
                .allSatisfy(whose -> assertThat(table.shownTo(whose)).isNotEmpty());
    }

    /** Words of which nobody knows whose they are would stay for ever. */
    @ParameterizedTest
    @MethodSource("tables")
    void all_words_are_somebodys(Table table) {
        if (table.rows() != Rows.ELSEWHERE
                && table.columns().stream().anyMatch(column -> column.isEmptied() || column.sealed() != null)) {
            assertThat(table.theirWords()).isNotEmpty();
        }
    }

    static Stream<Table> tables() {
        return WhatIsKept.TABLES.stream();
    }

    @Test
    void sealed_words_say_where_they_belong() {
        assertThat(WhatIsKept.TABLES.stream().flatMap(table -> table.sealed().stream()))
                .hasSizeGreaterThan(10)
                .allSatisfy(column -> assertThat(
                                Objects.requireNonNull(column.sealed()).owner())
                        .contains(":"));
    }
}
