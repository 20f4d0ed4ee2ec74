package org.reps.mentoring.language;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.Diagram;

/** What people read of diagrams, in their language. */
class DiagramTranslationsTest {

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void every_name_in_a_diagram_and_why_a_task_exists_is_translated(String language) {
        Translated.complete(
                Translations.OF_DIAGRAMS,
                language,
                Diagram.all().collect(toMap(Diagram::name, DiagramTranslationsTest::texts)));
    }

    @Test
    void a_name_is_said_in_german_with_what_is_filled_in() {
        assertThat(Translations.OF_DIAGRAMS.in("de", "Hold the first call with Maya Sample"))
                .isEqualTo("Das erste Gespräch mit Maya Sample führen");
        assertThat(Translations.OF_DIAGRAMS.in("de", "Rumi has left: what becomes of their mentorships?"))
                .isEqualTo("Rumi ist gegangen: Was wird aus den Mentorings?");
        assertThat(Translations.OF_DIAGRAMS.in("de", "Pass on: $1 for \\ everybody"))
                .isEqualTo("Weitergeben: $1 for \\ everybody");
    }

    @Test
    void a_name_that_is_not_translated_stays_as_it_is() {
        assertThat(Translations.OF_DIAGRAMS.in("de", "Water the flowers")).isEqualTo("Water the flowers");
        assertThat(Translations.OF_DIAGRAMS.in("sw", "Take the first steps")).isEqualTo("Take the first steps");
    }

    private static Set<String> texts(Diagram diagram) {
        var elements = diagram.model().getModelElementsByType(BaseElement.class).stream();
        return Stream.concat(
                        elements.flatMap(element -> Stream.concat(name(element).stream(), why(element).stream())),
                        stages(diagram))
                .collect(toSet());
    }

    private static List<String> name(BaseElement element) {
        var name = element.getAttributeValue("name");
        // Messages and the like are names for programs, unlike processes.
        var isForPrograms = element instanceof RootElement && !(element instanceof Process);
        return name == null || name.isBlank() || isForPrograms ? List.of() : List.of(name);
    }

    /** How far a case is, as the page "My mentorship" shows it. */
    private static Stream<String> stages(Diagram diagram) {
        return diagram.model().getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> Set.of("stage", "stages").contains(property.getCamundaName()))
                .flatMap(property -> Stream.of(property.getCamundaValue().split(",\\s*")));
    }

    private static List<String> why(BaseElement element) {
        return element instanceof UserTask
                ? element.getDocumentations().stream()
                        .map(said -> said.getTextContent().strip())
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }
}
