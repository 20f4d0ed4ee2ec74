package org.reps.mentoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The figures of the programme are settings ({@code mentoring.rules}), so no text spells one out: it would be wrong as
 * soon as a programme chooses another one. Until when something is to be done stands beside each task.
 */
class FiguresInWordsTest {

    private static final String SPELLED_OUT =
            "(?is).*\\b(within (about )?(an?|one|two|three|\\d+) (day|week|month|year)"
                    + "|another year|(not|nobody) [^.]*for (an?|two|three|\\d+) weeks? (al)?though).*";

    static Stream<Path> texts() throws IOException {
        return Stream.of("forms", "bpmn", "src/main/resources/mail", "src/main/resources/plugin-webapp/mentoring/app")
                .map(Path::of)
                .flatMap(folder -> {
                    try (var files = Files.list(folder)) {
                        return files.filter(Files::isRegularFile).sorted().toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_text_says_a_figure_that_is_a_setting(Path file) throws IOException {
        assertThat(Files.readAllLines(file).stream()
                        .filter(line -> line.matches(SPELLED_OUT))
                        .collect(joining("\n")))
                .isEmpty();
    }
}
