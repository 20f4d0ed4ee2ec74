package org.reps.mentoring.unreachable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.notice.Notices;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails that cannot be sent to somebody are one matter, about that person, and not one for each mail. */
class UnreachablePersonTest extends ProgrammeTest {

    private static final String REMINDED = "Mateo is waiting for your answer";

    private final LocalDate first = today();

    @Autowired
    Notices notices;

    @BeforeEach
    void programme() {
        givenContact("clara");
        givenContact("chidi");
        givenRep("rolf");
        lives("rolf", "");
    }

    // --- the council is asked once

    @Test
    void however_many_mails_cannot_be_sent_the_council_is_asked_once() {
        givenMentor("mateo", 5);
        proposalTo("rolf");
        for (var day = 1; day <= 10; day++) {
            roundOn(day);
        }

        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(every("unreachable-person")).hasSize(1);
        assertThat(candidates(task("Activity_FindAddress"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(task("Activity_FindAddress").getName()).isEqualTo("Find an address for Rolf");
        assertThat(states("digest")).hasSize(10).containsOnlyOnce("KEPT").containsOnly("KEPT", "DROPPED");

        lives("rolf", "rolf@example.org");
        programme.council("clara").findsAnAddressFor("rolf");

        assertThat(mailsTo("rolf"))
                .containsExactlyInAnyOrder("Please do: Meet your proposed mentor", "1 of your tasks is overdue");
        assertThat(openTasks()).doesNotContain("Activity_FindAddress");
        assertThat(every("unreachable-person")).hasSize(1);
        assertThat(the("unreachable-person")).isEnded().hasPassed("Gateway_AddressFound", "Event_MailsOnTheirWay");
    }

    @Test
    void two_mails_that_are_refused_at_the_same_moment_ask_once() throws Exception {
        remind("mateo");
        remind("maya");
        until("Activity_AskForAddress", 2);

        var asking = new ArrayList<Callable<Boolean>>();
        management.createJobQuery().activityId("Activity_AskForAddress").list().stream()
                .map(Job::getId)
                .forEach(job -> asking.add(() -> {
                    try {
                        management.executeJob(job);
                        return true;
                    } catch (ProcessEngineException beaten) {
                        return false;
                    }
                }));
        assertThat(atOnce(asking)).contains(true);
        runJobs();

        assertThat(every("unreachable-person")).hasSize(1);
        assertThat(every("send-mail"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail).isEnded().hasPassed("Event_MailKept"));
    }

    @Test
    void nobody_is_asked_for_their_own_address() {
        lives("clara", "clara@");
        notices.tell("clara", "proposal-reminder", "mateo", Map.of("mentor", "Mateo"));
        runJobs();

        assertThat(candidates(task("Activity_FindAddress"))).containsExactly("chidi");
    }

    @Test
    void what_the_mails_say_stays_between_them_and_their_reader() {
        remind("mateo");
        runJobs();

        as("clara", () -> tasks.claim(task("Activity_FindAddress").getId(), "clara"));
        assertThat(shown("Activity_FindAddress", "clara").toString())
                .contains("Rolf Sample", "rolf")
                .doesNotContain("Mateo", "waiting", "@");
        programme.council("clara").findsNoAddressFor("rolf");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(the("unreachable-person").getId())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .containsOnly("personId", "addressFound", "who", "firstName");
    }

    // --- there is another address

    @Test
    void when_that_is_refused_too_the_council_is_asked_again_and_nothing_is_lost() {
        remind("mateo");
        runJobs();
        lives("rolf", "rolf@example.org");
        LINE_TO_MAIL_SERVER.answer("RCPT", "550 5.1.1 User unknown");

        programme.council("clara").findsAnAddressFor("rolf");

        assertThat(mailsTo("rolf")).isEmpty();
        programme.council("chidi").sees("Activity_FindAddress", "rolf");

        LINE_TO_MAIL_SERVER.repair();
        programme.council("chidi").findsAnAddressFor("rolf");
        assertThat(mailsTo("rolf")).containsExactly(REMINDED);
    }

    @Test
    void the_next_mail_that_gets_through_brings_the_others_along() {
        remind("mateo");
        runJobs();
        lives("rolf", "rolf@example.org");

        remind("maya");
        runJobs();

        assertThat(mailsTo("rolf")).containsExactlyInAnyOrder(REMINDED, "Maya is waiting for your answer");
        assertThat(openTasks()).isEmpty();
        assertThat(the("unreachable-person")).isEnded().hasPassed("Event_PersonReached", "Event_MailsOnTheirWay");
    }

    @Test
    void the_daily_round_notices_it() {
        remind("mateo");
        remind("maya");
        runJobs();
        var asked = task("Activity_FindAddress").getId();
        roundOn(1);
        assertThat(task("Activity_FindAddress").getId()).isEqualTo(asked);
        assertThat(states("proposal-reminder")).containsOnly("KEPT");

        lives("rolf", "rolf@example.org");
        roundOn(2);

        assertThat(mailsTo("rolf")).containsExactlyInAnyOrder(REMINDED, "Maya is waiting for your answer");
        assertThat(every("unreachable-person"))
                .singleElement()
                .satisfies(asking -> assertThat(asking).isEnded().hasPassed("Event_PersonReached"));
    }

    @Test
    void a_single_mail_is_enough_for_the_daily_round() {
        remind("mateo");
        runJobs();
        lives("rolf", "rolf@example.org");
        roundOn(1);

        assertThat(mailsTo("rolf")).containsExactly(REMINDED);
        assertThat(the("unreachable-person")).isEnded().hasPassed("Event_PersonReached");
    }

    // --- there is none

    @Test
    void whoever_has_no_address_is_left_alone_until_a_mail_gets_through() {
        remind("mateo");
        runJobs();
        programme.council("clara").findsNoAddressFor("rolf");
        assertThat(the("unreachable-person")).isEnded().hasPassed("Event_WithoutMails");

        remind("maya");
        runJobs();
        roundOn(1);
        assertThat(openTasks()).isEmpty();

        lives("rolf", "rolf@example.org");
        roundOn(2);
        assertThat(mailsTo("rolf")).containsExactlyInAnyOrder(REMINDED, "Maya is waiting for your answer");

        lives("rolf", "");
        remind("musa");
        runJobs();
        programme.council("clara").sees("Activity_FindAddress", "rolf");
    }

    @Test
    void a_case_that_was_deleted_by_mistake_is_begun_again_by_the_next_mail() {
        remind("mateo");
        runJobs();
        runtime.deleteProcessInstance(the("unreachable-person").getId(), "by mistake");

        remind("maya");
        runJobs();

        programme.council("clara").sees("Activity_FindAddress", "rolf");
    }

    // --- what is still of use

    @Test
    void a_task_that_is_done_by_then_is_not_asked_for() {
        givenMentor("mateo", 5);
        proposalTo("rolf");
        programme.rep("rolf").acceptsTheProposedMentor();

        lives("rolf", "rolf@example.org");
        programme.council("clara").findsAnAddressFor("rolf");

        assertThat(mailsTo("rolf"))
                .anyMatch(subject -> subject.endsWith("is your mentor now"))
                .doesNotContain("Please do: Meet your proposed mentor");
        assertThat(states("task-assigned")).contains("DROPPED");
    }

    @Test
    void an_old_digest_is_not_sent() {
        givenMentor("mateo", 5);
        proposalTo("rolf");
        roundOn(1);
        assertThat(states("digest")).contains("KEPT");

        later(Period.ofDays(3));
        lives("rolf", "rolf@example.org");
        programme.council("clara").findsAnAddressFor("rolf");

        assertThat(mailsTo("rolf")).containsExactly("Please do: Meet your proposed mentor");
    }

    @Test
    void a_meeting_is_told_as_it_is_now_and_not_when_it_is_over() {
        var call = UUID.randomUUID().toString();
        invite(call, 0, Duration.ofHours(30), false);
        invite(call, 1, Duration.ofHours(50), false);
        var over = UUID.randomUUID().toString();
        invite(over, 0, Duration.ofHours(1), false);
        var off = UUID.randomUUID().toString();
        invite(off, 0, Duration.ofHours(1), false);
        invite(off, 1, Duration.ofHours(1), true);
        runJobs();

        later(Period.ofDays(1));
        lives("rolf", "rolf@example.org");
        programme.council("clara").findsAnAddressFor("rolf");

        assertThat(database.queryForList(
                        "select dedupe_key from mail where state = 'SENT' order by written_at", String.class))
                .containsExactly("training-closed:rolf:" + call + ":1", "training-closed:rolf:" + off + ":1");
    }

    private void invite(String uid, int sequence, Duration ahead, boolean isCancelled) {
        // Later than the one before.
        Today.goTo(now().plusMillis(1));
        notices.invite(
                "clara",
                "rolf",
                "training-closed",
                new Invitation(uid, sequence, now().plus(ahead), "Call", "Here", isCancelled),
                Map.of());
    }

    private void remind(String mentor) {
        var name = Character.toUpperCase(mentor.charAt(0)) + mentor.substring(1);
        notices.tell("rolf", "proposal-reminder", mentor, Map.of("mentor", name));
    }

    private void proposalTo(String rep) {
        programme.rep(rep).looksForAMentor();
        programme.mentor("mateo").offersToMentor(rep);
    }

    private void roundOn(int day) {
        Today.goTo(first.plusDays(day).atTime(LocalTime.of(20, 0)).toInstant(ZoneOffset.UTC));
        runtime.startProcessInstanceByMessage("application-started");
        runJobs();
    }

    /** Runs jobs until so many are at this activity. */
    private void until(String activity, int number) {
        var there = management.createJobQuery().activityId(activity);
        while (there.count() < number) {
            management.createJobQuery().messages().list().stream()
                    .filter(job -> there.list().stream()
                            .noneMatch(other -> other.getId().equals(job.getId())))
                    .map(Job::getId)
                    .forEach(management::executeJob);
        }
    }

    /** As the operator enters it in Admin. */
    private void lives(String userId, String email) {
        var user = identities.createUserQuery().userId(userId).singleResult();
        user.setEmail(email);
        identities.saveUser(user);
    }

    private List<String> states(String notice) {
        return database.queryForList(
                "select state from mail where notice = ? and recipient_id = 'rolf'", String.class, notice);
    }
}
