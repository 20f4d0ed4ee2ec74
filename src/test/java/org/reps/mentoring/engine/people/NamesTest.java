package org.reps.mentoring.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static final String LONG =
            "Wolfeschlegelsteinhausenbergerdorff ".repeat(7).strip();

    private final Names names = new Names(List.of(
            person("ana", "Ana", "Silva"),
            person("ana2", "Ana", "Silva"),
            person("ana3", "Ana", "Souza"),
            person("suharto", "", "Suharto"),
            person("maya", "Maya", "Lindqvist"),
            person("nobody", "", ""),
            person("blank", " \u200B", "\u3164"),
            person("jose", "José", "Łukasz  Ñandú"),
            person("OBrien", "Zoë", "O’Brien-Æbeltoft"),
            person("kiran", "किरण", "राव"),
            person("long", "Hubert", LONG)));

    // --- what they are called

    @ParameterizedTest
    @CsvSource({
        "ana, Ana Silva (ana), Ana Silva (ana)",
        "ana2, Ana Silva (ana2), Ana Silva (ana2)",
        "ana3, Ana Souza, Ana Souza",
        "maya, Maya Lindqvist, Maya",
        "suharto, Suharto, Suharto",
        "nobody, nobody, nobody",
        "blank, blank, blank",
        "jose, José Łukasz Ñandú, José",
        "stranger, stranger, stranger"
    })
    void who_shares_a_name_is_told_apart_by_the_user_name(String userId, String name, String called) {
        assertThat(names.shown(userId)).isEqualTo(name);
        assertThat(names.called(userId)).isEqualTo(called);
    }

    @Test
    void all_of_them_at_once_are_called_as_each_of_them() {
        assertThat(names.shown())
                .hasSize(11)
                .allSatisfy((userId, name) -> assertThat(name).isEqualTo(names.shown(userId)));
        assertThat(names.shown().values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"Ana, Silva, Ana", "'', Silva, Silva", "' ', Silva, Silva", "'', '', x", "Ana, '', Ana"})
    void a_greeting_takes_the_last_name_where_there_is_no_first(String first, String last, String greeting) {
        assertThat(Names.greeting(person("x", first, last))).isEqualTo(greeting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana silva", "ANA  SILVA", "Ána Sílva", "Ana\u00A0Silva", "Ana\u200B Silva"})
    void names_that_are_taken_for_each_other_are_told_apart(String other) {
        var two = new Names(List.of(person("ana", "Ana", "Silva"), person("ana2", other, "")));

        assertThat(two.shown("ana")).isEqualTo("Ana Silva (ana)");
        assertThat(two.shown("ana2")).endsWith(" (ana2)");
    }

    @Test
    void nobody_is_taken_for_somebody_with_a_user_name_behind_the_name() {
        var three = new Names(List.of(
                person("ana", "Ana", "Silva"), person("ana2", "Ana", "Silva"), person("eve", "Ana", "Silva (ana2)")));

        assertThat(three.shown("eve")).isEqualTo("Ana Silva (ana2) (eve)");
        assertThat(three.shown().values()).doesNotHaveDuplicates();
    }

    @Test
    void nobody_is_taken_for_somebody_without_a_name() {
        var two = new Names(List.of(person("nobody", "", ""), person("eve", "Nobody", "")));

        assertThat(two.shown("nobody")).isEqualTo("nobody");
        assertThat(two.shown("eve")).isEqualTo("Nobody (eve)");
    }

    @Test
    void long_names_are_cut_and_told_apart_where_they_begin_alike() {
        var two = new Names(List.of(
                person("u".repeat(64), "😀".repeat(127), LONG), person("v".repeat(64), "😀".repeat(127), LONG)));
        var name = two.shown("u".repeat(64));

        assertThat(name).endsWith("… (" + "u".repeat(64) + ")").hasSizeLessThanOrEqualTo(80 + 67);
        assertThat(two.called("u".repeat(64))).isEqualTo(name).isNotEqualTo(two.called("v".repeat(64)));
        assertThat(names.shown("long"))
                .startsWith("Hubert Wolfeschlegelstein")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(80);
        assertThat(names.called("long")).isEqualTo("Hubert");
    }

    // --- who is meant

    @ParameterizedTest
    @CsvSource({
        "maya, maya",
        "MAYA, maya",
        "Maya Lindqvist, maya",
        "'  maya   LINDQVIST ', maya",
        "Maya\u00A0Lindqvist, maya",
        "Maya Lindqvist (maya), maya",
        "maya lindqvist (Maya), maya",
        "Ana Silva (ana2), ana2",
        "ana souza, ana3",
        "Suharto, suharto",
        "NOBODY, nobody",
        "Jose Lukasz Nandu, jose",
        "José Łukasz Ñandú, jose",
        "Jos\u0065\u0301 Łukasz Ñandú, jose",
        "zoe o'brien-aebeltoft, OBrien",
        "obrien, OBrien",
        "किरण राव, kiran"
    })
    void a_name_leads_back_to_whoever_has_it(String typed, String userId) {
        assertThat(names.meantBy(typed)).containsExactly(userId);
    }

    @Test
    void what_somebody_is_called_always_leads_back_to_them() {
        names.shown().forEach((userId, name) -> assertThat(names.meantBy(name)).containsExactly(userId));
    }

    @Test
    void a_long_name_is_understood_whole_and_cut() {
        assertThat(Stream.of("Hubert " + LONG, names.shown("long")).map(names::meantBy))
                .containsOnly(List.of("long"));
    }

    @Test
    void several_can_be_meant() {
        assertThat(names.meantBy("ana silva")).containsExactly("ana", "ana2");
        var another = new Names(List.of(person("ana", "Ana", "Souza"), person("b", "Ana", "")));
        assertThat(another.meantBy("ana")).containsExactly("ana", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Maya L.", "Silva", "Ana Silva (ana3)", "Ana Silva (eve)", "(ana)", "करण राव", "", " ", "*", "%"
            })
    void nothing_else_is_a_name(String typed) {
        assertThat(names.meantBy(typed)).isEmpty();
    }

    @Test
    void of_old_accounts_that_differ_by_capital_letters_the_one_is_meant_that_is_written_so() {
        var old = new Names(List.of(person("Rumi", "", ""), person("rumi", "", ""), person("RANA", "", "")));

        assertThat(old.meantBy("rumi")).containsExactly("rumi");
        assertThat(old.meantBy("Rumi")).containsExactly("Rumi");
        assertThat(old.meantBy("RUMI")).containsExactly("Rumi", "rumi");
        assertThat(old.meantBy("rana")).containsExactly("RANA");
    }

    @ParameterizedTest
    @CsvSource({
        "silva, ana ana2",
        "ANA, ana ana2 ana3",
        "Ana Silva (ana2), ana2",
        "maya lindqvist (maya), maya",
        "nandu, jose",
        "o'brien, OBrien",
        "nobody, nobody",
        "dorff, long",
        "ana2, ana2",
        "nob, ''",
        "'', ''",
        "\u200B, ''"
    })
    void somebody_is_found_by_any_part_of_their_name_or_their_whole_user_name(String typed, String found) {
        assertThat(names.mentionedBy(typed))
                .containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(" "));
    }

    private static Person person(String id, String first, String last) {
        return new Person(id, first, last, "");
    }
}
