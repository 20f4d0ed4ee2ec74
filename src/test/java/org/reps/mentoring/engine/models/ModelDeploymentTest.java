package org.reps.mentoring.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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
    void a_new_release_replaces_an_earlier_one_and_only_where_something_has_changed() {
        deploy(ModelDeployment.NAME, "As it was");
        var versions = repository.createProcessDefinitionQuery().count();

        models.postProcessEngineBuild(engine);

        assertThat(latest()).isEqualTo("Send a mail");
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(versions + 1);
    }

    @Test
    void a_form_that_changed_carries_its_process_and_all_its_forms() {
        var release = brought("raise-concern");
        var earlier = repository.createDeployment().name(ModelDeployment.NAME);
        release.files().forEach((name, content) -> earlier.addString(name, earlier(name, text(content))));
        earlier.deploy();

        models.postProcessEngineBuild(engine);

        var newest = new InForce(repository).of(release).orElseThrow();
        assertThat(newest.bundle().isSameAs(release)).isTrue();
        assertThat(repository.getDeploymentResourceNames(newest.deployment().getId()))
                .containsExactlyInAnyOrderElementsOf(release.names())
                .hasSizeGreaterThan(2);
    }

    @Test
    void every_form_of_the_application_belongs_to_a_process() {
        assertThat(Release.bundles().stream().flatMap(bundle -> bundle.names().stream()))
                .containsExactlyInAnyOrderElementsOf(Release.files().keySet());
    }

    @Test
    void what_a_new_release_brings_does_not_replace_it_and_the_log_says_so(CapturedOutput log) {
        // As if an older release had brought another diagram.
        deploy(ModelDeployment.NAME, "As it was");
        as("anna", () -> deploy("send-mail", "Anna's mails"));

        models.postProcessEngineBuild(engine);

        assertThat(latest()).isEqualTo("Anna's mails");
        assertThat(log)
                .contains("This release brings a new version of send-mail. Version 3, which somebody has deployed as"
                        + " \"send-mail\", stays in force.");
        var release = new Release(repository);
        assertThat(release.heldBack()).singleElement().satisfies(held -> {
            assertThat(held.release().key()).isEqualTo("send-mail");
            release.deploy(held.release());
        });
        assertThat(latest()).isEqualTo("Send a mail");
        assertThat(release.heldBack()).isEmpty();
    }

    @Test
    void whoever_went_back_to_what_the_release_before_had_brought_gets_the_next_one() {
        deploy(ModelDeployment.NAME, "As it was");
        as("anna", () -> deploy("send-mail", "Anna's mails"));
        as("anna", () -> deploy("send-mail-again", "As it was"));

        models.postProcessEngineBuild(engine);

        assertThat(latest()).isEqualTo("Send a mail");
    }

    @Test
    void of_what_somebody_deploys_only_what_differs_becomes_a_version() {
        var sent = brought("raise-concern");
        byAnna(() -> {
            var files = repository.createDeployment().name("both");
            sent.files()
                    .forEach((name, content) -> files.addString(name.substring(name.indexOf('/') + 1), text(content)));
            return files.addString("send-mail.bpmn", diagram("Anna's mails")).deploy();
        });

        assertThat(latest()).isEqualTo("Anna's mails");
        assertThat(new InForce(repository).of(sent).orElseThrow().isOfARelease())
                .isTrue();
    }

    @Test
    void what_was_in_force_once_and_is_sent_again_is_in_force_again() {
        var first = byAnna(() -> deploy("send-mail", "Anna's mails"));
        byAnna(() -> deploy("send-mail", "Other mails"));

        var again = byAnna(() -> deploy("send-mail", "Anna's mails"));

        assertThat(latest()).isEqualTo("Anna's mails");
        assertThat(again.getId()).isNotEqualTo(first.getId());
        assertThat(byAnna(() -> deploy("under-another-name", "Anna's mails")).getId())
                .isEqualTo(again.getId());
    }

    private Deployment byAnna(Supplier<Deployment> deploying) {
        var deployed = new AtomicReference<Deployment>();
        as("anna", () -> deployed.set(deploying.get()));
        return deployed.get();
    }

    private static Bundle brought(String process) {
        return Release.bundles().stream()
                .filter(bundle -> bundle.key().equals(process))
                .findFirst()
                .orElseThrow();
    }

    private static String earlier(String name, String content) {
        return name.equals("forms/raise-concern-start.form")
                ? content.replaceFirst("\"label\": \"", "\"label\": \"Earlier: ")
                : content;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
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
