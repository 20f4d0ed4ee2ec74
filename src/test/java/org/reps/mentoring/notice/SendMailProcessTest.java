package org.reps.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.now;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SendMailProcessTest extends ProgrammeTest {

    @Autowired
    Notices notices;

    @Autowired
    SendMailSteps steps;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void programme() {
        givenRep("rumi");
        givenContact("clara");
    }

    @Test
    void a_notice_is_a_mail_in_text_and_html_that_greets_by_first_name() throws Exception {
        tell();
        runJobs();

        assertThat(the("send-mail")).isEnded().hasPassed("Event_MailSent");
        var mail = MAIL_SERVER.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Mateo is waiting for your answer");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("rumi@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("text/plain", "text/html", "Hello Rumi", "/camunda/app/tasklist/default/");
    }

    @Test
    void nobody_is_told_the_same_thing_twice_on_one_day() {
        later(Period.ZERO);
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
        LINE_TO_MAIL_SERVER.refuseConnections();
        tell();
        runJobsOnce();
        for (var attempt = 0; attempt < 8; attempt++) {
            tryAgain();
        }

        assertThat(runtime.createIncidentQuery().incidentType("failedJob").count())
                .isEqualTo(1);
        LINE_TO_MAIL_SERVER.repair();
        retryInCockpit(sending());
        assertThat(management
                        .createJobQuery()
                        .activityId("Activity_SendMail")
                        .executable()
                        .count())
                .as("without waiting once more")
                .isEqualTo(1);
        management.executeJob(sending().getId());
        assertThat(mailsTo("rumi")).containsExactly("Mateo is waiting for your answer");
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void the_first_retry_comes_after_a_minute_and_the_last_after_a_day() {
        later(Period.ZERO);
        LINE_TO_MAIL_SERVER.refuseConnections();
        tell();
        runJobsOnce();
        tryAgain();

        assertThat(waits()).isEqualTo(Duration.ofMinutes(1));
        for (var attempt = 0; attempt < 5; attempt++) {
            tryAgain();
        }
        assertThat(waits()).isEqualTo(Duration.ofDays(1));
    }

    /** Cases of the version before ask for it when the council retries them. */
    @Test
    void a_mail_that_waited_for_itself_is_sent_or_kept_like_the_others() {
        LINE_TO_MAIL_SERVER.answer("RCPT TO:<rumi@example.org>", "550 5.1.1 User unknown");
        var mailId = written();

        steps.deliverToCorrectedAddress(mailId);
        assertThat(state()).isEqualTo("KEPT");

        LINE_TO_MAIL_SERVER.repair();
        steps.deliverToCorrectedAddress(mailId);
        assertThat(mailsTo("rumi")).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
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
        assertThat(first).matches("<[0-9a-f-]{36}@example\\.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mateo\r\nBcc: everybody@example.org\r\n\r\nSurprise",
                "Mateo\nBcc: everybody@example.org",
                "Mateo\rBcc: everybody@example.org",
                "Mateo\u2028Bcc: everybody@example.org\u2029\u0085Bcc: everybody@example.org",
                "Mateo\u000bBcc: everybody@example.org\fBcc: everybody@example.org",
                "Mateo\0\r\n Bcc: everybody@example.org",
                "=?utf-8?Q?Mateo=0D=0ABcc:_everybody@example.org?=",
                "=?utf-8?B?TWF0ZW8NCkJjYzogZXZlcnlib2R5QGV4YW1wbGUub3Jn?=",
                "Matéo =?utf-8?Q?=0D=0ABcc:_everybody@example.org?="
            })
    void a_name_cannot_add_headers_to_a_mail(String name) throws Exception {
        tell();
        notices.tell("clara", "proposal-reminder", "mateo", Map.of("mentor", name));
        runJobs();

        assertThat(List.of(MAIL_SERVER.getReceivedMessages()))
                .hasSize(2)
                .extracting(SendMailProcessTest::headers)
                .allSatisfy(headers -> assertThat(headers)
                        .doesNotContain("Bcc")
                        .containsExactlyInAnyOrder(
                                "Return-Path",
                                "Received",
                                "Date",
                                "From",
                                "To",
                                "Message-ID",
                                "Subject",
                                "MIME-Version",
                                "Content-Type",
                                "Auto-Submitted"));
        assertThat(List.of(MAIL_SERVER.getReceivedMessages()))
                .extracting(mail -> mail.getAllRecipients().length)
                .containsOnly(1);
    }

    @Test
    void a_subject_that_is_too_long_ends_with_a_whole_word() throws Exception {
        notices.tell("rumi", "proposal-reminder", "mateo", Map.of("mentor", "Juan Pablo ".repeat(100)));
        notices.tell("clara", "proposal-reminder", "mateo", Map.of("mentor", "🎉".repeat(300)));
        runJobs();

        assertThat(mailsTo("rumi"))
                .singleElement()
                .satisfies(
                        subject -> assertThat(subject).hasSizeBetween(240, 255).matches("Juan Pablo .*(Juan|Pablo) …"));
        assertThat(mailsTo("clara"))
                .singleElement()
                .satisfies(
                        subject -> assertThat(subject).hasSizeBetween(240, 255).matches("(🎉)+ …"));
    }

    @Test
    void the_longest_texts_fit_in_a_mail() {
        var longest = "\"".repeat(4000);
        notices.tell(
                "rumi",
                "orientation-call-held",
                "mateo",
                Map.of(
                        "mentor", "Mateo",
                        "channel", longest,
                        "contactEvery", "every month",
                        "firstGoals", longest,
                        "notes", longest));
        runJobs();

        assertThat(mailsTo("rumi")).hasSize(1);
    }

    private static List<String> headers(MimeMessage mail) {
        try {
            return Collections.list(mail.getAllHeaders()).stream()
                    .map(Header::getName)
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell() {
        notices.tell("rumi", "proposal-reminder", "mateo", Map.of("mentor", "Mateo"));
    }

    /** The start of the process, up to the job that talks to the mail server. */
    private void runJobsOnce() {
        management.createJobQuery().messages().list().stream().map(Job::getId).forEach(management::executeJob);
    }

    private Duration waits() {
        return Duration.between(now(), sending().getDuedate().toInstant());
    }

    private void tryAgain() {
        assertThatThrownBy(() -> management.executeJob(sending().getId())).isInstanceOf(Exception.class);
    }

    private void retryInCockpit(Job failed) {
        as("clara", () -> {
            assertThat(runtime.createIncidentQuery().singleResult().getConfiguration())
                    .isEqualTo(failed.getId());
            management.setJobRetries(failed.getId(), 1);
        });
    }

    /** @return the id of a mail that nobody sends */
    private String written() {
        tell();
        runtime.deleteProcessInstance(the("send-mail").getId(), "not sent");
        return String.valueOf(database.queryForObject("select id from mail", String.class));
    }

    private String state() {
        return String.valueOf(database.queryForObject("select state from mail", String.class));
    }

    private Job sending() {
        return management.createJobQuery().activityId("Activity_SendMail").singleResult();
    }
}
