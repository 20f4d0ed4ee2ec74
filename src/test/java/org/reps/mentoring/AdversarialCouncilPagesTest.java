package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.engine.people.Group;

/** The council's pages in Cockpit are for the council. */
class AdversarialCouncilPagesTest extends AdversarialTest {

    private static final String PLUGIN = "/camunda/api/cockpit/plugin/council/";
    private static final String PAGES = PLUGIN + "default/";

    @Test
    void all_their_addresses_are_among_those_that_are_tried() {
        assertThat(Route.under(PLUGIN))
                .containsExactlyInAnyOrder(
                        "GET " + PLUGIN + "static/{file}",
                        "GET " + PLUGIN + "{engine}/access",
                        "GET " + PLUGIN + "{engine}/programme",
                        "GET " + PLUGIN + "{engine}/programme/{section}.csv",
                        "GET " + PLUGIN + "{engine}/tasks",
                        "GET " + PLUGIN + "{engine}/running",
                        "GET " + PLUGIN + "{engine}/feedback",
                        "GET " + PLUGIN + "{engine}/feedback/{section}.csv",
                        "GET " + PLUGIN + "{engine}/feedback/written",
                        "GET " + PLUGIN + "{engine}/feedback/written/{id}",
                        "GET " + PLUGIN + "{engine}/history",
                        "GET " + PLUGIN + "{engine}/history/processes",
                        "GET " + PLUGIN + "{engine}/history/{id}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme",
                "programme/mentors.csv",
                "programme/nothing.csv",
                "programme/tasks.csv",
                "programme/running.csv",
                "tasks",
                "running",
                "feedback",
                "feedback/mentors.csv",
                "feedback/functions.csv",
                "feedback/nothing.csv",
                "feedback/written",
                "feedback/written/{text}",
                "feedback/written/nothing",
                "history",
                "history/processes",
                "history/{case}"
            })
    void only_the_council_gets_an_answer(String page) {
        var path = PAGES + page.replace("{case}", ended()).replace("{text}", named());

        assertThat(refused(() -> TasklistSession.anonymous(address()).get(path)).status())
                .isEqualTo(401);
        for (var other : List.of("ruth", "mateo")) {
            assertThat(refused(() -> as(other).get(path)).status()).isEqualTo(403);
        }
        for (var other : List.of("anna", "admin")) {
            var answer = refused(() -> as(other).get(path));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.message()).isEqualTo("Only the council reads how the programme is doing.");
        }
        assertThat(as("carmen").get(path).status()).isEqualTo(page.contains("nothing") ? 404 : 200);
    }

    @Test
    void who_left_the_council_reads_it_no_more() {
        var cleo = newcomer("cleo", Group.COUNCIL);
        assertThat(cleo.get(PAGES + "programme").status()).isEqualTo(200);

        engine.getIdentityService().deleteMembership("cleo", Group.COUNCIL.id());

        refused(() -> cleo.get(PAGES + "programme"));
        refused(() -> cleo.get(PAGES + "history"));
    }

    @Test
    void whether_there_is_a_page_is_told_to_who_may_open_cockpit() {
        assertIsFor("carmen", PAGES + "access", "anna", "admin");
    }

    @Test
    void nothing_confidential_is_on_the_pages() {
        var carmen = as("carmen");
        var shown = carmen.get(PAGES + "programme").text()
                + carmen.get(PAGES + "history").text()
                + carmen.get(PAGES + "history/processes").text()
                + carmen.get(PAGES + "programme/cases.csv").text()
                + carmen.get(PAGES + "programme/tasks.csv").text()
                + carmen.get(PAGES + "tasks").text()
                + carmen.get(PAGES + "running").text()
                + carmen.get(PAGES + "feedback").text()
                + carmen.get(PAGES + "feedback/written").text();

        assertThat(shown)
                .contains("Rita Kowalska", "Hold the orientation call with Rana")
                // the running change of mentor, the concern, and what people have written
                .doesNotContain("Decide on a mentor change", "mentor-change", "raise-concern", "yearly-feedback")
                .doesNotContain("Rosa Ferreira with", "shirts", "sealed:", "@example.org", "Organise a meetup");
    }

    @Test
    void a_table_comes_as_a_file() {
        var carmen = as("carmen");
        var file = carmen.get(PAGES + "programme/mentors.csv");

        assertThat(file.text().lines().toList())
                .startsWith("\uFEFFMentor,Standing,Mentees,Free places,Capacity")
                .contains("Mei Tanaka,Active,1,0,1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history?page=-1",
                "history?page=x",
                "history?page=99999999999",
                "history?endedFrom=2026-13-45",
                "history?endedFrom=%27%20or%201=1",
                "history?startedUntil=%2B999999999-12-31",
                "history/..%2Fprogramme",
                "history/%27",
                "feedback/written?page=-1",
                "feedback/written?page=x",
                "feedback/written/..%2F..%2Fprogramme",
                "feedback/written.csv",
                "feedback/texts.csv",
                "programme/..%2Fmentors.csv",
                "programme/.csv"
            })
    void what_makes_no_sense_is_refused(String path) {
        refused(() -> as("carmen").get(PAGES + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "feedback/written"})
    void what_is_no_page_is_a_bad_question_and_no_missing_address(String list) {
        for (var page : List.of("abc", "-1", "1.5", "99999999999", "")) {
            var answer = as("carmen").get(PAGES + list + "?page=" + page);
            assertThat(answer.status()).as(page).isEqualTo(400);
            assertThat(answer.message()).isEqualTo("There is no such page.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "about=%27%20or%20%271%27=%271",
                "process=%27%29%20or%201=1%20--",
                "process=mentor-change",
                "process=raise-concern&outcome=Event_ConcernSettled",
                "about=%25",
                "outcome=%24%7BcurrentUser%28%29%7D"
            })
    void what_is_looked_for_is_never_a_command(String query) {
        assertThat(as("carmen")
                        .get(PAGES + "history?" + query)
                        .body()
                        .path("total")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void other_methods_and_other_files_are_refused() {
        var carmen = as("carmen");
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            refused(() -> carmen.send(
                    method, PAGES + "programme", Map.of("Content-Type", "application/json"), "{}".getBytes()));
        }
        refused(
                () -> carmen.get(PLUGIN + "static/app/other.js"),
                () -> carmen.get(PLUGIN + "static/../application.yaml"),
                () -> carmen.get(PAGES.replace("default", "other") + "programme"));
    }

    @Test
    void feedback_is_read_by_the_council_and_each_reading_is_kept() {
        var carmen = as("carmen");
        var clara = as("clara");
        var before = readings();

        var line = titles(carmen).get("About Maya Lindqvist, by Musa Diallo");
        assertThat(readings()).isEqualTo(before);
        var first = carmen.get(PAGES + "feedback/written/" + line);
        var second = clara.get(PAGES + "feedback/written/" + line);

        assertThat(first.body().path("whatBetter").asText()).isEqualTo("I learned about the travel grants too late.");
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(second.body().path("readBefore").findValuesAsText("who")).contains("Carmen Ruiz");
        assertThat(readings()).isEqualTo(before + 2);
        assertThat(jdbc.queryForList("select * from feedback_reading").toString())
                .contains("carmen", "clara", line)
                .doesNotContain("travel grants");
    }

    @Test
    void who_has_not_allowed_it_is_not_named() {
        var all = titles(as("carmen"));

        assertThat(all.keySet()).anySatisfy(title -> assertThat(title).endsWith(", by a mentee"));
        assertThat(as("carmen").get(PAGES + "feedback/written").text())
                .doesNotContain("Mateo", "Ravi", "mateo", "ravi", "mei");
    }

    @Test
    void a_council_member_who_has_a_part_in_it_gets_nothing_of_it() {
        var all = titles(as("carmen"));
        var identities = engine.getIdentityService();
        for (var part : List.of("maya", "musa")) {
            identities.createMembership(part, Group.COUNCIL.id());
            try {
                var session = as(part);
                assertThat(session.get(PAGES + "feedback/written").text()).doesNotContain("Musa Diallo");
                var own = PAGES + "feedback/written/" + all.get("About Maya Lindqvist, by Musa Diallo");
                assertThat(refused(() -> session.get(own)).message())
                        .isEqualTo("There is no such feedback, or it is not for you.");
                assertThat(session.get(PAGES + "feedback").text()
                                + session.get(PAGES + "feedback/mentors.csv").text()
                                + session.get(PAGES + "feedback/functions.csv").text())
                        .doesNotContain("travel grants", "sealed:");
            } finally {
                identities.deleteMembership(part, Group.COUNCIL.id());
            }
        }
        // What is said of Maya is no business of hers, whatever she is beside a mentor.
        identities.createMembership("maya", Group.COUNCIL.id());
        try {
            all.values().forEach(id -> refused(() -> as("maya").get(PAGES + "feedback/written/" + id)));
            assertThat(as("maya").get(PAGES + "feedback/mentors.csv").text()).doesNotContain("Maya");
        } finally {
            identities.deleteMembership("maya", Group.COUNCIL.id());
        }
    }

    @Test
    void no_file_has_what_people_have_written() {
        var carmen = as("carmen");
        for (var file : List.of("functions", "years", "mentors")) {
            var answer = carmen.get(PAGES + "feedback/" + file + ".csv");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.text())
                    .startsWith("\uFEFF")
                    .doesNotContain("travel grants", "never a question", "sealed:");
        }
    }

    @Test
    void open_tasks_have_the_names_of_people() {
        assertThat(as("carmen").get(PAGES + "programme/tasks.csv").text())
                .contains("Hold the orientation call with Rana", "Mateo Quispe")
                .doesNotContain("${", ",mateo,");
    }

    @Test
    void the_names_of_steps_in_a_diagram_have_no_expressions_for_who_only_looks_at_it() {
        var diagram = "process-definition/key/rep-onboarding/xml";
        for (var looking : List.of("carmen", "clara", "ruth")) {
            var shown = as(looking).engine(diagram).body().path("bpmn20Xml").asText();
            assertThat(shown)
                    .contains("name=\"Hold the orientation call with …\"")
                    .doesNotContain("with ${");
            // What the engine does stays in it.
            assertThat(shown).contains("${rules.orientationCallDue()}");
        }
        for (var changing : List.of("anna", "admin")) {
            assertThat(as(changing).engine(diagram).body().path("bpmn20Xml").asText())
                    .contains("name=\"Hold the orientation call with ${mentee.firstName()}\"");
        }
    }

    /** What there is to be read, by its title; of several with one title the last. */
    private static Map<String, String> titles(TasklistSession session) {
        var titles = new HashMap<String, String>();
        session.get(PAGES + "feedback/written")
                .body()
                .path("written")
                .forEach(line ->
                        titles.put(line.path("title").asText(), line.path("id").asText()));
        return titles;
    }

    private String named() {
        return titles(as("carmen")).get("About Maya Lindqvist, by Musa Diallo");
    }

    private int readings() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from feedback_reading", Integer.class));
    }

    private String ended() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("yearly-check-in")
                .finished()
                .listPage(0, 1)
                .get(0)
                .getId();
    }
}
