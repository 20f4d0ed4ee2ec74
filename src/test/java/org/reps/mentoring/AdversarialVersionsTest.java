package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/** The page Versions is for analysts, the council and the operator, and each of them changes only what is theirs. */
class AdversarialVersionsTest extends AdversarialTest {

    private static final String PLUGIN = "/camunda/api/cockpit/plugin/versions/";
    private static final String PAGES = PLUGIN + "default/";

    private static final List<String> CHANGES =
            List.of("taken-back", "release-taken", "own-kept", "move-tried", "moved");

    private List<String> before = List.of();

    @BeforeEach
    void there_are_two_versions() {
        before = deployments();
        deploy("reps-mentoring", Errand.GOOD);
        assertThat(as("anna")
                        .deploy(
                                "errand",
                                Errand.GOOD.called("Do it well", "P14D").files())
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void they_go() {
        var later = new ArrayList<>(deployments());
        later.removeAll(before);
        later.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void what_is_only_tried_leaves_nothing_behind() throws IOException {
        var known = engine.getManagementService().getRegisteredDeployments();
        var files = new HashMap<String, String>();
        for (var file : List.of(
                "bpmn/make-a-suggestion.bpmn",
                "forms/make-a-suggestion-start.form",
                "forms/make-a-suggestion-answer.form")) {
            files.put(Path.of(file).getFileName().toString(), Files.readString(Path.of(file)));
        }
        files.computeIfPresent("make-a-suggestion.bpmn", (name, text) -> text.replace("of ${author}", "by ${author}"));

        assertThat(as("anna").check("tried", files).body().path("faults")).isEmpty();
        assertThat(engine.getManagementService().getRegisteredDeployments()).isEqualTo(known);
    }

    @Test
    void all_its_addresses_are_among_those_that_are_tried() {
        assertThat(Route.under(PLUGIN))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(
                                        "GET " + PLUGIN + "static/{file}",
                                        "GET " + PLUGIN + "{engine}/access",
                                        "GET " + PLUGIN + "{engine}/versions",
                                        "GET " + PLUGIN + "{engine}/versions/{process}",
                                        "GET " + PLUGIN + "{engine}/versions/{process}/{from}/difference/{to}",
                                        "GET " + PLUGIN + "{engine}/versions/{process}/{version}/diagram",
                                        "GET " + PLUGIN + "{engine}/versions/{process}/{version}.zip"),
                                CHANGES.stream().map(change -> "POST " + PLUGIN + "{engine}/" + change))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "versions",
                "versions/errand",
                "versions/errand/1/difference/2",
                "versions/errand/1/diagram",
                "versions/errand/1.zip"
            })
    void only_they_read_it(String page) {
        assertThat(refused(() -> TasklistSession.anonymous(address()).get(PAGES + page))
                        .status())
                .isEqualTo(401);
        for (var other : List.of("ruth", "mateo")) {
            assertThat(refused(() -> as(other).get(PAGES + page)).status()).isEqualTo(403);
        }
        for (var reader : List.of("anna", "carmen", "admin")) {
            assertThat(as(reader).get(PAGES + page).status()).isEqualTo(200);
        }
    }

    @Test
    void nobody_else_changes_anything() {
        for (var change : CHANGES) {
            assertThat(refused(() -> TasklistSession.anonymous(address()).post(PAGES + change, asked(1, 2)))
                            .status())
                    .isIn(401, 403);
            refused(List.of("ruth", "mateo"), session -> session.post(PAGES + change, asked(1, 2)));
        }
    }

    @Test
    void the_council_brings_nothing_into_force_and_analysts_move_no_cases_of_others() {
        assertThat(refused(() -> as("carmen").post(PAGES + "taken-back", asked(1, 2)))
                        .message())
                .startsWith("Analysts and the operator bring versions into force");
        refused(() -> as("carmen").post(PAGES + "release-taken", Map.of("process", "errand", "release", "x")));
        for (var change : List.of("move-tried", "moved")) {
            assertThat(refused(() -> as("anna").post(PAGES + change, asked(1, 2)))
                            .message())
                    .startsWith("The council or the operator moves these cases.");
        }
        assertThat(refused(() -> as("carmen")
                                .post(PAGES + "moved", Map.of("process", "raise-concern", "from", 1, "inForce", 1)))
                        .message())
                .startsWith("The cases of this process are confidential");
    }

    @Test
    void nonsense_is_refused_in_plain_words() {
        for (var page : List.of(
                "versions/nothing",
                "versions/errand/9/diagram",
                "versions/errand/-1/diagram",
                "versions/errand/one/diagram",
                "versions/errand/1/difference/99999999999",
                "versions/errand/0/diagram",
                "versions/..%2F..%2Fsecret/1.zip",
                "versions/errand/9.zip")) {
            refused(List.of("anna", "carmen", "admin"), session -> session.get(PAGES + page));
        }
        for (var change : CHANGES) {
            refused(
                    () -> as("anna").post(PAGES + change, Map.of()),
                    () -> as("anna").post(PAGES + change, List.of(1)),
                    () -> as("anna").post(PAGES + change, Map.of("process", List.of(), "from", "x", "inForce", "y")),
                    () -> as("admin").post(PAGES + change, without("process")),
                    () -> as("admin").post(PAGES + change, without("inForce")),
                    () -> as("admin").post(PAGES + change, asked(9, 2)),
                    () -> as("admin").post(PAGES + change, asked(2, 2)),
                    () -> as("admin").post(PAGES + change, asked(1, 1)));
        }
    }

    @Test
    void nobody_in_a_case_is_named_and_what_is_confidential_is_not_even_counted() {
        for (var reader : List.of("anna", "carmen")) {
            var all = as(reader).get(PAGES + "versions");
            var concern = as(reader).get(PAGES + "versions/raise-concern");
            assertThat(all.text() + concern.text())
                    .doesNotContain("Rita", "Rumi", "Ruth", "@example.org", "sealed:", "businessKey");
            assertThat(concern.body().path("counted").asBoolean(true)).isFalse();
            assertThat(concern.body().path("versions").path(0).path("cases").isNull())
                    .isTrue();
            assertThat(concern.body().path("versions").path(0).path("steps")).isEmpty();
        }
        assertThat(as("admin")
                        .get(PAGES + "versions/raise-concern")
                        .body()
                        .path("versions")
                        .path(0)
                        .path("cases")
                        .isInt())
                .isTrue();
    }

    @Test
    void of_two_who_take_a_version_back_at_the_same_moment_one_comes_first() throws Exception {
        var answers = atOnce(List.<Callable<Answer>>of(
                () -> as("anna").post(PAGES + "taken-back", asked(1, 2)),
                () -> as("admin").post(PAGES + "taken-back", asked(1, 2))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 400);
        assertThat(as("anna").get(PAGES + "versions/errand").body().path("versions"))
                .hasSize(3);
    }

    private static Map<String, Object> asked(int from, int inForce) {
        return Map.of("process", Errand.KEY, "from", from, "inForce", inForce);
    }

    private static Map<String, Object> without(String what) {
        var asked = new HashMap<>(asked(1, 2));
        Objects.requireNonNull(asked.remove(what));
        return asked;
    }

    private void deploy(String name, Errand errand) {
        var deployment = engine.getRepositoryService().createDeployment().name(name);
        errand.files().forEach(deployment::addString);
        deployment.deploy();
    }

    private List<String> deployments() {
        return engine.getRepositoryService().createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }
}
