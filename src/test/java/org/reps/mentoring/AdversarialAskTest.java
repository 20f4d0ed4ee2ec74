package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rosa asks Mateo for a session, and others would like to read what she asks, or to answer for him. */
class AdversarialAskTest extends AdversarialTest {

    private static final List<String> OTHERS = List.of("remy", "maya", "clara", "carmen", "anna");

    private static final String MARKER = "stage fright, twice";

    private Task askedOfMateo() {
        as("rosa").start("ask-a-mentor", Map.of("skill", "Coaching", "askedMentorId", "mateo", "whatAbout", MARKER));
        letEverythingDueHappen();
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Activity_AnswerAsk")
                .taskAssignee("mateo")
                .singleResult();
    }

    /** Others look at what is under way for Rosa. */
    @AfterEach
    void rosaTakesItBack() {
        engine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Activity_TakeBackAsk")
                .taskAssignee("rosa")
                .list()
                .stream()
                .map(Task::getId)
                .forEach(task -> as("rosa").submit(task, Map.of("takenBack", true)));
        letEverythingDueHappen();
    }

    @Test
    void only_the_mentor_who_is_asked_reads_and_answers_it() {
        var task = askedOfMateo();
        for (var other : OTHERS) {
            var session = as(other);
            refused(() -> session.submit(task.getId(), Map.of("sessionAnswer", "no")));
            for (var path : List.of(
                    "task/" + task.getId(),
                    "task/" + task.getId() + "/form-variables",
                    "process-instance/" + task.getProcessInstanceId(),
                    "process-instance/" + task.getProcessInstanceId() + "/variables")) {
                assertThat(session.engine(path).status()).as(other + " " + path).isBetween(400, 499);
            }
        }
        assertThat(as("rosa").engine("task/" + task.getId() + "/form-variables").status())
                .isBetween(400, 499);
        assertThat(as("mateo")
                        .engine("task/" + task.getId() + "/form-variables")
                        .text())
                .contains(MARKER);
    }

    @Test
    void nobody_asks_in_the_name_of_others_or_past_the_table() {
        refused(() ->
                as("rosa").start("ask-a-mentor", Map.of("skill", "Coaching", "whatAbout", "a", "askerId", "remy")));
        refused(() -> as("rosa").start("ask-a-mentor", Map.of("skill", "Juggling", "whatAbout", "a")));
        refused(() -> as("rosa")
                .start("ask-a-mentor", Map.of("skill", "Coaching", "whatAbout", "a", "askedMentorId", "rumi")));
        refused(() -> as("mateo")
                .start("ask-a-mentor", Map.of("skill", "Coaching", "whatAbout", "a", "askedMentorId", "mateo")));
        refused(() -> as("carmen").start("ask-a-mentor", Map.of("skill", "Coaching", "whatAbout", "a")));
        refused(() -> as("rosa").start("after-orientation", NOTHING));
    }
}
