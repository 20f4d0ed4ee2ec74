package org.reps.mentoring.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spanish has two words where English and German have one: what is due, and what was due the day before yesterday. */
class DueInSpanishTest {

    private static final Path APP = Path.of("src/main/resources/plugin-webapp/mentoring/app");

    @ParameterizedTest
    @ValueSource(strings = {"my-mentorship-page.js", "afterwards.js"})
    void each_page_that_says_when_something_is_due_says_whether_it_is_over(String page) throws IOException {
        assertThat(Files.readString(APP.resolve("texts-es.js")))
                .contains("dueOn: (when, overdue) => `${overdue ? 'venció' : 'vence'} ");

        assertThat(Files.readString(APP.resolve(page)).lines().filter(line -> line.contains("texts.dueOn(")))
                .isNotEmpty()
                .allMatch(line -> line.contains(", overdue)"));
    }
}
