package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rana, whom Mateo guides, has told somebody how to reach her, and others look for it wherever they can. */
class AdversarialReachTest extends AdversarialTest {

    private static final String HIDDEN = "hiddenrana";

    private static final List<String> OTHERS = List.of("rosa", "rumi", "maya", "clara", "carmen", "anna");

    private static final String PAGES = "/camunda/api/tasklist/plugin/mentoring/default/";

    @AfterEach
    void asBefore() {
        says("@rana in our chat, in the evening in Beirut", "MENTOR_AND_MENTEES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MENTOR_AND_MENTEES", "CONTACTS", "EVERYBODY"})
    void it_is_found_where_it_is_needed_and_nowhere_else(String circle) {
        says(HIDDEN + " <b>in</b> our chat", circle);

        assertThat(shownToMateo()).contains(HIDDEN);
        assertThat(as("mateo").get(PAGES + "my-mentorship").text()).contains(HIDDEN);
        for (var userId : OTHERS) {
            assertThat(whateverIsAnswered(userId)).as("to " + userId).noneMatch(text -> text.contains(HIDDEN));
        }
        // What Mateo gets of the case itself does not hold it either, and nothing else was written.
        assertThat(whateverIsAnswered("mateo").filter(text -> text.contains(HIDDEN)))
                .hasSize(3);
        assertThat(DatabaseDump.of(database).containing(HIDDEN))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("REACH "));
    }

    @Test
    void whoever_narrows_the_circle_is_gone_from_a_form_that_was_open_already() {
        says(HIDDEN, "EVERYBODY");
        assertThat(shownToMateo()).contains(HIDDEN);
        jdbc.update("delete from reach where id = 'rana'");

        assertThat(shownToMateo()).contains("How to reach Rana Haddad: they have not told you here.");
        assertThat(DatabaseDump.of(database).containing(HIDDEN)).isEmpty();
    }

    @Test
    void nobody_says_it_for_somebody_else() {
        refused(() -> as("rosa")
                .start(
                        "my-profile",
                        Map.of("startedBy", "rana", "reach", "here", "reachSeenBy", "everybody", "timeZone", "UTC")));
        refused(() ->
                as("rosa").start("my-profile", Map.of("reach", "here", "reachSeenBy", "nobody", "timeZone", "UTC")));
        refused(() ->
                as("anna").start("my-profile", Map.of("reach", "here", "reachSeenBy", "everybody", "timeZone", "UTC")));
        refused(() ->
                as("rosa").start("my-profile", Map.of("reachSeenBy", "everybody", "timeZone", "UTC", "capacity", 5)));
    }

    private String shownToMateo() {
        return as("mateo")
                .engine("task/" + mateos().getId() + "/form-variables")
                .text();
    }

    private Stream<String> whateverIsAnswered(String userId) {
        var task = mateos().getId();
        var instance = mateos().getProcessInstanceId();
        var session = as(userId);
        var engine = Stream.of(
                        "task?maxResults=200",
                        "task/" + task + "/form-variables",
                        "task/" + task + "/form-variables?variableNames=howToReach&deserializeValues=true",
                        "task/" + task + "/deployed-form",
                        "task/" + task + "/variables",
                        "task/" + task + "/localVariables",
                        "task/" + task + "/rendered-form",
                        "process-instance/" + instance + "/variables",
                        "process-instance/" + instance + "/activity-instances",
                        "variable-instance?maxResults=2000",
                        "history/variable-instance?maxResults=2000",
                        "history/detail?maxResults=2000",
                        "history/task?maxResults=200",
                        "history/user-operation?maxResults=200",
                        "user/rana/profile")
                .map(path -> session.engine(path).text());
        var pages = Stream.of("my-mentorship", "mentors", "profile", "mail-settings")
                .map(page -> session.get(PAGES + page).text());
        var cockpit = Stream.of("programme", "history", "running")
                .map(page -> session.get("/camunda/api/cockpit/plugin/council/default/" + page)
                        .text());
        return Stream.of(engine, pages, cockpit).flatMap(texts -> texts);
    }

    private void says(String how, String circle) {
        jdbc.update("delete from reach where id = 'rana'");
        jdbc.update("insert into reach (id, how, seen_by, version) values ('rana', ?, ?, 0)", how, circle);
    }
}
