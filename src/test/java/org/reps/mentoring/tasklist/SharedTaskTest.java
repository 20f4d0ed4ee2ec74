package org.reps.mentoring.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.Diagram;

/** The tasks of which the other one of a mentorship sees that they wait. */
class SharedTaskTest {

    @ParameterizedTest
    @MethodSource("shared")
    void the_page_has_words_for_it_in_each_language(String task) throws IOException {
        for (var file : List.of("texts.js", "texts-de.js", "texts-es.js")) {
            assertThat(Files.readString(Path.of("src/main/resources/plugin-webapp/mentoring/app", file)))
                    .containsOnlyOnce(" " + task + ": '");
        }
    }

    private static Stream<String> shared() {
        return Diagram.all()
                .flatMap(diagram -> diagram.model().getModelElementsByType(UserTask.class).stream())
                .filter(SharedTaskTest::isSeen)
                .map(UserTask::getId);
    }

    private static boolean isSeen(UserTask task) {
        var extensions = task.getExtensionElements();
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .anyMatch(property -> property.getCamundaName().equals("seenBy"));
    }
}
