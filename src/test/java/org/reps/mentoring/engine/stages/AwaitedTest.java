package org.reps.mentoring.engine.stages;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;

/** Whoever finds a case on their page as their own reads for whom it waits, unless they are not to know. */
class AwaitedTest {

    private static final String MENTEE = "${menteeId}";
    private static final String MENTOR = "${mentorId}";

    /** Who finds the cases of a process as their own, as its tasks call them: what is theirs stands there anyway. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("ask-a-mentor", "${askerId}"),
            Map.entry("coaching-training", "${repId}"),
            Map.entry("leave-programme", "${personId}"),
            Map.entry("make-a-suggestion", "${authorId}"),
            Map.entry("mentor-absence", MENTOR),
            Map.entry("mentor-change", MENTEE),
            Map.entry("mentor-matching", MENTEE),
            Map.entry("mentor-resignation", MENTOR),
            Map.entry("programme-update", "${authorId}"),
            Map.entry("raise-concern", "${reporterId}"),
            Map.entry("recognise-somebody", "${authorId}"),
            Map.entry("rep-onboarding", MENTEE),
            Map.entry("too-much", MENTOR));

    /** Named to them as what their mentor has to do, with what it is called. */
    private static final Set<String> OF_THEIR_MENTOR =
            Set.of("Activity_HoldOrientationCall", "Activity_ReviewOrientation");

    @Test
    void every_case_that_somebody_finds_as_their_own_says_for_whom_it_waits() {
        assertThat(shown()).as("whose they are is said above").isSubsetOf(OWNERS.keySet());
        assertThat(shown().stream()
                        .map(Diagram::ofProcess)
                        .flatMap(diagram -> diagram.model().getModelElementsByType(UserTask.class).stream()
                                .filter(task -> task.getCamundaPriority() == null)
                                .filter(task -> !OWNERS.get(diagram.name()).equals(task.getCamundaAssignee()))
                                .filter(task -> !OF_THEIR_MENTOR.contains(task.getId()))
                                .filter(task -> !looksAfter(task))
                                .filter(task ->
                                        diagram.says(task, Stages.AWAITED).isEmpty())
                                .map(UserTask::getId)))
                .isEmpty();
    }

    /** That the council is asked to look after somebody is not told to them: it would read like a blame. */
    private static boolean looksAfter(UserTask task) {
        return task.getId().matches("Activity_(LookAfter|LookInto.+Concern|ReadReason|DecideAfterLeft).*");
    }

    private static Set<String> shown() {
        var own = Stream.of(ShownTo.values())
                .filter(shown -> shown != ShownTo.PAIR)
                .map(ShownTo::id)
                .collect(toSet());
        var shown = new HashSet<String>();
        Diagram.all()
                .filter(diagram -> Stream.of(
                                diagram.says(diagram.process(), Stages.SHOWN_TO).split(", *"))
                        .anyMatch(own::contains))
                .forEach(diagram -> {
                    shown.add(diagram.name());
                    diagram.model()
                            .getModelElementsByType(CallActivity.class)
                            .forEach(called -> shown.add(called.getCalledElement()));
                });
        return shown;
    }
}
