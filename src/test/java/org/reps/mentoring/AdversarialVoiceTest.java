package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Verena suggests something and recognises Vesna, and others would like to answer, to read or to say more than that.
 */
class AdversarialVoiceTest extends AdversarialTest {

    private static final String PAGES = "/camunda/api/tasklist/plugin/mentoring/default/";

    @Test
    void what_is_recognised_is_shown_and_answered_by_nobody_but_those_it_is_for() {
        newcomer("verena");
        newcomer("vesna");
        programme.rep("verena").recognises("vesna", "A talk in three languages.");
        letEverythingDueHappen();
        var answer = theTask("Activity_AnswerRecognition");
        for (var other : List.of("verena", "vesna", "rosa", "anna")) {
            refused(() -> as(other).submit(answer, Map.of("recognitionAnswer", "pass-on")));
        }
        programme.council("clara").passesOnWhatIsRecognisedIn("vesna");
        letEverythingDueHappen();
        var show = theTask("Activity_SayWhetherShown");
        for (var other : List.of("verena", "clara", "rosa")) {
            refused(() -> as(other).submit(show, Map.of("mayShow", "yes")));
        }

        var id = as("vesna")
                .get(PAGES + "recognitions")
                .body()
                .path("mine")
                .path(0)
                .path("id")
                .asText();
        assertThat(id).isNotEmpty();
        for (var other : List.of("verena", "clara", "rosa", "anna")) {
            refused(() -> as(other).post(PAGES + "recognitions/" + id, Map.of("shown", true)));
            assertThat(as(other).get(PAGES + "recognitions").text()).as(other).doesNotContain("three languages");
        }
        refused(
                () -> as("vesna").post(PAGES + "recognitions/" + id, Map.of()),
                () -> as("vesna").post(PAGES + "recognitions/" + id, Map.of("shown", "perhaps")),
                () -> as("vesna").post(PAGES + "recognitions/nothing", Map.of("shown", true)),
                () -> TasklistSession.anonymous(address()).get(PAGES + "recognitions"),
                () -> TasklistSession.anonymous(address()).get(PAGES + "suggestions"));
    }

    @Test
    void nobody_suggests_what_hangs_on_nothing_or_answers_what_is_not_theirs_to_answer() {
        newcomer("velimir");
        for (var step :
                List.of("rep-onboarding Nowhere", "no-process Event_X", "raise-concern", "../ Event_X", "* *")) {
            refused(() ->
                    as("velimir").start("make-a-suggestion", Map.of("suggestionWords", "Better.", "aboutStep", step)));
        }
        refused(
                () -> as("velimir").start("make-a-suggestion", Map.of("suggestionWords", " ")),
                () -> as("velimir").start("make-a-suggestion", Map.of("suggestionWords", "x".repeat(2001))),
                () -> as("velimir").start("make-a-suggestion", Map.of("suggestionWords", "Mine", "authorId", "rosa")),
                () -> as("velimir").start("make-a-suggestion", Map.of("suggestionWords", "Mine", "suggestionId", "x")),
                () -> as("anna").start("make-a-suggestion", Map.of("suggestionWords", "Mine")),
                () -> as("velimir")
                        .start("recognise-somebody", Map.of("recognisedPerson", "velimir", "recognisedFor", "Me")),
                () -> as("velimir")
                        .start("recognise-somebody", Map.of("recognisedPerson", "nobody", "recognisedFor", "Who")));
        programme.rep("velimir").suggests("<b>Bolder</b> [forms](javascript:alert(1))");
        letEverythingDueHappen();
        var answer = theTask("Activity_AnswerSuggestion");
        for (var other : List.of("velimir", "rosa", "maya", "anna")) {
            refused(() -> as(other).submit(answer, Map.of("suggestionAnswer", "taken-up")));
        }
        assertThat(as("rosa").get(PAGES + "suggestions").text())
                .contains("<b>Bolder</b> [forms](javascript:alert(1))")
                .doesNotContain("Velimir", "velimir");
    }

    private String theTask(String activity) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(activity)
                .singleResult()
                .getId();
    }
}
