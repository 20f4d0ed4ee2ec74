package org.reps.mentoring.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a task says, a file for each language. */
class TaskTextsTest {

    private static final Pattern NAME = Pattern.compile("(?m)^ +(\\w+): ");

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void each_language_says_everything(String language) throws IOException {
        assertThat(names(language)).isEqualTo(names("en")).hasSizeGreaterThan(20);
    }

    private static List<String> names(String language) throws IOException {
        var texts = Files.readString(
                Path.of("src/main/resources/plugin-webapp/mentoring/app/task-texts-" + language + ".js"));
        return NAME.matcher(texts).results().map(found -> found.group(1)).toList();
    }
}
