package org.reps.mentoring.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ModelDeploymentTest extends ProgrammeTest {

    @Autowired
    private ModelDeployment models;

    @Autowired
    private ProcessEngine engine;

    private List<String> before = List.of();

    @BeforeEach
    void remember() {
        before = deployments();
        register("anna", Group.ANALYSTS);
    }

    @AfterEach
    void takeBack() {
        deployments().stream()
                .filter(deployment -> !before.contains(deployment))
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void a_start_without_changes_deploys_nothing() {
        models.postProcessEngineBuild(engine);

        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void a_start_leaves_what_an_analyst_has_deployed_in_force() {
        as("anna", () -> deploy("send-mail", "Anna's mails"));
        assertThat(latest()).isEqualTo("Anna's mails");

        models.postProcessEngineBuild(engine);

        assertThat(latest()).isEqualTo("Anna's mails");
    }

    @Test
    void what_a_new_release_brings_replaces_it_and_the_log_says_so(CapturedOutput log) {
        // As if an older release had brought another diagram.
        deploy(ModelDeployment.NAME, "As it was");
        as("anna", () -> deploy("send-mail", "Anna's mails"));

        models.postProcessEngineBuild(engine);

        assertThat(latest()).isEqualTo("Send a mail");
        assertThat(log)
                .contains("version 4 of the process send-mail. It replaces version 3, which somebody has deployed as"
                        + " \"send-mail\".")
                .doesNotContain("of the process rep-onboarding");
    }

    private Deployment deploy(String deployment, String name) {
        return repository
                .createDeployment()
                .name(deployment)
                .enableDuplicateFiltering(false)
                .addString("bpmn/send-mail.bpmn", diagram(name))
                .deploy();
    }

    private String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("send-mail")
                .latestVersion()
                .singleResult()
                .getName();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().orderByDeploymentId().asc().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private static String diagram(String name) {
        try {
            return Files.readString(Path.of("bpmn", "send-mail.bpmn"))
                    .replace("name=\"Send a mail\"", "name=\"" + name + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
