package org.reps.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.reps.mentoring.AtOnce.atOnce;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * What becomes of a notice when the mail server is down, stalls, breaks off or says no. Which answers mean what is
 * tried out in {@code SmtpCarrierTest}.
 */
class MailDeliveryTest extends ProgrammeTest {

    /** mentoring.mail.connections */
    private static final int CONNECTIONS = 4;

    private static final String PATIENCE = "mail.smtp.timeout";

    @Autowired
    Notices notices;

    @Autowired
    JavaMailSenderImpl sender;

    private @Nullable Object patience;

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
        // Only here nobody waits for long: elsewhere a server that is slow on a busy machine is no fault.
        patience = settings().setProperty(PATIENCE, "1000");

        assertTriedAgain("Read timed out");
    }

    @AfterEach
    void who_was_impatient_is_so_no_more() {
        if (patience != null) {
            settings().put(PATIENCE, patience);
            patience = null;
        }
    }

    private Properties settings() {
        return sender.getJavaMailProperties();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL | 451 4.3.0 Try again later",
                "RCPT | 450 4.2.0 Greylisted, try again later",
                "DATA | 451 4.3.0 Try again later",
                ".    | 554 5.7.1 This looks like spam"
            })
    void what_may_pass_is_tried_again(String line, String answer) throws Exception {
        LINE_TO_MAIL_SERVER.answer(line, answer);

        assertTriedAgain("The mail server did not take the mail");
    }

    // --- the address is wrong: kept, and the council is asked at once

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 <rumi@example.org> User unknown",
                ".    | 550 5.1.1 <rumi@example.org> User unknown"
            })
    void a_mail_to_a_wrong_address_is_kept_and_the_council_asked_at_once(String line, String answer) {
        LINE_TO_MAIL_SERVER.answer(line, answer);
        tell("rumi");
        runJobs();

        assertThat(state()).isEqualTo("KEPT");
        assertThat(MAIL_SERVER.getReceivedMessages()).isEmpty();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(endOf("send-mail")).isEqualTo("Event_MailKept");

        LINE_TO_MAIL_SERVER.repair();
        programme.council("clara").findsAnAddressFor("rumi");

        assertThat(mailsTo("rumi")).containsExactly("Mateo is waiting for your answer");
        assertThat(state()).isEqualTo("SENT");
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
        people.register(new Person("rolf", "Rolf", "Brandt", "rolf@example.org"), "mentoring-demo", Group.REPS);
        // Some of these can only be left from before they were refused.
        database.update("update ACT_ID_USER set EMAIL_ = ? where ID_ = 'rolf'", email);
        tell("rolf");
        runJobs();

        assertThat(state()).isEqualTo("KEPT");
        assertThat(openTasks()).containsExactly("Activity_FindAddress");
        assertThat(LINE_TO_MAIL_SERVER.mostAtOnce()).isZero();
    }

    @Test
    void an_address_in_another_script_reaches_whoever_is_meant() throws Exception {
        people.register(new Person("sara", "\u0160ara", "Sample", ""), "mentoring-demo", Group.REPS);
        // As it was stored before what cannot be seen was left out.
        database.update(
                "update ACT_ID_USER set EMAIL_ = ? where ID_ = 'sara'", "\u200B\u0161ara@b\u00FCcher.example\u00A0");
        tell("sara");
        runJobs();

        assertThat(MAIL_SERVER.getUserManager().getUserByEmail("\u0161ara@xn--bcher-kva.example"))
                .isNotNull();
        assertThat(MAIL_SERVER.getReceivedMessages()).hasSize(1);
        assertThat(MAIL_SERVER.getReceivedMessages()[0].getSubject()).isEqualTo("Mateo is waiting for your answer");
    }

    @Test
    void an_address_that_the_server_cannot_write_is_a_wrong_one() throws Exception {
        people.register(
                new Person("sara", "\u0160ara", "Sample", "\u0161ara@example.org"), "mentoring-demo", Group.REPS);
        LINE_TO_MAIL_SERVER.writeAsciiOnly();
        tell("sara");
        runJobs();

        assertThat(state()).isEqualTo("KEPT");
        assertThat(openTasks()).containsExactly("Activity_FindAddress");
        assertThat(MAIL_SERVER.getReceivedMessages()).isEmpty();
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

    // --- many at once

    @Test
    void many_mails_at_once_use_few_connections_and_each_arrives_once() throws Exception {
        var reps = givenReps(12);
        LINE_TO_MAIL_SERVER.dawdle();
        reps.forEach(this::tell);

        sendAllAtOnce(over -> true, LINE_TO_MAIL_SERVER::hurry);

        assertThat(LINE_TO_MAIL_SERVER.mostAtOnce()).isEqualTo(CONNECTIONS);
        // Who found no connection for too long.
        runJobs();
        assertThat(reps).allSatisfy(rep -> assertThat(mailsTo(rep)).hasSize(1));
    }

    @Test
    void a_server_that_stalls_leaves_threads_for_others() throws Exception {
        var reps = givenReps(12);
        LINE_TO_MAIL_SERVER.dawdle();
        reps.forEach(this::tell);
        var others = reps.size() - CONNECTIONS;

        // The others do not wait for those who talk to the server.
        var failures = sendAllAtOnce(over -> over == others, LINE_TO_MAIL_SERVER::repair);

        assertThat(failures).allMatch(failure -> failure.startsWith("The mail server"));
        assertThat(failures)
                .filteredOn(failure -> failure.equals("The mail server is so slow that no connection to it is free."))
                .hasSizeBetween(1, others);
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
        who_was_impatient_is_so_no_more();
        runJobs();

        assertThat(mailsTo("rumi")).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
        assertThat(endOf("send-mail")).isEqualTo("Event_MailSent");
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

    /**
     * Sends all mails, each in a thread of its own.
     *
     * @param enough how many must be over, so that something is done about the server while it keeps as many waiting as
     *     it may
     * @return for each mail why it was not sent; empty for one that was
     */
    private List<String> sendAllAtOnce(IntPredicate enough, Runnable somethingIsDone) throws Exception {
        var over = new AtomicInteger();
        var actions = new ArrayList<Callable<String>>();
        jobs().forEach(job -> actions.add(() -> {
            try {
                management.executeJob(job);
                return "";
            } catch (RuntimeException e) {
                return NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            } finally {
                over.incrementAndGet();
            }
        }));
        actions.add(() -> {
            try {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> enough.test(over.get()) && LINE_TO_MAIL_SERVER.atOnce() == CONNECTIONS);
                return "";
            } finally {
                somethingIsDone.run();
            }
        });
        var failures = atOnce(actions);
        return failures.subList(0, failures.size() - 1);
    }

    private List<String> givenReps(int number) {
        var ids = IntStream.range(0, number).mapToObj(rep -> "rep" + rep).toList();
        ids.forEach(this::givenRep);
        return ids;
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
