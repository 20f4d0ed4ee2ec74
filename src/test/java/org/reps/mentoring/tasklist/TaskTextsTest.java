package org.reps.mentoring.tasklist;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our pages in Tasklist say: of a task, in a file for each language, and all else. */
class TaskTextsTest {

    private static final Pattern NAME = Pattern.compile("(?m)^ +'?([\\w-]+)'?: ");

    /** Not in a comment or the name of a file. */
    private static final Pattern SAID = Pattern.compile("(?<![\\w./'-])texts\\.(?!js\\b)(\\w+)");

    /** What is made of several texts. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("(?m)^\\w+\\.(\\w+) = ");

    private static final Pattern FETCHED = Pattern.compile("(import \\{|export const) [^}=]*\\bothers\\b");

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void each_language_says_everything(String language) throws IOException {
        assertThat(names(language)).isEqualTo(names("en")).hasSizeGreaterThan(20);
    }

    /** Otherwise a page says some of it in English. */
    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void each_language_says_everything_of_our_pages(String language) throws IOException {
        assertSaid(language, "pages", "texts.js", 80);
        assertSaid(language, "landing", "landing-texts.js", 35);
        assertSaid(language, "goals", "goal-texts.js", 15);
        assertSaid(language, "call", "mentors-call-texts.js", 15);
        assertSaid(language, "fields", "field-texts.js", 5);
        assertSaid(language, "question", "question.js", 4);
    }

    /** What is not there is no text but an error, and no part of the page is shown. */
    @Test
    void whatever_a_script_says_is_there_and_fetched() throws IOException {
        var said = new TreeSet<>(names("en"));
        for (var file : List.of(
                "texts.js",
                "landing-texts.js",
                "goal-texts.js",
                "mentors-call-texts.js",
                "field-texts.js",
                "question.js")) {
            said.addAll(namesIn(block(read(file), "const english = {")));
            PUT_TOGETHER
                    .matcher(read(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(said::add);
        }
        try (var files = Files.walk(Path.of("src/main/resources/plugin-webapp"))) {
            for (var file : files.filter(one -> one.toString().matches(".*/(mentoring|handbook)/app/[\\w-]+\\.js"))
                    .toList()) {
                var script = Files.readString(file);
                assertThat(SAID.matcher(script).results().map(found -> found.group(1)))
                        .as(file.toString())
                        .isSubsetOf(said);
                assertThat(!script.contains("...english, ...others.")
                                || FETCHED.matcher(script).find())
                        .as(file.toString())
                        .isTrue();
            }
        }
    }

    private static void assertSaid(String language, String what, String english, int more) throws IOException {
        assertThat(namesIn(block(read("texts-" + language + ".js"), "export const " + what + " = {")))
                .as(english)
                .isEqualTo(namesIn(block(read(english), "const english = {")))
                .hasSizeGreaterThan(more);
    }

    /** Up to where its brace is closed. */
    private static String block(String script, String beginning) {
        var from = script.indexOf("\n" + beginning);
        assertThat(from).as(beginning).isNotNegative();
        var indent = beginning.substring(
                0, beginning.length() - beginning.stripLeading().length());
        var inside = from + 1 + beginning.length();
        return script.substring(inside, script.indexOf("\n" + indent + "}", inside));
    }

    private static Set<String> names(String language) throws IOException {
        return namesIn(read("task-texts-" + language + ".js"));
    }

    private static Set<String> namesIn(String block) {
        return NAME.matcher(block).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("src/main/resources/plugin-webapp/mentoring/app/" + file));
    }
}
