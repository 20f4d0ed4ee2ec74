package org.reps.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** What becomes of a notice when the mail server is down, stalls, breaks off or says no. */
class MailDeliveryTest extends ProgrammeTest {

    private static final String WRONG_ADDRESS = "The mail server does not accept the address of Rumi (rumi), or there"
            + " is none. Correct it in Admin, then retry here.";

    @Autowired
    Notices notices;

    @Autowired
    JavaMailSender sender;

    @BeforeEach
    void programme() {
        givenRep("rumi");
        givenContact("clara");
    }

    // --- nobody has it yet: tried again, until one has it

    @Test
    void a_server_that_nobody_can_reach_gets_the_mail_later() throws Exception {
        LINE_TO_MAIL_SERVER.refuseConnections();

        assertTriedAgain("Connection refused");
    }

    @Test
    void a_server_that_says_nothing_gets_the_mail_later() throws Exception {
        LINE_TO_MAIL_SERVER.stall();

        assertTriedAgain("Read timed out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL | 451 4.3.0 Try again later",
                "MAIL | 530 5.7.0 Log in first",
                "MAIL | 550 5.1.0 Sender rejected",
                "RCPT | 450 4.2.0 Greylisted, try again later",
                "RCPT | 452 4.2.2 <rumi@example.org> has no space left",
                "RCPT | 550 5.7.1 <rumi@example.org> Relaying denied",
                "RCPT | 550-5.7.26 Who are you? / 550 5.7.26 There is no signature",
                "RCPT | 552 5.2.2 <rumi@example.org> has no space left",
                "RCPT | 550 5.2.2 <rumi@example.org> has no space left",
                "RCPT | 550 5.1.8 Your own address is strange",
                "RCPT | 554 No, and I do not say why",
                "RCPT | 503 Bad sequence of commands",
                "DATA | 451 4.3.0 Try again later",
                ".    | 452 4.3.1 Out of disk",
                ".    | 552 5.3.4 Too big",
                ".    | 554 5.7.1 This looks like spam",
                ".    | 550 This looks like spam"
            })
    void what_may_pass_is_tried_again(String line, String answer) throws Exception {
        LINE_TO_MAIL_SERVER.answer(line, answer.replace(" / ", "\r\n"));

        assertTriedAgain("The mail server did not take the mail");
    }

    // --- the address is wrong: an incident at once

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 <rumi@example.org> User unknown",
                "RCPT | 550 No such user here",
                "RCPT | 551 User not local; please try <rumi@example.com>",
                "RCPT | 553 5.1.3 Mailbox name not allowed",
                "RCPT | 501 5.1.3 Bad address syntax",
                "RCPT | 550 5.4.1 Recipient address rejected: Access denied",
                "RCPT | 554 5.1.2 Domain not found",
                "RCPT | 556 5.1.10 Domain does not accept mail",
                ".    | 550 5.1.1 <rumi@example.org> User unknown"
            })
    void a_wrong_address_is_an_incident_at_once_and_a_council_member_retries_it(String line, String answer)
            throws Exception {
        LINE_TO_MAIL_SERVER.answer(line, answer);
        tell("rumi");
        deliver("Activity_SendMail");
        assertFails(WRONG_ADDRESS);

        assertThat(state()).isEqualTo("WAITING");
        assertThat(MAIL_SERVER.getReceivedMessages()).isEmpty();
        assertThat(incident().getActivityId()).isEqualTo("Activity_SendToCorrectedAddress");
        assertThat(incident().getIncidentMessage()).isEqualTo(WRONG_ADDRESS);
        assertSaysNothingOf("rumi@example.org");

        LINE_TO_MAIL_SERVER.repair();
        retryInCockpit();

        assertThat(mailsTo("rumi")).containsExactly("Mateo is waiting for your answer");
        assertThat(state()).isEqualTo("SENT");
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(endOf("send-mail")).isEqualTo("Event_MailSentAfterCorrection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rolf",
                "rolf@",
                "rolf@@example.org",
                "rolf @example.org",
                "rolf@example.org, rita@example.org",
                "rolf@example.org\r\nBcc: everybody@example.org",
                "rolf@example.org>\r\nRCPT TO:<everybody@example.org"
            })
    void an_address_that_is_none_is_not_even_tried(String email) {
        people.register(new Person("rolf", "Rolf", "Brandt", email), "mentoring-demo", Group.REPS);
        tell("rolf");
        deliver("Activity_SendMail");

        assertFails("The mail server does not accept the address of Rolf (rolf), or there is none. Correct it in Admin,"
                + " then retry here.");
        assertThat(LINE_TO_MAIL_SERVER.mostAtOnce()).isZero();
    }

    @Test
    void an_incident_is_not_retried_by_itself_and_a_retry_does_not_wait() {
        LINE_TO_MAIL_SERVER.answer("RCPT", "550 5.1.1 User unknown");
        tell("rumi");
        deliver("Activity_SendMail");
        assertFails(WRONG_ADDRESS);

        assertThat(sending().executable().count()).isZero();
        as("clara", () -> management.setJobRetries(job().getId(), 1));
        assertThat(sending().executable().count()).isEqualTo(1);
    }

    // --- the server has it, and nobody has heard of that

    @Test
    void a_connection_that_breaks_when_the_mail_was_accepted_doubles_it_once_under_the_same_id() throws Exception {
        LINE_TO_MAIL_SERVER.dropAfterData();
        tell("rumi");
        assertThatThrownBy(() -> management.executeJob(onItsWay("Activity_SendMail")))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(state()).isEqualTo("WAITING");
        runJobs();

        var received = MAIL_SERVER.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID()).isEqualTo(received[1].getMessageID());
        assertThat(GreenMailUtil.getBody(received[0])).contains("Hello Rumi");
        assertThat(state()).isEqualTo("SENT");
        assertThat(endOf("send-mail")).isEqualTo("Event_MailSent");
    }

    @Test
    void a_server_that_is_too_slow_does_not_get_the_mail_after_all() throws Exception {
        var late = new MimeMessage(Session.getInstance(new Properties()));
        late.setFrom("mentoring@example.org");
        late.setRecipients(MimeMessage.RecipientType.TO, "rumi@example.org");
        late.setSubject("Late");
        late.setText("Hello");

        assertThatThrownBy(() -> sender.send(new PunctualMessage(late, Duration.ZERO)))
                .isInstanceOf(MailSendException.class)
                .hasMessageContaining("It has taken too long");
        assertThat(MAIL_SERVER.getReceivedMessages()).isEmpty();
    }

    // --- many at once

    @Test
    void many_mails_at_once_use_few_connections_and_each_arrives_once() throws Exception {
        LINE_TO_MAIL_SERVER.sayLater(Duration.ofMillis(100));
        var reps = IntStream.range(0, 12).mapToObj(number -> "rep" + number).toList();
        reps.forEach(this::givenRep);
        reps.forEach(this::tell);

        atOnce(jobs().<Callable<Boolean>>map(job -> () -> executes(job)).toList());

        assertThat(LINE_TO_MAIL_SERVER.mostAtOnce()).isBetween(2, 4);
        assertThat(reps).allSatisfy(rep -> assertThat(mailsTo(rep)).hasSize(1));
    }

    @Test
    void a_server_that_stalls_leaves_threads_for_others() throws Exception {
        LINE_TO_MAIL_SERVER.stall();
        var reps = IntStream.range(0, 12).mapToObj(number -> "rep" + number).toList();
        reps.forEach(this::givenRep);
        reps.forEach(this::tell);
        var begin = System.nanoTime();

        var executed =
                atOnce(jobs().<Callable<Boolean>>map(job -> () -> executes(job)).toList());

        assertThat(executed).containsOnly(false);
        // The first four and the next four each wait for the server, and the others do not wait for all of them.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
        assertThat(LINE_TO_MAIL_SERVER.mostAtOnce()).isEqualTo(4);
        assertThat(jobs().map(management::getJobExceptionStacktrace))
                .anyMatch(trace -> trace.contains("so slow that no connection to it is free"));
        LINE_TO_MAIL_SERVER.repair();
        runJobs();
        assertThat(reps).allSatisfy(rep -> assertThat(mailsTo(rep)).hasSize(1));
    }

    @Test
    void mails_are_less_urgent_than_everything_else() {
        tell("rumi");

        assertThat(sending().list()).extracting(Job::getPriority).containsExactly(-1L);
    }

    private void assertTriedAgain(String problem) throws Exception {
        tell("rumi");
        var job = onItsWay("Activity_SendMail");
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining(problem);

        assertThat(job().getRetries()).isEqualTo(7);
        assertThat(state()).isEqualTo("WAITING");
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(MAIL_SERVER.getReceivedMessages()).isEmpty();
        assertSaysNothingOf("rumi@example.org");

        LINE_TO_MAIL_SERVER.repair();
        runJobs();

        assertThat(mailsTo("rumi")).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
        assertThat(endOf("send-mail")).isEqualTo("Event_MailSent");
    }

    private void assertFails(String message) {
        var job = onItsWay("Activity_SendToCorrectedAddress");
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining(message);
        assertThat(job().getRetries()).isZero();
    }

    /** What the council finds in Cockpit. */
    private void assertSaysNothingOf(String address) {
        as(
                "clara",
                () -> assertThat(management.getJobExceptionStacktrace(job().getId()))
                        .contains("The mail server")
                        .doesNotContain(address, "Hello Rumi"));
    }

    private void tell(String userId) {
        notices.tell(userId, "proposal-reminder", "mateo", Map.of("mentor", "Mateo"));
    }

    private void deliver(String activity) {
        management.executeJob(onItsWay(activity));
    }

    private boolean executes(String job) {
        try {
            management.executeJob(job);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void retryInCockpit() {
        as("clara", () -> {
            assertThat(incident().getConfiguration()).isEqualTo(job().getId());
            management.setJobRetries(incident().getConfiguration(), 1);
        });
        runJobs();
    }

    private Incident incident() {
        return runtime.createIncidentQuery().singleResult();
    }

    /** The job that is at this activity, after the start of the process if need be. */
    private String onItsWay(String activity) {
        begin();
        return management.createJobQuery().activityId(activity).singleResult().getId();
    }

    /** The jobs that talk to the mail server, one for each mail. */
    private Stream<String> jobs() {
        begin();
        return management.createJobQuery().activityId("Activity_SendMail").list().stream()
                .map(Job::getId);
    }

    private void begin() {
        management.createJobQuery().activityId("Event_MailWritten").list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private JobQuery sending() {
        return management.createJobQuery().processDefinitionKey("send-mail");
    }

    private Job job() {
        return sending().singleResult();
    }

    private String state() {
        return database.queryForObject("select state from mail", String.class);
    }
}
