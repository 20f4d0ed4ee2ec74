package org.reps.mentoring;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own pages in Tasklist get from the server, in a session of the sample programme. */
class TasklistPagesTest extends AdversarialTest {

    private static final String PAGES = "/camunda/api/tasklist/plugin/mentoring/default/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PAGES + "my-mentorship",
                PAGES + "mentors",
                "/camunda/api/tasklist/plugin/mentoring/static/../default/mentors",
                "/camunda/api/tasklist/plugin/mentoring/static/default/mentors",
                "/camunda/api/tasklist;x/plugin/mentoring/default/mentors",
                "/camunda/api/tasklist/plugin/mentoring/;x/default/mentors",
                "/camunda/api/tasklist/plugin/mentoring/other/mentors"
            })
    void who_is_not_logged_in_sees_nothing(String path) {
        refused(() -> TasklistSession.anonymous(address()).get(path));
    }

    @Test
    void without_a_login_it_is_asked_for() {
        var visitor = TasklistSession.anonymous(address());

        for (var page : List.of("my-mentorship", "mentors")) {
            assertThat(visitor.get(PAGES + page).status()).isEqualTo(401);
        }
    }

    /**
     * Rosa would like another mentor than Maya, and Rolf has raised a concern: neither shows on anybody else's page.
     */
    @Test
    void everybody_sees_their_own_and_nothing_that_is_secret() {
        assertThat(ownPage("rosa").path("cases").findValuesAsText("process")).containsExactly("mentor-change");
        assertThat(ownPage("rolf").path("cases").findValuesAsText("process"))
                .containsExactlyInAnyOrder("raise-concern", "coaching-training");

        var maya = ownPage("maya");
        assertThat(maya.path("withMentees").findValuesAsText("name")).containsExactly("Ravi Sharma", "Rosa Ferreira");
        assertThat(maya.path("withMentees").path(1).path("cases").findValuesAsText("process"))
                .doesNotContain("mentor-change");
        assertThat(maya.path("cases")).isEmpty();
        for (var other : List.of("maya", "mei", "ravi", "mateo", "clara", "chidi", "carmen", "admin")) {
            assertThat(ownPage(other).toString())
                    .as(other)
                    .doesNotContain("concern\",\"since", "mentor-change\",\"name\":\"Change of mentor\",\"since");
            assertThat(ownPage(other).path("cases").findValuesAsText("process"))
                    .as(other)
                    .doesNotContain("raise-concern", "mentor-change");
        }
    }

    /** Nobody in the council has read yet why she had left. */
    @Test
    void whoever_is_back_is_not_shown_as_leaving() {
        newcomer("nerida")
                .start("leave-programme", Map.of("lastDay", Today.today().toString(), "reason", "I am tired."));
        letEverythingDueHappen();
        assertThat(ownPage("nerida").path("cases").findValuesAsText("process")).containsExactly("leave-programme");
        var leaving = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("leave-programme")
                .processInstanceBusinessKey("nerida")
                .singleResult();
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(leaving.getId())
                .timers()
                .activityId("Event_LeavingDayOver")
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        letEverythingDueHappen();
        as("clara").start("welcome-back", Map.of("userName", "nerida", "samePerson", true));
        letEverythingDueHappen();

        var page = newSession("nerida").get(PAGES + "my-mentorship").body();
        assertThat(page.path("cases")).isEmpty();
        engine.getRuntimeService().deleteProcessInstance(timer.getProcessInstanceId(), "test over");
        engine.getIdentityService().deleteUser("nerida");
    }

    @Test
    void a_mentor_sees_what_their_mentee_has_to_do_and_the_other_way_round() {
        assertThat(ownPage("mateo").path("withMentees"))
                .filteredOn(mentee -> mentee.path("name").asText().equals("Rana Haddad"))
                .singleElement()
                .satisfies(rana ->
                        assertThat(rana.path("cases").findValuesAsText("task")).contains("Activity_TakeFirstSteps"));

        assertThat(ownPage("rana").path("cases").findValuesAsText("task")).contains("Activity_HoldOrientationCall");
    }

    @Test
    void a_mentor_sees_what_several_mentees_say_and_never_a_text() {
        var said = ownPage("maya").path("asMentor").path("feedback");
        // Of four, as the fourth is no group of three yet.
        assertThat(said.path("answers").asText()).isEqualTo("3");
        assertThat(said.path("availability").asText()).isEqualTo("5.0");
        assertThat(said.path("clarity").asText()).isEqualTo("3.0");
        assertThat(ownPage("maya").toString()).doesNotContain("travel grants too late", "sealed:");

        assertThat(ownPage("mateo").path("asMentor").path("feedback").isNull()).isTrue();
    }

    @Test
    void goals_are_written_and_ticked_by_the_two_and_by_nobody_else() {
        var pair = ownPage("ravi").path("withMentor").path("id").asText();
        var written = as("ravi").post(PAGES + "goals", Map.of("mentorship", pair, "words", "Speak at a meetup"));
        assertThat(written.status()).as(written::toString).isEqualTo(200);
        var goal = written.body().path(0);
        var ticked = PAGES + "goals/" + goal.path("id").asText();

        var before = DatabaseDump.of(database);
        var strangers = List.of("rosa", "mateo", "clara", "admin");
        refused(strangers, session -> session.post(ticked, Map.of("mentorship", pair, "number", 1, "kind", "REACHED")));
        refused(strangers, session -> session.post(PAGES + "goals", Map.of("mentorship", pair, "words", "Mine")));
        refused(() -> TasklistSession.anonymous(address())
                .post(ticked, Map.of("mentorship", pair, "number", 1, "kind", "REACHED")));
        for (var nonsense : List.of(
                Map.of("mentorship", pair, "number", 1),
                Map.of("mentorship", pair, "kind", "REACHED"),
                Map.of("number", 1, "kind", "REACHED"),
                Map.of("mentorship", pair, "number", 1, "kind", "STOLEN"),
                Map.of("mentorship", pair, "number", 1, "kind", "REWORDED", "words", "x".repeat(400)))) {
            assertThat(as("maya").post(ticked, nonsense).status())
                    .as(nonsense.toString())
                    .isEqualTo(400);
        }
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();

        assertThat(as("maya")
                        .post(ticked, Map.of("mentorship", pair, "number", 1, "kind", "REACHED"))
                        .status())
                .isEqualTo(200);
        var tooLate = as("ravi").post(ticked, Map.of("mentorship", pair, "number", 1, "kind", "DROPPED"));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.body().path("message").asText()).contains("changed a moment ago");
        assertThat(tooLate.body().path("goals").path(0).path("state").asText()).isEqualTo("REACHED");
        assertThat(ownPage("maya").path("withMentees").path(1).path("goals")).isEmpty();
    }

    /** As from a page of somebody else that a member of the programme has open, too. */
    @Test
    void without_the_token_of_the_page_no_goal_is_written() {
        var pair = ownPage("ravi").path("withMentor").path("id").asText();
        var elsewhere = newSession("ravi").withoutToken();

        assertThat(elsewhere
                        .post(PAGES + "goals", Map.of("mentorship", pair, "words", "Not mine"))
                        .status())
                .isEqualTo(403);
        assertThat(ownPage("ravi").toString()).doesNotContain("Not mine");
    }

    /** What is for contacts or mentors is not even sent to others; who does not know of it asks for nothing. */
    @Test
    void a_form_asks_nobody_for_what_is_for_others() {
        for (var process : List.of("rep-onboarding", "mentor-change", "leave-programme")) {
            assertThat(startForm("remy", process)).doesNotContain("onBehalfOf\",", "As a contact");
            assertThat(startForm("clara", process)).contains("\"key\":\"onBehalfOf\"");
        }
        assertThat(startForm("remy", "coaching-training")).doesNotContain("I nominate another rep");
        assertThat(startForm("mateo", "coaching-training")).contains("I nominate another rep");
        assertThat(startForm("remy", "my-profile"))
                .contains("skillsWanted")
                .doesNotContain("Mentees at most", "You are a contact");
        assertThat(startForm("mateo", "my-profile")).contains("Mentees at most");
        assertThat(startForm("clara", "my-profile")).contains("You are a contact");
    }

    /** Otherwise a page that says what happens next would say it with braces. */
    @Test
    void what_is_said_afterwards_comes_with_the_form_and_knows_how_many_days_there_are() {
        assertThat(startForm("remy", "raise-concern"))
                .contains("mentoring-afterwards", "within 7 days")
                .doesNotContain("days.councilAnswer");
    }

    /** Roman may think again about leaving, and need not: nobody is led to what they would rather not touch. */
    @ParameterizedTest
    @ValueSource(strings = {"maya", "mateo", "rana", "ravi", "ruth", "roman", "clara", "anna"})
    void what_comes_next_is_the_first_of_what_has_to_be_done(String userId) {
        var toDo = new ArrayList<JsonNode>();
        ownPage(userId).path("tasks").forEach(task -> {
            if (!task.path("optional").asBoolean()) {
                toDo.add(task);
            }
        });
        var next = newSession(userId).get(PAGES + "next-task").body().path("task");
        if (toDo.isEmpty()) {
            assertThat(next.isNull()).isTrue();
        } else {
            assertThat(toDo).contains(next);
        }
        if (List.of("mateo", "rana", "ruth").contains(userId)) {
            assertThat(toDo).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"maya", "ravi", "clara", "carmen"})
    void what_can_be_started_is_the_same_on_the_page_and_in_the_list(String userId) {
        assertThat(as(userId).get(PAGES + "starts").body())
                .isNotEmpty()
                .isEqualTo(ownPage(userId).path("starts"));
    }

    /** Mei lives in Tokyo, wherever her browser is and whatever its clock shows; all pages reckon by this. */
    @Test
    void days_are_reckoned_where_somebody_lives_and_by_the_programmes_clock() {
        var clock = as("mei").get(PAGES + "clock").body();

        assertThat(clock.path("zone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(Instant.parse(clock.path("now").asText())).isCloseTo(Today.now(), within(1, ChronoUnit.HOURS));
    }

    private String startForm(String userId, String process) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        return as(userId)
                .engine("process-definition/" + definition.getId() + "/deployed-start-form")
                .text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "admin", "carmen"})
    void who_is_no_rep_gets_a_page_without_a_mentorship(String userId) {
        var page = ownPage(userId);

        assertThat(page.path("rep").asBoolean()).isFalse();
        assertThat(page.path("withMentor").isNull()).isTrue();
        assertThat(page.path("asMentor").isNull()).isTrue();
        assertThat(page.path("withMentees")).isEmpty();
        assertThat(page.path("starts").isEmpty()).isEqualTo(userId.equals("anna"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruth", "mateo", "carmen"})
    void the_list_of_mentors_is_for_everybody_and_tells_no_ids_or_addresses(String userId) {
        var list = as(userId).get(PAGES + "mentors");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().findValuesAsText("name"))
                .containsExactly(
                        "Malou Peeters", "Mateo Quispe", "Maya Lindqvist", "Mei Tanaka", "Mirko Horvat", "Musa Diallo");
        assertThat(list.text()).doesNotContain("@", "\"mateo\"", "\"maya\"", "\"mei\"", "\"musa\"", "\"id\"");
        assertThat(list.body().path(5).path("backOn").asText()).isNotEmpty();
    }

    @Test
    void the_council_can_load_the_scripts_of_its_pages() throws IOException {
        var contact = as("clara");

        try (var files = Files.list(Path.of("src/main/resources/plugin-webapp/council/app"))) {
            assertThat(files.map(Path::getFileName))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    statusOf(contact, "/camunda/api/cockpit/plugin/council/static/app/" + file))
                            .isEqualTo(200));
        }
    }

    @Test
    void the_login_page_can_load_the_scripts_of_the_pages() throws IOException {
        var visitor = TasklistSession.anonymous(address());

        try (var files = Files.list(Path.of("src/main/resources/plugin-webapp/mentoring/app"))) {
            assertThat(files.map(Path::getFileName))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    statusOf(visitor, "/camunda/api/tasklist/plugin/mentoring/static/app/" + file))
                            .isEqualTo(200));
        }
        refused(() -> visitor.get("/camunda/api/tasklist/plugin/mentoring/static/app/../../../application.yaml"));
    }

    /** It leads to the address that the script has in this release. */
    private static int statusOf(TasklistSession session, String script) {
        var led = session.get(script).headers().firstValue("Location");
        return session.get(led.orElseThrow()).status();
    }

    @ParameterizedTest
    @CsvSource({
        "ruth, My tasks Overdue",
        "mateo, My tasks Tasks I can take Overdue",
        "clara, My tasks Council queue Tasks I can take Overdue"
    })
    void my_tasks_are_open_after_the_login_and_the_other_lists_follow_by_role(String userId, String lists) {
        var filters =
                as(userId).engine("filter?maxResults=50&resourceType=Task").body();

        assertThat(TasklistSession.list(filters).stream()
                        .sorted(comparing(filter ->
                                filter.path("properties").path("priority").asInt()))
                        .map(filter -> filter.path("name").asText())
                        .collect(joining(" ")))
                .isEqualTo(lists);
    }

    @Test
    void Tasklist_bears_the_name_of_the_programme() {
        var config = TasklistSession.anonymous(address()).get("/camunda/app/tasklist/scripts/config.js");

        assertThat(config.text()).contains("vendor: 'Reps', name: 'Mentoring'");
    }

    private JsonNode ownPage(String userId) {
        var page = as(userId).get(PAGES + "my-mentorship");
        assertThat(page.status()).as(page::toString).isEqualTo(200);
        return page.body();
    }
}
