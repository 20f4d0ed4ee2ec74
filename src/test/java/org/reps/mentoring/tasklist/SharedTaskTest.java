package org.reps.mentoring.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedTaskTest {

    @ParameterizedTest
    @EnumSource
    void the_page_has_words_for_it_in_both_languages(SharedTask task) throws IOException {
        var texts = Files.readString(Path.of("src/main/resources/plugin-webapp/mentoring/app/texts.js"));

        assertThat(texts.split("\\b" + task + ": '", -1)).hasSize(3);
    }
}
