package org.reps.mentoring;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the process tests, which have run before, have walked of each diagram. */
class DiagramCoverageIT {

    private static final Set<String> WALKED = new HashSet<>();

    @BeforeAll
    static void what_was_walked() throws IOException {
        try (Stream<Path> files = Files.list(DiagramCoverage.FOLDER)) {
            for (var file : files.toList()) {
                WALKED.addAll(Files.readAllLines(file));
            }
        }
    }

    static Stream<Diagram> diagrams() {
        return Diagram.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_way_through_a_diagram_was_walked(Diagram diagram) {
        var elements = Stream.concat(
                        diagram.model().getModelElementsByType(FlowNode.class).stream(),
                        diagram.model().getModelElementsByType(SequenceFlow.class).stream()
                                // The engine goes on from the event that came, without walking to it.
                                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway)))
                .map(FlowElement::getId)
                .collect(toCollection(TreeSet::new));
        assertThat(elements).isNotEmpty();
        elements.removeIf(element -> WALKED.contains(diagram.name() + " " + element));
        assertThat(elements).as("never walked in " + diagram.name()).isEmpty();
    }
}
