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
import org.junit.jupiter.params.provider.ValueSource;

/** What our pages in Tasklist say: of a task, in a file for each language, and all else. */
class TaskTextsTest {

    private static final Pattern NAME = Pattern.compile("(?m)^ +'?([\\w-]+)'?: ");

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void each_language_says_everything(String language) throws IOException {
        assertThat(names(language)).isEqualTo(names("en")).hasSizeGreaterThan(20);
    }

    /** A page that asks for a text which is not there is not drawn at all. */
    @Test
    void each_language_says_everything_of_our_pages() throws IOException {
        var texts = read("texts.js");

        assertThat(List.of(
                        block(read("texts-de.js"), "export const german = {"),
                        block(read("texts-es.js"), "export const spanish = {")))
                .allSatisfy(block -> assertThat(namesIn(block))
                        .isEqualTo(namesIn(block(texts, "const english = {")))
                        .hasSizeGreaterThan(80));
    }

    /** What comes only with the page that says it. */
    @Test
    void each_language_says_everything_that_comes_only_with_its_page() throws IOException {
        var landing = read("landing-texts.js");
        var goals = read("goal-texts.js");
        var question = read("question.js");

        assertThat(List.of(block(landing, "const german = {"), block(landing, "const spanish = {")))
                .allSatisfy(block -> assertThat(namesIn(block))
                        .isEqualTo(namesIn(block(landing, "const english = {")))
                        .hasSizeGreaterThan(35));
        assertThat(List.of(block(goals, "const german = {"), block(goals, "const spanish = {")))
                .allSatisfy(block -> assertThat(namesIn(block))
                        .isEqualTo(namesIn(block(goals, "const english = {")))
                        .hasSizeGreaterThan(15));
        assertThat(List.of(block(question, "  de: {"), block(question, "  es: {")))
                .allSatisfy(block -> assertThat(namesIn(block))
                        .isEqualTo(namesIn(block(question, "  en: {")))
                        .hasSize(5));
    }

    /** Up to where its brace is closed; the names of stages are those of the diagrams, and English has none. */
    private static String block(String script, String beginning) {
        var from = script.indexOf("\n" + beginning);
        assertThat(from).as(beginning).isNotNegative();
        var indent = beginning.substring(
                0, beginning.length() - beginning.stripLeading().length());
        var inside = from + 1 + beginning.length();
        return script.substring(inside, script.indexOf("\n" + indent + "}", inside))
                .replaceFirst("(?s)stages: \\{.*?\\}", "stages: {}");
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
