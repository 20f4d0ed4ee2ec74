package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;

/** The council's pages in Cockpit are for the council. */
class AdversarialCouncilPagesTest extends AdversarialTest {

    private static final String PLUGIN = "/camunda/api/cockpit/plugin/council/";
    private static final String PAGES = PLUGIN + "default/";

    @Test
    void all_their_addresses_are_among_those_that_are_tried() {
        assertThat(Route.all().stream()
                        .filter(route -> route.path().startsWith(PLUGIN))
                        .map(route -> route.method() + " " + route.path()))
                .containsExactlyInAnyOrder(
                        "GET " + PLUGIN + "static/{file}",
                        "GET " + PLUGIN + "{engine}/access",
                        "GET " + PLUGIN + "{engine}/programme",
                        "GET " + PLUGIN + "{engine}/programme/feedback",
                        "GET " + PLUGIN + "{engine}/programme/{section}.csv",
                        "GET " + PLUGIN + "{engine}/history",
                        "GET " + PLUGIN + "{engine}/history/processes",
                        "GET " + PLUGIN + "{engine}/history/{id}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme",
                "programme/feedback",
                "programme/mentors.csv",
                "programme/nothing.csv",
                "history",
                "history/processes",
                "history/{case}"
            })
    void only_the_council_gets_an_answer(String page) {
        var path = PAGES + page.replace("{case}", ended());

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
        people.register(new Person("cleo", "Cleo", "New", "cleo@example.org"), "mentoring-demo", Group.COUNCIL);
        var cleo = as("cleo");
        assertThat(cleo.get(PAGES + "programme").status()).isEqualTo(200);

        engine.getIdentityService().deleteMembership("cleo", Group.COUNCIL.id());

        refused(() -> cleo.get(PAGES + "programme"));
        refused(() -> cleo.get(PAGES + "history"));
    }

    @Test
    void whether_there_is_a_page_is_told_to_who_may_open_cockpit() {
        assertThat(as("carmen").get(PAGES + "access").body().path("allowed").asBoolean())
                .isTrue();
        for (var other : List.of("anna", "admin")) {
            assertThat(as(other).get(PAGES + "access").body().path("allowed").asBoolean(true))
                    .isFalse();
        }
        refused(List.of("ruth", "mateo"), session -> session.get(PAGES + "access"));
    }

    @Test
    void nothing_confidential_is_on_the_pages() {
        var carmen = as("carmen");
        var shown = carmen.get(PAGES + "programme").text()
                + carmen.get(PAGES + "history").text()
                + carmen.get(PAGES + "history/processes").text()
                + carmen.get(PAGES + "programme/cases.csv").text();

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
                .startsWith("Mentor,Standing,Mentees,Free places,Capacity")
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
                "programme/..%2Fmentors.csv",
                "programme/.csv"
            })
    void what_makes_no_sense_is_refused(String path) {
        refused(() -> as("carmen").get(PAGES + path));
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
