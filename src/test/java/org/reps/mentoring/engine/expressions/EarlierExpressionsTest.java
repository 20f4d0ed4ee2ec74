package org.reps.mentoring.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EarlierExpressionsTest {

    private static List<Path> diagrams() throws IOException {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.toList();
        }
    }

    @Test
    void what_was_called_by_another_name_is_found() {
        assertThat(EarlierExpressions.now("${training.applicant(trainingId).firstName()}"))
                .isEqualTo("${trainingForms.applicant(trainingId).firstName()}");
        assertThat(EarlierExpressions.now("${training.tellAccepted(trainingId)}"))
                .isEqualTo("${training.tell(trainingId, 'training-accepted')}");
        assertThat(EarlierExpressions.now("${council.impartial(training.partOfIt(trainingId))}"))
                .isEqualTo("${council.impartial(training.partOfIt(trainingId))}");
        assertThat(EarlierExpressions.now("${matching.options(menteeId, matching.exclude(null, mentorId))}"))
                .isEqualTo("${matchingForms.options(menteeId, matching.exclude(null, mentorId))}");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void no_diagram_says_it_any_more(Path file) throws IOException {
        var text = Files.readString(file);

        assertThat(EarlierExpressions.now(text)).isEqualTo(text);
    }
}
