package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.keepintouch.KeepInTouchSteps;
import org.springframework.beans.factory.annotation.Autowired;

/** Remy and Mateo are asked whether they are in touch, and others would like to know, or to answer for them. */
class AdversarialInTouchTest extends AdversarialTest {

    private static final List<String> OTHERS = List.of("rosa", "maya", "clara", "carmen", "anna");

    @Autowired
    private KeepInTouchSteps keepInTouch;

    @BeforeEach
    void theRoundHasAsked() {
        keepInTouch.askDue();
        letEverythingDueHappen();
    }

    private Task remys() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Activity_SayWhetherInTouch")
                .taskAssignee("remy")
                .singleResult();
    }

    @Test
    void nobody_answers_for_somebody_else() {
        var task = remys();
        for (var other : OTHERS) {
            refused(() -> as(other).submit(task.getId(), Map.of("touchAnswer", "talked")));
        }
        refused(() -> as("mateo").submit(task.getId(), Map.of("touchAnswer", "talked")));
    }

    @Test
    void nobody_says_how_others_keep_in_touch() {
        refused(() ->
                as("rosa").start("how-we-keep-in-touch", Map.of("inTouchWith", "remy", "contactEvery", "every week")));
        refused(() -> as("rosa")
                .start(
                        "how-we-keep-in-touch",
                        Map.of("mentorshipId", remys().getProcessInstanceId(), "contactEvery", "every week")));
        refused(() -> as("rosa").start("how-we-keep-in-touch", Map.of("startedBy", "remy", "askMe", "no")));
        refused(() -> as("rosa").start("how-we-keep-in-touch", Map.of("contactEvery", "every hour")));
        refused(() -> as("carmen").start("how-we-keep-in-touch", Map.of("askMe", "no")));
        refused(() -> as("remy").start("keep-in-touch", NOTHING));
    }

    @Test
    void nobody_else_sees_that_the_two_are_asked() {
        var task = remys();
        for (var other : OTHERS) {
            var session = as(other);
            for (var path : List.of(
                    "task/" + task.getId(),
                    "task/" + task.getId() + "/form-variables",
                    "process-instance/" + task.getProcessInstanceId(),
                    "process-instance/" + task.getProcessInstanceId() + "/variables")) {
                assertThat(session.engine(path).status()).as(other + " " + path).isBetween(400, 499);
            }
        }
    }
}
