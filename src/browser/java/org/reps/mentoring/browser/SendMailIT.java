package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.springframework.beans.factory.annotation.Autowired;

class SendMailIT extends BrowserTest {

    @Autowired
    private IdentityService identities;

    /** What the daily round notices when the application starts ends in mails. */
    @Test
    void the_day_begins_with_mails() {
        mail("mei", "Please do: Are you still there?");
        mail("maya", "Please do: Arrange the yearly meeting with Ravi");
    }

    @Test
    void the_council_finds_an_address_for_somebody_who_gets_no_mails() {
        people.register(new Person("rupa", "Rupa", "Sample", ""), Login.PASSWORD, Group.REPS);
        givenRep("rupa", "UTC");
        applyAsMentor("rupa");

        tasklist("clara")
                .open(Tasklist.TASKS_I_CAN_TAKE, "Find an address for Rupa")
                .shows("Rupa Sample");
        var user = identities.createUserQuery().userId("rupa").singleResult();
        user.setEmail("rupa@example.org");
        identities.saveUser(user);
        programme.council("clara").findsAnAddressFor("rupa");

        mail("rupa", "Your training to become a mentor");
    }

    @Test
    void the_council_has_a_mail_sent_again_that_could_not_be_sent() throws IOException {
        givenRep("rina", "UTC");
        // Mails of other stories are not to fail with hers.
        await().atMost(Windows.PATIENCE).until(() -> sending().count() == 0);
        var elsewhere = Files.move(MAILS, MAILS.resolveSibling(MAILS.getFileName() + "-elsewhere"));
        Files.createFile(MAILS);
        applyAsMentor("rina");
        failUntilNobodyTriesAnyMore();
        Files.delete(MAILS);
        Files.move(elsewhere, MAILS);

        var cockpit = cockpit("clara");
        // The engine may have had one more try left for some of them.
        while (!failing().isEmpty()) {
            var left = failing().size();
            cockpit.tryAgain("Send a mail");
            await().atMost(Windows.PATIENCE)
                    .untilAsserted(() -> assertThat(failing()).hasSizeLessThan(left));
        }

        mail("rina", "Your training to become a mentor");
    }

    private void applyAsMentor(String rep) {
        tasklist(rep)
                .start("Become a mentor")
                .choose("What would you like to do?", "I would like to become a mentor")
                .write("Why would you like to become a mentor?", "I like to listen.")
                .pick("Languages you speak", "English")
                .pick("Skills you could pass on", "Coaching")
                .complete();
    }

    /** As the engine does by itself within two days. */
    private void failUntilNobodyTriesAnyMore() {
        await().atMost(Windows.PATIENCE).until(() -> failing().size() == 1);
        for (var job : failing()) {
            for (var left = job.getRetries(); left > 0; left--) {
                assertThatThrownBy(() -> management.executeJob(job.getId())).hasRootCauseInstanceOf(IOException.class);
            }
        }
    }

    private List<Job> failing() {
        return sending().withException().list();
    }

    private JobQuery sending() {
        return management.createJobQuery().processDefinitionKey("send-mail");
    }
}
