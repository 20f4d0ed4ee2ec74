package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analysts bring what they have drawn into the trial programme, as Camunda Modeler does it. */
class DeploymentByAnalystsIT {

    @TempDir
    static Path directory;

    static RunningJar jar;

    @BeforeAll
    static void start() {
        jar = new RunningJar(directory, Map.of());
        jar.start();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    /** Both need the application to be started again; it is done once. */
    @Test
    void what_analysts_deploy_stays_in_force_and_what_protects_less_is_let_in_by_the_operator_when_it_starts_again()
            throws IOException {
        assertThat(anna().engine("version").status()).isEqualTo(200);
        assertThat(anna().engine("deployment?maxResults=0").status()).isEqualTo(200);
        assertThat(startable().path("version").asInt()).isEqualTo(1);
        var deployed = anna().deploy("rep-onboarding", withForms("Find me a mentor"));
        assertThat(deployed.status()).as(deployed::toString).isEqualTo(200);
        assertThat(startable().path("name").asText()).isEqualTo("Find me a mentor");
        assertThat(TasklistSession.of("rumi", jar.address())
                        .start("rep-onboarding", Map.of())
                        .message())
                .contains("please answer this");
        var again = anna().deploy("rep-onboarding", withForms("Find me a mentor"));
        assertThat(again.body().path("id")).isEqualTo(deployed.body().path("id"));
        var lessProtection = concernsForEverybody();
        var code = codeOfRefusal(lessProtection);

        jar.close();
        jar = new RunningJar(directory, Map.of("MENTORING_LET_IN", code));
        jar.start();

        assertThat(startable().path("name").asText()).isEqualTo("Find me a mentor");
        assertThat(startable().path("version").asInt()).isEqualTo(2);
        var letIn = anna().deploy("raise-concern", lessProtection);
        assertThat(letIn.status()).as(letIn::toString).isEqualTo(200);
        assertThat(jar.log()).contains("The operator has let in " + code);
        for (var contact : List.of("clara", "chidi")) {
            new MailFolder(directory.resolve("data/mail"))
                    .toComeAbout(contact, "The programme now protects something less");
        }
    }

    /** Of what a concern is about, without the word that keeps it confidential. */
    private static Map<String, String> concernsForEverybody() throws IOException {
        var form = Files.readString(Path.of("forms", "raise-concern-start.form"));
        var plain = form.replaceFirst("\"properties\": \\{\\s*\"confidential\": \"true\"\\s*\\}", "\"properties\": {}");
        assertThat(plain).isNotEqualTo(form);
        var files = filesOf("raise-concern");
        files.put("raise-concern-start.form", plain);
        return files;
    }

    /** The words with which the operator could let in what is refused to everybody. */
    private static String codeOfRefusal(Map<String, String> files) {
        var message = "";
        for (var session : List.of(operator(), anna())) {
            var refused = session.deploy("raise-concern", files);
            assertThat(refused.status()).as(refused::toString).isEqualTo(400);
            assertThat(refused.message())
                    .startsWith("In raise-concern-start.form, the field \"")
                    .contains("is not confidential")
                    .contains("Only the operator can let this in");
            message = refused.message();
        }
        return message.substring(message.indexOf("raise-concern@2:"));
    }

    @Test
    void what_is_wrong_with_a_diagram_is_said_in_plain_words() throws IOException {
        var before = startable();

        var alone = anna().deploy("rep-onboarding", Map.of("rep-onboarding.bpmn", diagram("Alone")));
        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.message())
                .contains("Please add rep-onboarding-start.form in the deploy dialog")
                .doesNotContain("ENGINE-");
        assertThat(anna().deploy("reps-mentoring", withForms("Ours")).message())
                .startsWith("The name reps-mentoring is kept for what comes with the application.");

        assertThat(startable()).isEqualTo(before);
    }

    @Test
    void a_slip_is_refused_with_its_place_and_nothing_comes_into_force() throws IOException {
        var before = startable();
        var slipped = withForms("Slipped");
        slipped.put(
                "rep-onboarding.bpmn",
                slipped.get("rep-onboarding.bpmn").replace("name=\"orientation-done\"", "name=\"orientation-over\""));
        var sentence = "waits for the message \"orientation-over\", which the application never sends";

        var refused = anna().deploy("slipped", slipped);
        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.message()).startsWith("In rep-onboarding.bpmn, \"").contains(sentence);
        var checked = anna().check("slipped", slipped);
        assertThat(checked.status()).as(checked::toString).isEqualTo(200);
        assertThat(checked.body().path("faults").toString()).contains("orientation-over");
        var unreadable = anna().deploy(
                        "slipped",
                        Map.of("rep-onboarding.bpmn", diagram("Slipped").replace("</bpmn:definitions>", "")));
        assertThat(unreadable.status()).as(unreadable::toString).isEqualTo(400);
        assertThat(unreadable.message()).containsPattern("cannot be read as a diagram \\(line \\d+, column \\d+\\)");
        var form = slipped.get("rep-onboarding-start.form");
        var alone = anna().deploy("slipped", Map.of("rep-onboarding-start.form", form));
        assertThat(alone.status()).as(alone::toString).isEqualTo(400);
        assertThat(alone.message()).contains("is a form that no diagram among the files uses");

        assertThat(startable()).isEqualTo(before);
    }

    @Test
    void what_is_only_tried_is_told_like_a_deployment_and_changes_nothing() throws IOException {
        var before = startable();
        var files = withForms("Tried");

        var tried = anna().check("tried", files);
        assertThat(tried.status()).as(tried::toString).isEqualTo(200);
        assertThat(tried.body().path("faults")).isEmpty();
        assertThat(tried.body().path("warnings").isArray()).isTrue();
        files.put(
                "rep-onboarding.bpmn",
                files.get("rep-onboarding.bpmn").replace("value=\"council\"", "value=\"everybody\""));
        var modelled = anna().check("tried", files);
        assertThat(modelled.body().path("faults").toString()).contains("in a way that is not understood here");
        assertThat(carmen().check("tried", files).status()).isEqualTo(403);

        assertThat(startable()).isEqualTo(before);
        assertThat(operator()
                        .engine("deployment/count?name=tried")
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void nobody_can_start_a_process_that_is_not_the_programme_s_own() throws IOException {
        var files = withForms("Mine");
        var granting = diagram("Mine").replace("id=\"rep-onboarding\"", "id=\"mine\"");
        files.remove("rep-onboarding.bpmn");
        files.put("mine.bpmn", granting);

        var refused = anna().deploy("mine", files);

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.message())
                .startsWith("In mine.bpmn, \"Mine\" (mine) can be started by reps and contacts, who cannot"
                        + " start it now.")
                .contains("shows its cases to the council, which does not see them now.")
                .contains("Only the operator can let this in, with the setting mentoring.let-in = mine@1:mine:");

        files.put("mine.bpmn", forNobody(granting));
        var deployed = anna().deploy("mine", files);

        assertThat(deployed.status()).as(deployed::toString).isEqualTo(200);
        assertThat(operator()
                        .engine("process-definition/count?key=mine")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        for (var session : List.of(anna(), carmen(), TasklistSession.of("rumi", jar.address()))) {
            assertThat(session.start("mine", Map.of()).status()).isEqualTo(404);
        }
    }

    @Test
    void only_analysts_and_the_operator_deploy_and_nobody_else_deletes() throws IOException {
        var files = withForms("Ours");

        var byTheCouncil = carmen().deploy("ours", files);
        assertThat(byTheCouncil.status()).isEqualTo(403);
        assertThat(byTheCouncil.message()).isEqualTo("This is not part of what you can do here.");
        var byARep = TasklistSession.of("rumi", jar.address()).deploy("ours", files);
        assertThat(byARep.status()).isEqualTo(403);
        assertThat(byARep.message()).isEqualTo("This is not part of what you can do here.");

        files.remove("rep-onboarding.bpmn");
        files.put("ours.bpmn", forNobody(diagram("Ours").replace("id=\"rep-onboarding\"", "id=\"ours\"")));
        var deployment =
                "deployment/" + anna().deploy("ours", files).body().path("id").asText();
        assertThat(anna().engine("DELETE", deployment, Map.of()).status()).isEqualTo(403);
        assertThat(operator()
                        .engine("DELETE", deployment + "?cascade=true", Map.of())
                        .status())
                .isEqualTo(204);
    }

    private static Map<String, String> filesOf(String process) throws IOException {
        var files = new HashMap<String, String>();
        files.put(process + ".bpmn", Files.readString(Path.of("bpmn", process + ".bpmn")));
        try (var forms = Files.newDirectoryStream(Path.of("forms"), process + "-*.form")) {
            for (var form : forms) {
                files.put(form.getFileName().toString(), Files.readString(form));
            }
        }
        return files;
    }

    private static TasklistSession anna() {
        return TasklistSession.of("anna", "cockpit", jar.address());
    }

    private static TasklistSession operator() {
        return TasklistSession.of("admin", "cockpit", jar.address());
    }

    private static TasklistSession carmen() {
        return TasklistSession.of("carmen", "cockpit", jar.address());
    }

    /** What is offered to a rep under "Start process". */
    private static JsonNode startable() {
        var offered = TasklistSession.of("rumi", jar.address())
                .engine("process-definition?latest=true&active=true&startableInTasklist=true"
                        + "&startablePermissionCheck=true&key=rep-onboarding");
        assertThat(offered.body()).as(offered::toString).hasSize(1);
        return offered.body().path(0);
    }

    private static Map<String, String> withForms(String name) throws IOException {
        var files = filesOf("rep-onboarding");
        files.put("rep-onboarding.bpmn", diagram(name));
        return files;
    }

    /** A diagram that grants nothing. */
    private static String forNobody(String diagram) {
        return diagram.replaceAll("camunda:candidateStarterGroups=\"[^\"]*\" ", "")
                .replace("name=\"seenBy\" value=\"council\"", "name=\"seenBy\" value=\"nobody\"")
                .replaceAll("<camunda:property name=\"seenBy\" value=\"ment[a-z]+\" />", "")
                .replaceAll("<camunda:property name=\"shownTo\" value=\"[^\"]*\" />", "");
    }

    private static String diagram(String name) throws IOException {
        var original = Files.readString(Path.of("bpmn", "rep-onboarding.bpmn"));
        assertThat(original).contains("name=\"Look for a mentor\"");
        return original.replace("name=\"Look for a mentor\"", "name=\"" + name + "\"");
    }
}
