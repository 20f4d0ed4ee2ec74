package org.reps.mentoring.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.language.Places;
import org.reps.mentoring.language.TranslatedFile;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.rules.ProgrammeLinks;

/** Mails in the language of whoever gets them. */
class MailTranslationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/mail");
    private static final String TASK = "https://mentoring.example.org/camunda/app/tasklist/default/#/?task=1";

    private final Templates templates = new Templates(
            new MailSettings(
                    "mentoring@example.org",
                    URI.create("https://mentoring.example.org"),
                    Locale.ENGLISH,
                    1,
                    Path.of("target/mails")),
            new ProgrammeLinks("", "", "", "", "", ""));

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void every_mail_is_translated_from_the_english_text_of_today(String language) throws IOException {
        var english = names(FOLDER);
        english.remove("layout");
        var wrong = new ArrayList<String>();
        for (var notice : english) {
            var mark = "Of: " + TranslatedFile.markOf(Files.readString(FOLDER.resolve(notice + ".txt")));
            var file = FOLDER.resolve(language).resolve(notice + ".txt");
            if (!Files.exists(file) || !Files.readAllLines(file).get(0).equals(mark)) {
                wrong.add(notice + ".txt has to begin with " + mark + " when it says what the English text says");
            }
        }

        assertThat(wrong).as("not translated into " + language).isEmpty();
        assertThat(names(FOLDER.resolve(language))).isEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void a_translated_mail_has_the_same_places_and_lines(String language) throws IOException {
        for (var notice : names(FOLDER.resolve(language))) {
            var english = Files.readString(FOLDER.resolve(notice + ".txt")).strip();
            var translated = Files.readAllLines(FOLDER.resolve(language).resolve(notice + ".txt")).stream()
                    .skip(1)
                    .collect(Collectors.joining("\n"))
                    .strip();

            assertThat(Places.areTheSame(english, translated))
                    .as(language + "/" + notice)
                    .isTrue();
            assertThat(translated.lines().toList().get(1)).as(notice).doesNotEndWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void the_words_that_all_mails_share_are_translated(String language) throws IOException {
        assertThat(messages("_" + language))
                .hasSameSizeAs(messages(""))
                .containsOnlyKeys(messages("").keySet());
    }

    @Test
    void a_german_reader_gets_a_german_mail_with_the_task_as_it_is_called_in_their_list() {
        var letter = templates.letter(
                "de",
                "task-assigned",
                Map.of("task", "Take the first steps", "why", "Somebody wrote this."),
                TASK,
                "open-task",
                LocalDate.of(2026, 11, 27));

        assertThat(letter.subject()).isEqualTo("Bitte erledige: Die ersten Schritte machen");
        assertThat(templates.text(letter, "Rumi", ""))
                .startsWith("Hallo Rumi,\n\nes gibt etwas für dich zu tun: „Die ersten Schritte machen“.")
                .contains("Bitte erledige es bis Freitag, 27. November 2026.\n\n" + TASK)
                .contains("Du bekommst diese E-Mail, weil diese Aufgabe dir gehört.");
        assertThat(templates.html(letter, "Rumi", "")).contains("<html lang=\"de\"", ">Die Aufgabe öffnen</a>");
    }

    @Test
    void a_spanish_day_and_greeting_are_written_as_people_write_them() {
        var letter = templates.letter(
                "es", "task-assigned", Map.of("task", "T", "why", ""), TASK, "open-task", LocalDate.of(2026, 11, 27));

        assertThat(templates.text(letter, "Rumi", ""))
                .startsWith("Hola, Rumi:\n\n")
                .contains("Hazlo hasta el viernes, 27 de noviembre de 2026, por favor.");
    }

    @Test
    void what_people_wrote_stays_as_they_wrote_it() {
        var letter = templates.letter(
                "de",
                "hand-over-notes-mentee",
                Map.of("mentor", "Maya", "notes", "Take the first steps"),
                TASK,
                "open-task",
                null);

        assertThat(templates.text(letter, "Rumi", "")).contains("\n\nTake the first steps\n\n");
    }

    @Test
    void who_reads_a_language_that_nobody_has_translated_gets_english() {
        var letter = templates.letter(
                "sw", "task-assigned", Map.of("task", "T", "why", ""), TASK, "open-task", LocalDate.of(2026, 11, 27));

        assertThat(templates.text(letter, "Rumi", ""))
                .startsWith("Hello Rumi,")
                .contains("Please do it by Friday, 27 November 2026.");
    }

    private static TreeSet<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        try (var file = Files.newBufferedReader(FOLDER.resolve("messages" + language + ".properties"))) {
            messages.load(file);
        }
        return messages;
    }
}
