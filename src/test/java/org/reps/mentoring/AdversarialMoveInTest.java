package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/** Moving a programme in and out is for the operator. */
class AdversarialMoveInTest extends AdversarialTest {

    private static final String PLUGIN = "/camunda/api/cockpit/plugin/movein/";
    private static final String PAGES = PLUGIN + "default/";

    private static final String PEOPLE = "user name,first name,last name,mail,groups\n";
    private static final String NEWCOMER = PEOPLE + "nola,Nola,New,nola@example.org,reps\n";

    @Test
    void all_its_addresses_are_among_those_that_are_tried() {
        assertThat(Route.under(PLUGIN))
                .containsExactlyInAnyOrder(
                        "GET " + PLUGIN + "static/{file}",
                        "GET " + PLUGIN + "{engine}/access",
                        "GET " + PLUGIN + "{engine}/invitations",
                        "POST " + PLUGIN + "{engine}/invitations",
                        "POST " + PLUGIN + "{engine}/invitation",
                        "POST " + PLUGIN + "{engine}/trial",
                        "POST " + PLUGIN + "{engine}/arrival",
                        "GET " + PLUGIN + "{engine}/people.csv",
                        "GET " + PLUGIN + "{engine}/mentorships.csv",
                        "GET " + PLUGIN + "{engine}/example/{name}.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"invitations", "people.csv", "mentorships.csv", "example/people.csv", "example/nothing.csv"})
    void only_the_operator_gets_an_answer(String page) {
        var path = PAGES + page;

        assertThat(refused(() -> TasklistSession.anonymous(address()).get(path)).status())
                .isEqualTo(401);
        for (var other : List.of("ruth", "mateo", "anna", "carmen", "clara")) {
            assertThat(refused(() -> as(other).get(path)).status()).as(other).isEqualTo(403);
        }
        assertThat(as("admin").get(path).status()).isEqualTo(page.contains("nothing") ? 404 : 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial", "arrival"})
    void only_the_operator_brings_files(String path) {
        assertThat(refused(() -> {
                            var visitor = TasklistSession.anonymous(address());
                            visitor.openPage();
                            return visitor.post(PAGES + path, files(NEWCOMER, null));
                        })
                        .status())
                .isEqualTo(401);
        for (var other : List.of("ruth", "mateo", "anna", "carmen", "clara")) {
            var answer = refused(() -> as(other).post(PAGES + path, files(NEWCOMER, null)));
            assertThat(answer.status()).as(other).isEqualTo(403);
        }
        for (var other : List.of("anna", "carmen")) {
            assertThat(refused(() -> as(other).post(PAGES + path, files(NEWCOMER, null)))
                            .message())
                    .isEqualTo("Only the operator moves a programme in or out.");
        }
    }

    @Test
    void whether_there_is_a_page_is_told_to_who_may_open_cockpit() {
        assertIsFor("admin", PAGES + "access", "anna", "carmen");
    }

    @Test
    void another_page_cannot_bring_anything_in_the_operators_name() {
        var foreign = newSession("admin").withoutToken();

        assertThat(refused(() -> foreign.post(PAGES + "arrival", files(NEWCOMER, null)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_trial_by_the_operator_changes_nothing_and_an_arrival_does() {
        var before = DatabaseDump.of(database);
        var trial = as("admin").post(PAGES + "trial", files(NEWCOMER, null));
        assertThat(trial.status()).as(trial::toString).isEqualTo(200);
        assertThat(sentences(trial))
                .containsExactly(
                        "People: 1 new, 0 changed, 0 as they were.",
                        "Mentorships: 0 new, 0 changed, 0 as they were.",
                        "Nothing is wrong with it. This was a trial: nothing was changed.");
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();

        assertThat(sentences(as("admin").post(PAGES + "arrival", files(NEWCOMER, null))))
                .endsWith("All of this is done.");

        assertThat(people.name("nola")).isEqualTo("Nola New");
        assertThat(as("admin")
                        .get(PAGES + "invitations")
                        .body()
                        .path("notInvited")
                        .asInt())
                .isEqualTo(1);
        assertThat(as("admin").get(PAGES + "people.csv").text())
                .startsWith("\uFEFFuser name,first name,")
                .contains("\r\nnola,Nola,New,nola@example.org,reps,")
                .doesNotContain("\r\nadmin,");
        var stranger = TasklistSession.anonymous(address());
        stranger.openPage();
        for (var password : List.of("", "nola", "mentoring-demo")) {
            assertThat(stranger.login("nola", password, "tasklist").status()).isBetween(400, 499);
        }
        forgetNola();
    }

    @Test
    void only_the_operator_invites_and_nobody_twice() {
        as("admin").post(PAGES + "arrival", files(NEWCOMER, null));
        var everybody = Map.of("whose", "new");
        var nola = Map.of("userId", "nola");
        for (var other : List.of("ruth", "mateo", "anna", "carmen", "clara")) {
            assertThat(refused(
                                    () -> as(other).post(PAGES + "invitations", everybody),
                                    () -> as(other).post(PAGES + "invitation", nola))
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        var foreign = newSession("admin").withoutToken();
        refused(
                () -> foreign.post(PAGES + "invitations", everybody),
                () -> as("admin").post(PAGES + "invitations", Map.of("whose", "all")),
                () -> as("admin").post(PAGES + "invitations", NOTHING),
                () -> as("admin").post(PAGES + "invitation", NOTHING),
                () -> as("admin").post(PAGES + "invitation", Map.of("userId", "ruth")));

        var invited = as("admin").post(PAGES + "invitations", everybody);
        assertThat(invited.text()).isEqualTo("{\"invited\":1,\"failed\":0,\"left\":0}");
        assertThat(refused(() -> as("admin").post(PAGES + "invitation", nola)).message())
                .isEqualTo("Nola New was invited a moment ago. A mail takes a few minutes.");
        assertThat(as("admin").post(PAGES + "invitations", everybody).text())
                .isEqualTo("{\"invited\":0,\"failed\":0,\"left\":0}");
        letEverythingDueHappen();
        var nothing = as("admin").get(PAGES + "invitations").body();
        assertThat(nothing.path("people").path(0).path("progress").asText()).isEqualTo("invited");
        assertThat(nothing.path("notInvited").asInt()).isZero();
        forgetNola();
    }

    @Test
    void faults_are_told_with_line_and_column_and_nothing_is_changed() {
        var before = DatabaseDump.of(database);
        var answer = as("admin")
                .post(
                        PAGES + "arrival",
                        files(NEWCOMER + "Ana Silva,Ana,,,reps\n", "mentor,rep,began on\nmaya,nola,soon\n"));

        assertThat(answer.status()).isEqualTo(200);
        var faults = TasklistSession.list(answer.body().path("faults"));
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0).path("file").asText()).isEqualTo("people");
        assertThat(faults.get(0).path("line").asInt()).isEqualTo(3);
        assertThat(faults.get(0).path("column").asText()).isEqualTo("user name");
        assertThat(faults.get(1).path("sentence").asText())
                .isEqualTo("“soon” is not a day; please write it like 2026-11-20.");
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();
    }

    @Test
    void a_file_arrives_byte_by_byte_so_that_another_encoding_is_noticed() {
        var file = (PEOPLE + "nola,Nóla,New,,reps\n").getBytes(Charset.forName("windows-1252"));
        var answer = as("admin")
                .post(PAGES + "trial", Map.of("people", Base64.getEncoder().encodeToString(file)));

        assertThat(answer.body().path("faults").path(0).path("sentence").asText())
                .startsWith("In line 2 there are letters that are not written in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"people\":null}",
                "{\"people\":\"not base64!\"}",
                "{\"people\":17,\"mentorships\":[]}",
                "{\"other\":\"\"}",
                "{\"people\":",
                ""
            })
    void what_makes_no_sense_is_refused(String body) {
        for (var path : List.of("trial", "arrival")) {
            refused(() -> as("admin")
                    .send(
                            "POST",
                            PAGES + path,
                            Map.of("Content-Type", "application/json"),
                            body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        var answer = refused(() -> as("admin").post(PAGES + "trial", files("x".repeat(2_000_000), null)));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void examples_are_those_of_the_documentation() throws Exception {
        for (var name : List.of("people", "mentorships", "people-template", "mentorships-template")) {
            assertThat(as("admin").get(PAGES + "example/" + name + ".csv").text())
                    .isEqualTo(Files.readString(Path.of("docs/move-in", name + ".csv")));
        }
        refused(
                () -> as("admin").get(PAGES + "example/..%2Fapplication.csv"),
                () -> as("admin").get(PAGES + "example/.csv"),
                () -> as("admin").get(PLUGIN + "static/app/other.js"));
    }

    private static List<String> sentences(Answer answer) {
        return TasklistSession.list(answer.body().path("sentences")).stream()
                .map(sentence -> sentence.asText())
                .toList();
    }

    private static Map<String, Object> files(String people, @Nullable String mentorships) {
        var files = new HashMap<String, Object>();
        files.put("people", base64(people));
        files.put("mentorships", mentorships == null ? null : base64(mentorships));
        return files;
    }

    private static String base64(String file) {
        return Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
    }

    private void forgetNola() {
        engine.getIdentityService().deleteUser("nola");
        List.of("rep", "known_person").forEach(table -> jdbc.update("delete from " + table + " where id = 'nola'"));
        List.of("way_in", "entry_link").forEach(table -> jdbc.update("delete from " + table));
    }
}
