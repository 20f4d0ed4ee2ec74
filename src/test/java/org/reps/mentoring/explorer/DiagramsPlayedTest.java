package org.reps.mentoring.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.explorer.Explorer.Explored;
import org.reps.mentoring.explorer.Play.Thrown;

/** Every diagram in {@code bpmn}, played to all its ends. */
class DiagramsPlayedTest {

    private static final Map<String, Explored> PLAYED = new HashMap<>();

    private static Stream<Diagram> diagrams() {
        return Diagram.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_diagram_never_stands_still_asks_nothing_twice_and_can_reach_all_its_ends(Diagram diagram) {
        assertThat(played(diagram.name()).findings()).as("in " + diagram).isEmpty();
    }

    /** A rep who answers the reminder with a question left its task behind, and got another one later. */
    @Test
    void the_search_for_a_mentor_as_it_was_is_found_faulty() {
        var before = Bpmn.readModelFromStream(getClass().getResourceAsStream("mentor-matching-before.bpmn"));

        var findings =
                Explorer.explore(before, process -> Set.of(), thrown -> false).findings();

        assertThat(findings)
                .extracting(Explorer.Finding::what)
                .contains(
                        "There twice at one time: Look after an unanswered proposal",
                        "Still there although what it is about is over: Look after an unanswered proposal");
        assertThat(findings.stream()
                        .filter(finding -> finding.what().startsWith("Still there"))
                        .findFirst()
                        .orElseThrow()
                        .story())
                .containsSubsequence(
                        "Event: Rep silent",
                        "Done: Meet your proposed mentor",
                        "What does the rep answer? – Question first");
    }

    private static synchronized Explored played(String process) {
        if (!PLAYED.containsKey(process)) {
            PLAYED.put(process, play(process));
        }
        return PLAYED.get(process);
    }

    private static Explored play(String process) {
        return Explorer.explore(
                Diagram.ofProcess(process).model(), DiagramsPlayedTest::thrownBy, thrown -> isCalled(process));
    }

    private static Set<Thrown> thrownBy(String process) {
        return played(process).thrown();
    }

    /** Whoever calls it and does not catch it passes it on, and is found out. */
    private static boolean isCalled(String process) {
        return Diagram.all()
                .flatMap(diagram -> diagram.model().getModelElementsByType(CallActivity.class).stream())
                .anyMatch(call -> process.equals(call.getCalledElement()));
    }
}
