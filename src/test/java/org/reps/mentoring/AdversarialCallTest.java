package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clara sets a call of all mentors; reps would like to read what it is about, and others to hold it. */
class AdversarialCallTest extends AdversarialTest {

    private static final String PAGE = "/camunda/api/tasklist/plugin/mentoring/default/mentors-call";

    private static final String MARKER = "<b>Pairs</b> of [mentees](javascript:alert(1))";

    /** Generated submissions may have set one, too, and there is one next call. */
    @BeforeEach
    @AfterEach
    void noCallIsAhead() {
        tasksAhead()
                .forEach(task -> as(task.getAssignee())
                        .submit(task.getId(), Map.of("callChange", "cancel", "callWord", "", "alsoLater", true)));
        letEverythingDueHappen();
    }

    private List<Task> tasksAhead() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Activity_ChangeCall")
                .list();
    }

    @Test
    void nobody_but_mentors_and_the_council_reads_or_writes_anything_of_a_call() {
        programme.council("clara").setsACallOfAllMentors(Today.today().plusDays(30), "once", "toTell", MARKER);
        letEverythingDueHappen();
        assertThat(as("maya").get(PAGE).text()).contains("<b>Pairs</b> of [mentees](javascript:alert(1))");
        for (var other : List.of("rosa", "rumi", "anna")) {
            assertThat(as(other).get(PAGE).text()).as(other).isEmpty();
            refused(() -> as(other).post(PAGE, Map.of("words", "And we?")));
        }

        var uid = as("maya").get(PAGE).body().path("next").path("id").asText();
        assertThat(as("maya")
                        .get(PAGE.replace("mentors-call", "meetings/" + uid + ".ics"))
                        .text())
                .contains("BEGIN:VCALENDAR");
        refused(
                () -> as("rosa").get(PAGE.replace("mentors-call", "meetings/" + uid + ".ics")),
                () -> TasklistSession.anonymous(address()).get(PAGE),
                () -> as("maya").post(PAGE, Map.of("words", " ")),
                () -> as("maya").post(PAGE, Map.of("words", "x".repeat(301))),
                () -> as("maya").post(PAGE, Map.of()));
        as("maya").post(PAGE, Map.of("words", "Of maya alone"));
        var question =
                as("maya").get(PAGE).body().path("agenda").path(1).path("id").asText();
        assertThat(question).isNotEmpty();
        refused(
                () -> as("mateo").post(PAGE + "/" + question + "/taken-back", Map.of()),
                () -> as("clara").post(PAGE + "/" + question + "/taken-back", Map.of()),
                () -> as("maya").post(PAGE + "/nothing/taken-back", Map.of()));
        assertThat(as("maya")
                        .post(PAGE + "/" + question + "/taken-back", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobody_sets_moves_or_cancels_one_that_is_not_theirs() {
        var call = Map.<String, Object>of(
                "callOn", Today.today().plusDays(30).toString(),
                "callAt", "18:00",
                "callPlace", "Here",
                "callEvery", "once");
        for (var other : List.of("rosa", "maya", "anna", "carmen")) {
            refused(() -> as(other).start("mentors-call", call));
        }
        refused(() -> as("clara").start("mentors-call", with(call, "callEvery", "every day")));
        refused(() -> as("clara").start("mentors-call", with(call, "hostId", "maya")));
        refused(() -> as("clara").start("mentors-call", with(call, "callOn", "2020-01-01")));
        as("clara").start("mentors-call", call);
        letEverythingDueHappen();
        refused(() -> as("chidi").start("mentors-call", call));

        var task = tasksAhead().get(0).getId();
        for (var other : List.of("rosa", "maya", "anna", "carmen", "chidi")) {
            refused(() -> as(other).submit(task, Map.of("callChange", "cancel", "callWord", "Mine")));
        }
        refused(() -> as("clara").submit(task, Map.of("callChange", "move")));
        refused(() -> as("clara").submit(task, Map.of("callChange", "hold")));
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object answer) {
        var changed = new HashMap<>(answers);
        changed.put(key, answer);
        return changed;
    }
}
