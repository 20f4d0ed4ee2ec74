package org.reps.mentoring.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Errand;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.versions.Moves;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.versions.VersionChanges.Wanted;
import org.reps.mentoring.versions.VersionsPage.Asker;
import org.springframework.beans.factory.annotation.Autowired;

/** From one version of a process to another. */
class VersionsTest extends ProgrammeTest {

    private static final Asker ANNA = new Asker("anna", false, true, false);
    private static final Asker CARMEN = new Asker("carmen", false, false, true);

    @Autowired
    private VersionsPage page;

    @Autowired
    private VersionChanges changes;

    @Autowired
    private HeldBackNotice notice;

    private List<String> before = List.of();

    @BeforeEach
    void there_is_a_version() {
        before = deployments();
        register("anna", Group.ANALYSTS);
        register("carmen", Group.COUNCIL);
        givenRep("nora");
        deploy("reps-mentoring", Errand.GOOD);
    }

    @AfterEach
    void takeBack() {
        var later = new ArrayList<>(deployments());
        later.removeAll(before);
        later.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void a_case_that_failed_on_somebodys_own_version_goes_on_on_their_next_one_without_anybody_else() {
        by("anna", () -> deploy("mine", Errand.BROKEN));
        nora_begins_and_it_fails();

        var failed = page.page(Errand.KEY, ANNA).versions().get(0);
        assertThat(failed.by()).isNotEmpty();
        assertThat(failed.failures()).singleElement().satisfies(at -> {
            assertThat(at.name()).isEqualTo("Reckon");
            assertThat(at.called()).isEqualTo("${rules.capacity() > answer}");
        });
        assertThat(failed.toString()).doesNotContain("nora", "so much");

        by("anna", () -> deploy("mine", Errand.GOOD));
        assertThat(page.page(Errand.KEY, ANNA).versions().get(1)).satisfies(own -> {
            assertThat(own.mayMove()).isFalse();
            assertThat(own.mayMoveFailed()).isTrue();
        });
        var outcome = by("anna", () -> changes.move(new Wanted(Errand.KEY, 2, 3, true), ANNA));

        assertThat(outcome).isEqualTo(new Moves.Outcome(1, Map.of()));
        runJobs();
        assertThat(task("Activity_Do").getAssignee()).isEqualTo("nora");
        assertThat(page.page(Errand.KEY, ANNA).moves()).singleElement().satisfies(move -> {
            assertThat(move.from()).isEqualTo(2);
            assertThat(move.moved()).isOne();
        });
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void what_failed_on_the_version_of_another_is_not_an_analysts_to_move() {
        deploy("reps-mentoring", Errand.BROKEN);
        nora_begins_and_it_fails();
        by("anna", () -> deploy("mine", Errand.GOOD));

        assertThat(page.page(Errand.KEY, ANNA).versions().get(1).mayMoveFailed())
                .isFalse();
        assertRefused(
                () -> by("anna", () -> changes.move(new Wanted(Errand.KEY, 2, 3, true), ANNA)),
                "The council or the operator moves these");
        assertThat(by("carmen", () -> changes.move(new Wanted(Errand.KEY, 2, 3, true), CARMEN))
                        .moved())
                .isOne();
    }

    @Test
    void what_waits_follows_the_new_version_and_whoever_has_it_keeps_it() {
        startAs("nora", Errand.KEY, Map.of("answer", "so much"));
        var waiting = task("Activity_Do");
        by("anna", () -> deploy("mine", Errand.GOOD.called("Do it well", "P14D")));

        assertThat(by("carmen", () -> changes.trial(new Wanted(Errand.KEY, 1, 2, false), CARMEN)))
                .isEqualTo(new Moves.Outcome(1, Map.of()));
        assertThat(task("Activity_Do").getName()).isEqualTo("Do it");
        by("carmen", () -> changes.move(new Wanted(Errand.KEY, 1, 2, false), CARMEN));

        var moved = task("Activity_Do");
        assertThat(moved.getName()).isEqualTo("Do it well");
        assertThat(moved.getAssignee()).isEqualTo("nora");
        assertThat(Duration.between(
                        waiting.getDueDate().toInstant(), moved.getDueDate().toInstant()))
                .isCloseTo(Duration.ofDays(7), Duration.ofSeconds(1));
        complete("Activity_Do", "nora", Map.of("result", "done"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(Errand.KEY)
                        .count())
                .isZero();
    }

    @Test
    void a_case_at_a_step_that_is_gone_stays_and_goes_on_as_it_began() {
        startAs("nora", Errand.KEY, Map.of("answer", "so much"));
        by("anna", () -> deploy("mine", Errand.GOOD.withTask("Activity_Other")));

        var outcome = by("carmen", () -> changes.move(new Wanted(Errand.KEY, 1, 2, false), CARMEN));

        assertThat(outcome).isEqualTo(new Moves.Outcome(0, Map.of("Do it", 1)));
        complete("Activity_Do", "nora", Map.of("result", "done"));
    }

    @Test
    void an_earlier_version_is_taken_back_as_the_newest_one_unless_that_is_senseless() {
        by("anna", () -> deploy("mine", Errand.GOOD.called("Do it well", "P14D")));

        assertThat(page.difference(Errand.KEY, 1, 2).changes()).singleElement().satisfies(change -> {
            assertThat(change.how()).isEqualTo("changed");
            assertThat(change.name()).isEqualTo("Do it well");
            assertThat(change.details())
                    .extracting(detail -> detail.what() + ": " + detail.before() + " > " + detail.after())
                    .containsExactly("dueDate: P7D > P14D", "name: Do it > Do it well");
        });
        assertRefused(() -> takeBack(2, 2), "This version is in force already.");
        assertRefused(() -> takeBack(1, 1), "Version 2 is in force by now.");
        assertRefused(() -> takeBack(7, 2), "There is no such version.");
        takeBack(1, 2);

        assertThat(page.page(Errand.KEY, ANNA).versions().get(0)).satisfies(newest -> {
            assertThat(newest.number()).isEqualTo(3);
            assertThat(newest.note()).isEqualTo("Version 1");
        });
        assertThat(page.difference(Errand.KEY, 1, 3)).isEqualTo(new VersionsPage.Difference(List.of(), false));
        assertRefused(() -> takeBack(1, 3), "The version in force says the same as this one");
        startAs("nora", Errand.KEY, Map.of("answer", "so much"));
        assertThat(task("Activity_Do").getName()).isEqualTo("Do it");
    }

    @Test
    void the_council_does_not_find_counted_what_its_members_are_part_of() {
        identities.createMembership("nora", Group.COUNCIL.id());
        startAs("nora", Errand.KEY, Map.of("answer", "so much"));

        assertThat(page.page(Errand.KEY, new Asker("nora", false, false, true))
                        .versions()
                        .get(0)
                        .cases())
                .isZero();
        assertThat(page.page(Errand.KEY, CARMEN).versions().get(0).cases()).isOne();
    }

    @Test
    void what_a_release_would_replace_is_told_once_and_stands_on_the_page_until_somebody_says_what_becomes_of_it() {
        mailsAreCalled("reps-mentoring", "As it was");
        by("anna", () -> mailsAreCalled("mine", "Anna's mails"));

        notice.tell();
        notice.tell();
        runJobs();

        assertThat(mailsTo("anna")).containsExactly("A release brings a new version of \"Anna's mails\"");
        var held = page.overview(ANNA).held();
        assertThat(held).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Anna's mails");
            assertThat(page.difference(one.key(), one.version(), 0).changes())
                    .anySatisfy(change -> assertThat(change.name()).isEqualTo("Send a mail"));
        });
        assertRefused(
                () -> by("anna", () -> settled("keepOwn", "something else")),
                "The release brings something else by now.");
        by("anna", () -> settled("keepOwn", held.get(0).fingerprint()));
        assertThat(page.overview(ANNA).held()).isEmpty();
        assertRefused(
                () -> by("anna", () -> settled("takeRelease", held.get(0).fingerprint())),
                "The release brings nothing new here.");
    }

    @Test
    void the_release_is_taken_by_whoever_deploys() {
        mailsAreCalled("reps-mentoring", "As it was");
        by("anna", () -> mailsAreCalled("mine", "Anna's mails"));

        var held = page.overview(ANNA).held().get(0);
        by("anna", () -> settled("takeRelease", held.fingerprint()));

        assertThat(page.page("send-mail", ANNA)).satisfies(process -> {
            assertThat(process.name()).isEqualTo("Send a mail");
            assertThat(process.versions().get(0).ofARelease()).isTrue();
        });
        assertThat(page.overview(ANNA).held()).isEmpty();
    }

    private String settled(String how, String fingerprint) {
        if (how.equals("keepOwn")) {
            changes.keepOwn("send-mail", fingerprint, ANNA);
        } else {
            changes.takeRelease("send-mail", fingerprint, ANNA);
        }
        return how;
    }

    private Deployment mailsAreCalled(String deployment, String name) {
        try {
            return repository
                    .createDeployment()
                    .name(deployment)
                    .addString(
                            "bpmn/send-mail.bpmn",
                            Files.readString(Path.of("bpmn", "send-mail.bpmn"))
                                    .replace("name=\"Send a mail\"", "name=\"" + name + "\""))
                    .deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void nora_begins_and_it_fails() {
        as(
                "nora",
                () -> forms.submitStartForm(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(Errand.KEY)
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        Map.of("answer", "so much")));
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey(Errand.KEY)
                .singleResult()
                .getId());
        var job = management
                .createJobQuery()
                .processDefinitionKey(Errand.KEY)
                .singleResult()
                .getId();
        management.setJobRetries(job, 1);
        assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(RuntimeException.class);
        management.setJobRetries(job, 0);
    }

    private void takeBack(int version, int inForce) {
        by("anna", () -> {
            changes.takeBack(Errand.KEY, version, inForce, ANNA);
            return version;
        });
    }

    private void assertRefused(Runnable attempt, String why) {
        assertThatThrownBy(attempt::run).isInstanceOf(Refusal.class).hasMessageStartingWith(why);
    }

    private <T> T by(String userId, Supplier<T> action) {
        var done = new AtomicReference<T>();
        as(userId, () -> done.set(action.get()));
        return done.get();
    }

    private Deployment deploy(String name, Errand errand) {
        var deployment = repository.createDeployment().name(name);
        errand.files().forEach(deployment::addString);
        return deployment.deploy();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }
}
