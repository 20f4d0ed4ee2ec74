package org.reps.mentoring.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private final List<String> codes =
            List.copyOf(Languages.named(Locale.ENGLISH).keySet());
    private final List<String> names =
            List.copyOf(Languages.named(Locale.ENGLISH).values());

    @Test
    void every_language_of_iso_639_is_there_once() {
        assertThat(Locale.getISOLanguages())
                .hasSizeGreaterThan(180)
                .allSatisfy(code ->
                        assertThat(codes).contains(Locale.forLanguageTag(code).getLanguage()));
        assertThat(codes).contains("yo", "rw", "ln", "ceb", "yue").doesNotHaveDuplicates();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void common_ones_come_first_then_all_others_and_in_the_end_another_one() {
        assertThat(names.subList(0, 3))
                .containsExactly("Arabic (العربية)", "Bengali (Bangla, বাংলা)", "Bulgarian (български)");
        assertThat(names.get(40)).startsWith("Vietnamese");
        assertThat(names.subList(0, 41)).isSorted();
        assertThat(names.subList(41, names.size() - 1))
                .isSorted()
                .first()
                .asString()
                .startsWith("Abkhazian");
        assertThat(codes).last().isEqualTo(Languages.OTHER);
    }

    /** As form-js looks for what is typed. */
    @ParameterizedTest
    @CsvSource({
        "Deutsch, de",
        "Español, es",
        "日本語, ja",
        "العربية, ar",
        "हिन्दी, hi",
        "中文, zh",
        "German, de",
        "українська, uk"
    })
    void who_types_the_name_of_their_language_in_it_finds_it(String typed, String code) {
        assertThat(Languages.named(Locale.ENGLISH))
                .extractingByKey(code)
                .asString()
                .containsIgnoringCase(typed);
    }

    @Test
    void whoever_reads_german_or_spanish_finds_each_by_its_name_there_and_the_same_ones() {
        var german = Languages.named(Locale.GERMAN);
        assertThat(german)
                .containsEntry("en", "Englisch (English)")
                .containsEntry("de", "Deutsch")
                .containsEntry("ja", "Japanisch (日本語)");
        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(List.copyOf(german.values()).subList(0, 2))
                .containsExactly("Arabisch (العربية)", "Bengalisch (বাংলা)");
        assertThat(List.copyOf(german.keySet())).last().isEqualTo(Languages.OTHER);
        assertThat(Languages.named(Locale.forLanguageTag("es"))).containsEntry("de", "alemán (Deutsch)");
        assertThat(Languages.name("de", Locale.forLanguageTag("es"))).isEqualTo("alemán");
        assertThat(Languages.name("qqz", Locale.GERMAN)).isEqualTo("qqz");
    }

    @Test
    void each_is_kept_under_a_code_that_the_database_takes() {
        assertThat(codes).allSatisfy(code -> assertThat(code).matches("[a-z]{2,3}|other"));
    }

    @Test
    void a_language_without_a_name_is_called_by_its_code() {
        assertThat(Languages.name("en")).isEqualTo("English");
        assertThat(Languages.name("other")).isEqualTo("Another language");
        assertThat(Languages.name("qqz")).isEqualTo("qqz");
    }
}
