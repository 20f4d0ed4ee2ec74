package org.reps.mentoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages, forms and mails have from elsewhere than their templates, in the language of whoever reads it. */
class AnswerTranslationsTest {

    private static final Translations ANSWERS = Translations.OF_ANSWERS;
    /** Of numbers and words, so that they stand nowhere as a whole. */
    private static final Set<String> PUT_TOGETHER = Set.of("spans of time", "the council's pages", "what forms show");

    private static final Path KEPT = Path.of("src/main/resources/pages/kept.properties");

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void the_same_is_translated_into_each_language(String language) {
        var others = Translated.languages()
                .flatMap(other -> ANSWERS.all(other).values().stream())
                .flatMap(section -> section.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        var own = ANSWERS.all(language).values().stream()
                .flatMap(section -> section.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(own).isEqualTo(others);
        ANSWERS.all(language)
                .values()
                .forEach(section -> assertThat(section)
                        .allSatisfy((english, translated) -> assertThat(Places.areTheSame(english, translated))
                                .as(english)
                                .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void what_is_kept_of_somebody_is_said_in_each_language(String language) throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(KEPT)) {
            words.load(file);
        }
        var translated = ANSWERS.all(language).get("what became of what is kept");

        assertThat(words).hasSizeGreaterThan(70);
        assertThat(translated).containsKeys("yes", "no");
        assertThat(translated.keySet())
                .containsAll(words.values().stream().map(Object::toString).toList());
    }

    /** Otherwise a text that was changed would be English, and nobody would know. */
    @Test
    void what_is_translated_is_said_somewhere() {
        var said = sources();
        ANSWERS.all("de")
                .forEach((section, texts) -> texts.keySet().stream()
                        .filter(text -> !PUT_TOGETHER.contains(section))
                        .flatMap(text -> Stream.of(text.split("\\$\\{[^}]*}")))
                        .filter(part -> part.length() > 3)
                        .forEach(part -> assertThat(said)
                                .as(section)
                                .contains(part.strip().replaceFirst("[.:]$", ""))));
    }

    @Test
    void what_is_filled_in_stays_as_it_is() {
        assertThat(ANSWERS.in("de", "How to reach Maya Sample: chat: @maya, 9 to 5"))
                .isEqualTo("So erreichst du Maya Sample: chat: @maya, 9 to 5");
        assertThat(ANSWERS.in("de", "How to reach Maya Sample: they have not told you here."))
                .isEqualTo("So erreichst du Maya Sample: Das ist dir hier nicht gesagt.");
    }

    /** All that the application says, without the ends of Java's lines; also what it puts together of several parts. */
    private static String sources() {
        var said = new StringBuilder(read(KEPT));
        SaidInCode.all((file, text) -> said.append('\n').append(text));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AnswerTranslationsTest::read)
                    .collect(Collectors.joining("\n", "", said))
                    .replaceAll("(?<!\\\\)\"\\s*\\+\\s*\"", "")
                    .replace("\\\"", "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
