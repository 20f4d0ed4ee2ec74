package org.reps.mentoring.dailyround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.people.Group;

/** The programme notices by itself what is due. */
class DailyRoundProcessTest extends ProgrammeTest {

    @Test
    void everything_that_is_due_is_noticed_when_the_application_starts() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        mentorships.begin("rumi", "mateo");
        aLateOrientation("mateo");
        later(Period.ofDays(340));
        new DailyRoundProcess(runtime).start();
        runJobs();

        assertThat(roundsThatWaitForAMorning()).isEqualTo(1);
        assertThat(task("Activity_StillThere")).isAssignedTo("mateo");
        assertThat(candidates(task("Activity_LookAfterLateOrientation"))).containsExactlyInAnyOrder("clara", "carmen");
        // Each step has found something, has looked again, and has found nothing more.
        assertThat(batches("Activity_StartCheckIns")).isEqualTo(2);
        assertThat(batches("Activity_AskSilentMentors")).isEqualTo(2);
        assertThat(batches("Activity_OfferToCouncil")).isEqualTo(2);
    }

    @Test
    void the_round_comes_again_every_day_at_the_same_time() {
        var timer = management.createJobQuery().timers().activityId("Event_TimeForRound");
        var due = timer.singleResult().getDuedate().toInstant();
        assertThat(due.atZone(ZoneOffset.UTC).toLocalTime()).hasToString("06:00");

        Today.goTo(due.plusSeconds(20));
        fire("Event_TimeForRound");

        assertThat(roundsThatWaitForAMorning()).isEqualTo(1);
        assertThat(timer.singleResult().getDuedate().toInstant()).isEqualTo(due.plusSeconds(24 * 60 * 60));
        management.setJobDuedate(timer.singleResult().getId(), Date.from(due));
    }

    @Test
    void the_digests_follow_the_mornings_around_the_world() {
        round();
        fire("Event_MorningComes");

        assertThat(batches("Activity_SendDigests")).isGreaterThanOrEqualTo(2);
        assertThat(roundsThatWaitForAMorning()).isEqualTo(1);
    }

    @Test
    void a_round_that_is_just_sending_digests_is_taken_over_too() throws Exception {
        var before = runtime.startProcessInstanceByMessage("application-started");
        walking(before.getId()).call();
        var morning = management
                .createJobQuery()
                .processInstanceId(before.getId())
                .activityId("Event_MorningComes")
                .singleResult();
        management.executeJob(morning.getId());

        var next = runtime.startProcessInstanceByMessage("application-started");
        walking(next.getId()).call();

        assertThat(before).isEnded().hasPassed("Event_OthersSend");
        assertThat(roundsThatWaitForAMorning()).isEqualTo(1);
    }

    @Test
    void a_round_goes_on_until_nothing_is_left() {
        givenSilentMentors(130);
        new DailyRoundProcess(runtime).start();
        runRound();

        assertThat(asked()).hasSize(130).doesNotHaveDuplicates();
        assertThat(roundsThatWaitForAMorning()).isEqualTo(1);
    }

    @Test
    void two_rounds_at_the_same_time_do_nothing_twice() throws Exception {
        givenSilentMentors(220);
        var one = runtime.startProcessInstanceByMessage("application-started");
        var other = runtime.startProcessInstanceByMessage("application-started");

        atOnce(List.of(walking(one.getId()), walking(other.getId())));

        assertThat(asked()).hasSize(220).doesNotHaveDuplicates();
        // Both may have looked for the round before at the same moment; the next one ends them all.
        assertThat(roundsThatWaitForAMorning()).isBetween(1L, 2L);
        round();
        assertThat(roundsThatWaitForAMorning()).isEqualTo(1);
        assertThat(List.of(one, other)).allSatisfy(over -> assertThat(over).isEnded());
    }

    @Test
    void a_round_after_the_round_finds_nothing() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        mentorships.begin("rumi", "mateo");
        aLateOrientation("mateo");
        later(Period.ofDays(120));
        new DailyRoundProcess(runtime).start();
        runRound();
        new DailyRoundProcess(runtime).start();
        runRound();

        assertThat(asked()).containsExactly("mateo");
        // Two in the first round, and one in the second, which finds nothing.
        assertThat(batches("Activity_AskSilentMentors")).isEqualTo(3);
        assertThat(batches("Activity_OfferToCouncil")).isEqualTo(3);
    }

    @Test
    void a_contact_task_is_offered_to_the_council_only_when_it_has_waited_for_the_time_to_answer() {
        givenMentor("mateo", 5);
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        aLateOrientation("mateo");
        var task = task("Activity_LookAfterLateOrientation");
        later(Period.ofDays(13));
        round();
        assertThat(candidates(task)).containsExactly("clara");
        later(Period.ofDays(2));
        round();

        assertThat(candidates(task)).containsExactlyInAnyOrder("clara", "carmen");
        assertThat(task("Activity_LookAfterLateOrientation").getPriority()).isGreaterThan(task.getPriority());
        as("carmen", () -> tasks.claim(task.getId(), "carmen"));
    }

    @Test
    void whoever_is_part_of_a_case_is_not_offered_its_task() {
        givenMentor("mateo", 5);
        givenContact("clara");
        identities.createMembership("mateo", Group.COUNCIL.id());
        register("carmen", Group.COUNCIL);
        aLateOrientation("mateo");
        later(Period.ofDays(15));
        round();

        assertThat(candidates(task("Activity_LookAfterLateOrientation"))).containsExactlyInAnyOrder("clara", "carmen");
    }

    @Test
    void a_task_that_somebody_has_taken_stays_theirs() {
        givenMentor("mateo", 5);
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        aLateOrientation("mateo");
        var late = task("Activity_LookAfterLateOrientation").getId();
        as("clara", () -> tasks.claim(late, "clara"));
        later(Period.ofDays(15));
        round();

        assertThat(candidates(task("Activity_LookAfterLateOrientation"))).containsExactly("clara");
    }

    @Test
    void a_concern_is_not_offered_to_the_council_however_late_it_is() {
        givenRep("rumi");
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        programme.rep("rumi").raisesAConcern();
        later(Period.ofDays(60));
        round();

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("clara");
    }

    /** A rep whose orientation with this mentor is late, so that a contact is asked. */
    private void aLateOrientation(String mentorId) {
        register("ruth", Group.REPS);
        var ruth = programme.rep("ruth");
        ruth.looksForAMentor();
        programme.mentor(mentorId).offersToMentor("ruth");
        ruth.acceptsTheProposedMentor();
        fire("Event_CallOverdue");
    }

    private void givenSilentMentors(int number) {
        var longAgo = today().minusDays(200);
        for (var i = 0; i < number; i++) {
            database.update("""
                    insert into rep (id, joined_on, languages, time_zone, skills_wanted, goals, note_for_mentor, version)
                    values (?, ?, array['en'], 'UTC', array['Coaching'], '', '', 0)""", "rep" + i, longAgo);
            database.update("""
                    insert into mentor (id, status, capacity, skills, languages, time_zone, version)
                    values (?, 'ACTIVE', 5, array['Coaching'], array['en'], 'UTC', 0)""", "mentor" + i);
            database.update("""
                    insert into mentorship (id, mentee_id, mentor_id, running_mentee, began_on, committed_until, version)
                    values (?, ?, ?, ?, ?, ?, 0)""", "mentorship" + i, "rep" + i, "mentor" + i, "rep" + i, longAgo, longAgo.plusYears(1));
        }
    }

    private void round() {
        new DailyRoundProcess(runtime).start();
        runRound();
    }

    /** Runs the jobs of rounds and leaves what they have started. */
    private void runRound() {
        for (var job = nextJob(null); job != null; job = nextJob(null)) {
            management.executeJob(job.getId());
        }
    }

    /** As a node does that has taken this round up: a conflict with another node is tried again. */
    private Callable<Boolean> walking(String round) {
        return () -> {
            for (var job = nextJob(round); job != null; job = nextJob(round)) {
                try {
                    management.executeJob(job.getId());
                } catch (OptimisticLockingException somebodyElseWasQuicker) {
                    // the job is still there
                }
            }
            return true;
        };
    }

    private Job nextJob(String round) {
        var jobs = management.createJobQuery().messages().processDefinitionKey("daily-round");
        return (round == null ? jobs : jobs.processInstanceId(round))
                .listPage(0, 1).stream().findFirst().orElse(null);
    }

    private List<String> asked() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("mentor-inactivity").listPage(0, 1000).stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }

    private long roundsThatWaitForAMorning() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("daily-round")
                .activityIdIn("Gateway_MorningOrRound")
                .count();
    }

    /** How often this step was done in all rounds. */
    private long batches(String activity) {
        return history.createHistoricActivityInstanceQuery()
                .activityId(activity)
                .count();
    }
}
