package org.reps.mentoring.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.rules.ProgrammeLinks;

/** Whatever mail somebody gets, it is whole, and in no other language than theirs. */
class EveryMailInEachLanguageTest {

    private static final Path FOLDER = Path.of("src/main/resources/mail");
    private static final String TASK = "https://mentoring.example.org/camunda/app/tasklist/default/#/?task=1";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    /** No word of another language is spelled like one of these. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(?:the|and|you|your|with|this|that|is|are|have|please|from|they|there|task|mentorship|friday)\\b");

    private static final Pattern NAME = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern WORD = Pattern.compile("(?<![.#'\\w])[a-z]\\w*(?![\\w'(])");

    private final Templates templates = new Templates(
            new MailSettings(
                    "mentoring@example.org",
                    URI.create("https://mentoring.example.org"),
                    Locale.ENGLISH,
                    1,
                    Path.of("target/mails")),
            new ProgrammeLinks("", "", "", "", "", ""));

    static Stream<String> languages() {
        return Translations.languages().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void each_is_whole_with_all_that_it_can_say(String language) {
        assertThat(notices()).hasSizeGreaterThan(100).allSatisfy(notice -> {
            var letter = templates.letter(language, notice, valuesOf(notice), TASK, "open-task", DAY);
            var text = templates.text(letter, "Rumi", "");
            assertThat(letter.language()).as(notice).isEqualTo(language);
            assertThat(letter.subject() + "\n" + text + templates.html(letter, "Rumi", ""))
                    .as(notice)
                    .doesNotContain("null", "[(", "[#", "[/]", "${", "??", "{{", " th:");
            if (!language.equals(Translations.ENGLISH)) {
                assertThat(ENGLISH.matcher(letter.subject() + "\n" + text.replace(TASK, ""))
                                .results()
                                .map(found -> found.group()))
                        .as(notice + " in " + language)
                        .isEmpty();
            }
        });
    }

    private static List<String> notices() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && !name.startsWith("layout"))
                    .map(name -> name.replace(".txt", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the kind that the template makes of each. */
    private static Map<String, Object> valuesOf(String notice) {
        var template = read(notice);
        var values = new HashMap<String, Object>();
        NAME.matcher(template)
                .results()
                .forEach(place -> WORD.matcher(place.group())
                        .results()
                        .map(found -> found.group())
                        .forEach(name -> values.put(name, valueOf(name, template))));
        values.remove("link");
        values.remove("links");
        values.remove("leadsTo");
        return values;
    }

    private static Object valueOf(String name, String template) {
        if (template.contains("#temporals.format(" + name + ",")) {
            return DAY;
        }
        if (template.contains("${" + name + ".count")) {
            var item = Map.of("name", "Bibi", "who", "Lulu", "day", DAY, "link", TASK);
            return Map.of("count", 2, "items", List.of(item), "more", 1);
        }
        if (Pattern.compile(": \\$\\{" + name + "}").matcher(template).find()) {
            return List.of("Bibi");
        }
        if (Pattern.compile("\\b" + name + " (?:[<>]|[=!]= \\d)")
                .matcher(template)
                .find()) {
            return 2;
        }
        if (template.contains(name + " and ") || template.contains("${!" + name + "}")) {
            return true;
        }
        return "Bibi";
    }

    private static String read(String notice) {
        try {
            return Files.readString(FOLDER.resolve(notice + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
