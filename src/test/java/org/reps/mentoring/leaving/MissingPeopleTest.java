package org.reps.mentoring.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Somebody is gone who is needed, and nobody has said it. */
class MissingPeopleTest extends LeavingTest {

    private void noticed() {
        missing.notice(10);
        runJobs();
    }

    private void decided(String answer) {
        complete("Activity_DecideAfterLeft", "clara", Map.of("whatNow", answer));
    }

    @Test
    void the_council_is_asked_once_what_becomes_of_those_who_are_left() {
        goneFromTheDatabase("mateo");
        noticed();
        noticed();

        assertThat(the("leave-programme")).isActive();
        assertThat(task("Activity_DecideAfterLeft").getName())
                .isEqualTo("mateo has left: what becomes of their mentorships?");
        assertThat(candidates(task("Activity_DecideAfterLeft"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(shown("Activity_DecideAfterLeft", "clara").toString()).contains("Rana Sample, Rumi Sample");
        assertThat(mentorships.menteesOf("mateo")).hasSize(2);
    }

    @Test
    void their_mentees_get_other_mentors_as_when_somebody_steps_down() {
        goneFromTheDatabase("mateo");
        noticed();
        decided("place");

        assertThat(mailsTo("rumi")).containsExactly("mateo has left the programme");
        assertThat(running("mentor-change")).hasSize(2);
        assertThat(the("leave-programme")).isActive().hasPassed("Activity_PlaceMentees");
        fire("Event_LastDayCome");
        clara.leavesTheRemainingMenteesOpen();
        fire("Event_LastDayOver");

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_LeftWithThanks");
        assertThat(openAssignments()).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
        noticed();
        assertThat(every("leave-programme")).hasSize(1);
    }

    @Test
    void their_mentorships_end_at_once_if_the_council_says_so() {
        goneFromTheDatabase("mateo");
        noticed();
        decided("end");

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_LeftWithThanks");
        assertThat(openAssignments()).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(mailsTo("clara")).contains("mateo has left the programme");
    }

    @Test
    void the_mentor_of_a_rep_who_is_gone_is_free_again() {
        goneFromTheDatabase("rumi");
        noticed();
        // It is true also of whoever guides nobody.
        assertThat(task("Activity_DecideAfterLeft").getName())
                .isEqualTo("rumi has left: what becomes of their mentorships?");
        decided("end");

        assertThat(mentorships.menteesOf("mateo")).containsExactly("rana");
        assertThat(mailsTo("mateo")).contains("rumi has left the programme");
    }

    @Test
    void a_mistake_changes_nothing_and_the_same_person_finds_what_is_theirs() {
        goneFromTheDatabase("mateo");
        noticed();
        assertThatThrownBy(() -> people.register(new Person("mateo", "Max", "Other", ""), "mentoring-demo"))
                .isInstanceOf(Refusal.class);
        decided("mistake");
        noticed();
        assertThat(every("leave-programme")).hasSize(1);

        people.register(new Person("mateo", "Mateo", "Sample", ""), "mentoring-demo", Group.REPS, Group.MENTORS);
        noticed();
        assertThat(every("leave-programme")).hasSize(1);
        assertThat(mentorships.menteesOf("mateo")).hasSize(2);
        assertThat(canLogIn("mateo")).isTrue();
    }

    @Test
    void an_account_that_appears_from_somewhere_inherits_nothing_before_the_council_has_said_who_it_is() {
        goneFromTheDatabase("mateo");
        noticed();
        database.update(
                "insert into ACT_ID_USER (ID_, REV_, FIRST_, PWD_) select 'mateo', 1, 'Max', PWD_ from ACT_ID_USER"
                        + " where ID_ = 'maya'");

        assertThat(known.isAway("mateo")).isTrue();
        assertThat(openTasks()).containsExactly("Activity_DecideAfterLeft");
    }

    @Test
    void whoever_is_only_in_their_group_no_more_stays_as_a_rep_or_gets_it_back() {
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'mateo' and GROUP_ID_ = 'mentors'");
        noticed();
        noticed();
        decided("mistake");
        assertThat(people.isIn(Group.MENTORS, "mateo")).isTrue();
        assertThat(canLogIn("mateo")).isTrue();

        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'mateo' and GROUP_ID_ = 'mentors'");
        noticed();
        decided("end");
        assertThat(running("leave-programme")).isEmpty();
        assertThat(people.isIn(Group.REPS, "mateo")).isTrue();
        assertThat(canLogIn("mateo")).isTrue();
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
    }

    @Test
    void on_whom_nobody_depends_has_left_without_a_question() {
        goneFromTheDatabase("maya");
        noticed();

        assertThat(every("leave-programme")).isEmpty();
        assertThat(mentors.findById("maya").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
        assertThat(known.hasLeft("maya")).isTrue();
    }

    @Test
    void a_rep_who_waits_and_is_in_no_group_any_more_has_left() {
        givenRep("ruth");
        startAs("ruth", "rep-onboarding", Map.of("goals", "Speak", "languages", List.of("en"), "timeZone", "UTC"));
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'ruth'");
        noticed();

        assertThat(running("rep-onboarding")).isEmpty();
        assertThat(openAssignments()).isEmpty();
        assertThat(known.hasLeft("ruth")).isTrue();
        assertThat(database.queryForList("select state from leaving where person_id = 'ruth'", String.class))
                .containsExactly("LEFT");
    }

    @Test
    void whoever_keeps_the_application_running_still_gets_in() {
        identities.createMembership("mateo", Groups.CAMUNDA_ADMIN);
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'mateo' and GROUP_ID_ in ('reps', 'mentors')");
        noticed();
        decided("end");

        assertThat(running("leave-programme")).isEmpty();
        assertThat(openAssignments()).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(canLogIn("mateo")).isTrue();
    }

    @Test
    void when_nearly_everybody_is_gone_at_once_the_accounts_are_out_of_reach() {
        for (var i = 0; i < 12; i++) {
            givenMentor("mentor" + i, 2);
            givenRep("rep" + i);
            mentorships.begin("rep" + i, "mentor" + i);
        }
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ <> 'admin'");
        noticed();

        assertThat(every("leave-programme")).isEmpty();
    }

    /** Both come at the same time of day where somebody's day begins as the daily round does, or after a standstill. */
    @Test
    void nobody_is_missed_who_is_just_leaving() {
        leaves("rumi", lastDay());
        runJobs();
        var job = management
                .createJobQuery()
                .timers()
                .activityId("Event_LeavingDayOver")
                .singleResult();
        var looked = 0;
        while (job != null) {
            management.executeJob(job.getId());
            missing.notice(10);
            looked++;
            job = management.createJobQuery().messages().list().stream()
                    .findFirst()
                    .orElse(null);
        }

        assertThat(looked).isGreaterThan(4);
        assertThat(every("leave-programme")).hasSize(1);
        assertThat(the("leave-programme")).isEnded().hasPassed("Event_LeftWithThanks");
        assertThat(openTasks()).doesNotContain("Activity_DecideAfterLeft");
        assertThat(known.hasLeft("rumi")).isTrue();
        assertThat(mentorships.menteesOf("mateo")).containsExactly("rana");
    }

    @Test
    void the_daily_round_notices_it() {
        goneFromTheDatabase("mateo");
        runtime.startProcessInstanceByMessage("application-started");
        runJobs();

        assertThat(openTasks()).contains("Activity_DecideAfterLeft");
    }

    @Test
    void whoever_is_part_of_it_does_not_decide() {
        identities.createMembership("rumi", Group.CONTACTS.id());
        goneFromTheDatabase("mateo");
        noticed();

        assertThat(candidates(task("Activity_DecideAfterLeft"))).doesNotContain("rumi");
    }
}
