package org.reps.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.DiagramCoverage;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SendMailProcessTest extends ProgrammeTest {

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @AfterAll
    static void every_way_through_the_diagram_was_walked() {
        DiagramCoverage.assertWalkedCompletely("send-mail");
    }

    @BeforeEach
    void programme() {
        givenRep("rumi");
        givenContact("clara");
    }

    @AfterEach
    void mailServerIsUp() {
        if (!MAIL_SERVER.isRunning()) {
            MAIL_SERVER.start();
        }
    }

    @Test
    void a_notice_is_a_mail_in_text_and_html_that_greets_by_first_name() throws Exception {
        tell();
        runJobs();

        var mail = MAIL_SERVER.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Mateo is waiting for your answer");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("rumi@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("text/plain", "text/html", "Hello Rumi", "/camunda/app/tasklist/default/");
    }

    @Test
    void nobody_is_told_the_same_thing_twice_on_one_day() {
        tell();
        tell();
        runJobs();

        assertThat(mailsTo("rumi")).hasSize(1);
    }

    @Test
    void what_is_rolled_back_is_not_told() {
        transaction.executeWithoutResult(status -> {
            tell();
            status.setRollbackOnly();
        });
        runJobs();

        assertThat(mailsTo("rumi")).isEmpty();
    }

    @Test
    void a_mail_is_tried_again_while_the_server_is_down_and_then_the_council_can_send_it_from_cockpit()
            throws Exception {
        MAIL_SERVER.stop();
        tell();
        runJobsOnce();
        for (var attempt = 0; attempt < 7; attempt++) {
            tryAgain();
        }

        assertThat(runtime.createIncidentQuery().incidentType("failedJob").count())
                .isEqualTo(1);
        MAIL_SERVER.start();
        as("clara", () -> {
            assertThat(runtime.createIncidentQuery().count()).isEqualTo(1);
            management.setJobRetries(sending().getId(), 1);
        });
        management.executeJob(sending().getId());
        assertThat(mailsTo("rumi")).containsExactly("Mateo is waiting for your answer");
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void the_first_retry_comes_after_a_minute_and_the_last_after_a_day() {
        MAIL_SERVER.stop();
        tell();
        runJobsOnce();
        tryAgain();

        assertThat(sending().getRetries()).isEqualTo(6);
        assertThat(sending().getDuedate()).isNotNull();
        for (var attempt = 0; attempt < 5; attempt++) {
            tryAgain();
        }
        assertThat(sending().getRetries()).isEqualTo(1);
    }

    @Test
    void a_mail_that_was_taken_is_not_sent_again() {
        tell();
        runJobs();
        var mailId = database.queryForObject("select id from mail", String.class);

        runtime.startProcessInstanceByKey("send-mail", mailId, Map.of("mailId", mailId));
        runJobs();

        assertThat(mailsTo("rumi")).hasSize(1);
    }

    @Test
    void the_message_id_follows_from_what_the_mail_is_about() throws Exception {
        tell();
        runJobs();
        var first = MAIL_SERVER.getReceivedMessages()[0].getMessageID();
        database.update("update mail set state = 'WAITING', sent_at = null");
        var mailId = database.queryForObject("select id from mail", String.class);
        runtime.startProcessInstanceByKey("send-mail", mailId, Map.of("mailId", mailId));
        runJobs();

        assertThat(List.of(MAIL_SERVER.getReceivedMessages()))
                .extracting(mail -> mail.getMessageID())
                .containsExactly(first, first);
    }

    @Test
    void somebody_without_an_address_becomes_an_incident_and_not_a_lost_mail() {
        people.register(new Person("rolf", "Rolf", "Brandt", ""), "mentoring-demo", Group.REPS);
        notices.tell("rolf", "proposal-reminder", "mateo", Map.of("mentor", "Mateo"));
        runJobsOnce();

        assertThatThrownBy(() -> management.executeJob(sending().getId()))
                .hasMessageContaining("There is no address for rolf");
    }

    @Test
    void a_name_cannot_add_headers_to_a_mail() throws Exception {
        notices.tell(
                "rumi",
                "proposal-reminder",
                "mateo",
                Map.of("mentor", "Mateo\r\nBcc: everybody@example.org\r\n\r\nSurprise"));
        runJobs();

        var mail = MAIL_SERVER.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    private void tell() {
        notices.tell("rumi", "proposal-reminder", "mateo", Map.of("mentor", "Mateo"));
    }

    /** The start of the process, up to the job that talks to the mail server. */
    private void runJobsOnce() {
        management.createJobQuery().messages().list().stream().map(Job::getId).forEach(management::executeJob);
    }

    private void tryAgain() {
        assertThatThrownBy(() -> management.executeJob(sending().getId())).isInstanceOf(Exception.class);
    }

    private Job sending() {
        return management.createJobQuery().activityId("Activity_SendMail").singleResult();
    }
}
