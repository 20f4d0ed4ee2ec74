package org.reps.mentoring.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.AskingASilentMentor;

/** Mateo does not answer, and the council decides whether Rumi and Rana get other mentors. */
class SilentMentorIsReplacedTest extends MentorInactivityTest {

    @Test
    void a_mentor_who_answers_too_late_comes_back_without_mentees() {
        AskingASilentMentor.whoAnswersTooLate(programme, "mateo", "clara", "carmen");

        assertThat(the("mentor-inactivity"))
                .isEnded()
                .hasPassed("Event_MentorReminded", "Event_NobodyAnswered", "Event_MentorBack")
                .hasNotPassed("Event_MentorInactive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(handedOver())
                .containsExactlyInAnyOrder(Map.entry("rumi", "inactivity"), Map.entry("rana", "inactivity"));
        assertThat(mailsTo("mateo"))
                .containsSubsequence(
                        "Please do: Are you still there?",
                        "Are you still there?",
                        "We will look for other mentors for your mentees");
    }

    @Test
    void nobody_waits_for_a_mentor_who_stays_silent() {
        ask();
        fire("Event_ReminderDue");
        assertThat(mailsTo("mateo")).contains("Are you still there?");
        fire("Event_GraceOver");
        assertThat(the("mentor-inactivity")).isWaitingAt("Activity_StillThere", "Activity_ConfirmInactivity");
        clara.findsTheSilentMentorInactive();
        assertThat(mailsTo("mateo")).doesNotContain("We will look for other mentors for your mentees");
        carmen.findsTheSilentMentorInactive();
        assertThat(mailsTo("mateo")).contains("We will look for other mentors for your mentees");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(handedOver()).isEmpty();
        assertThat(the("mentor-inactivity")).isWaitingAt("Activity_StillThere", "Event_AnnouncedTimeOver");
        fire("Event_AnnouncedTimeOver");

        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.INACTIVE);
        assertThat(handedOver())
                .containsExactlyInAnyOrder(Map.entry("rumi", "inactivity"), Map.entry("rana", "inactivity"));
        // It says already that there is a task, and leads to it.
        assertThat(mailsTo("mateo"))
                .contains("Your mentees get other mentors")
                .doesNotContain("Please do: Come back as a mentor");
        assertThat(the("mentor-inactivity")).isWaitingAtExactly("Activity_ComeBack");
        mateo.comesBackAsAMentor();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorBack");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
    }

    @Test
    void an_inactive_mentor_may_stay_so() {
        becomeInactive();
        mateo.staysInactive();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorInactive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.INACTIVE);
    }

    @Test
    void after_a_month_nobody_asks_an_inactive_mentor_any_more() {
        becomeInactive();
        fire("Event_ComeBackTimeOver");

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_ComeBackTimeOver", "Event_MentorInactive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.INACTIVE);
    }

    @Test
    void until_the_last_moment_an_answer_stops_it() {
        silentToTheAnnouncement();
        mateo.isStillThere();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorAnswered", "Event_MentorActive");
        assertThat(handedOver()).isEmpty();
    }

    // --- the council decides

    @Test
    void nobody_agrees_twice_and_nobody_decides_who_is_part_of_it() {
        identities.createMembership("rumi", Group.COUNCIL.id());
        identities.createMembership("mateo", Group.COUNCIL.id());
        givenMentor("maya", 5);
        identities.createMembership("maya", Group.COUNCIL.id());
        var yesterday = today().minusDays(1);
        mentors.save(mentors.findById("mateo").orElseThrow().away(yesterday, yesterday, "maya"));
        ask();
        fire("Event_GraceOver");
        assertThat(candidates(task("Activity_ConfirmInactivity")))
                .containsExactlyInAnyOrder("clara", "chidi", "carmen");
        clara.findsTheSilentMentorInactive();

        assertThat(candidates(task("Activity_ConfirmInactivity"))).containsExactlyInAnyOrder("chidi", "carmen");
        assertDecisionRefused("clara", "You have agreed already; somebody else of the council has to decide now.");
        for (var involved : List.of("mateo", "rumi")) {
            give(involved);
            assertThatThrownBy(() -> programme.council(involved).findsTheSilentMentorInactive())
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageStartingWith("You are part of this case");
        }
        assertDecisionRefused("maya", "You are part of this case; somebody else of the council has to decide.");
    }

    @Test
    void where_too_few_are_impartial_nobody_is_waved_through() {
        identities.deleteMembership("carmen", Group.COUNCIL.id());
        identities.deleteMembership("chidi", Group.COUNCIL.id());
        ask();
        management.executeJob(management
                .createJobQuery()
                .timers()
                .activityId("Event_GraceOver")
                .singleResult()
                .getId());
        var job = management.createJobQuery().messages().activityId("Activity_FindMembers");

        assertThatThrownBy(() -> management.executeJob(job.singleResult().getId()))
                .hasRootCauseMessage("Not enough impartial people are in the council: 2 have to agree;"
                        + " somebody has to join it");
        management.setJobRetries(job.singleResult().getId(), 0);
        assertThat(runtime.createIncidentQuery()
                        .activityId("Activity_FindMembers")
                        .count())
                .isEqualTo(1);
        assertThat(openTasks()).contains("Activity_StillThere").doesNotContain("Activity_ConfirmInactivity");

        identities.createMembership("carmen", Group.COUNCIL.id());
        management.setJobRetries(job.singleResult().getId(), 1);
        runJobs();
        assertThat(candidates(task("Activity_ConfirmInactivity"))).containsExactlyInAnyOrder("clara", "carmen");
    }

    @Test
    void more_time_means_that_the_council_decides_anew() {
        ask();
        fire("Event_GraceOver");
        clara.findsTheSilentMentorInactive();
        chidi.givesTheSilentMentorMoreTime(3);
        assertThat(openTasks()).containsExactly("Activity_StillThere");
        assertThat(the("mentor-inactivity")).isWaitingAt("Activity_StillThere", "Event_ExtraTimeOver");
        fire("Event_ExtraTimeOver");
        clara.findsTheSilentMentorInactive();
        assertThat(openTasks()).contains("Activity_ConfirmInactivity");
        carmen.findsTheSilentMentorActive();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_NotInactive", "Event_MentorActive");
        assertThat(openTasks()).doesNotContain("Activity_StillThere");
        assertThat(handedOver()).isEmpty();
        assertThat(database.queryForList(
                        "select member_id || ' ' || answer from inactivity_decision order by round, member_id",
                        String.class))
                .containsExactly("chidi MORE_TIME", "clara INACTIVE", "carmen ACTIVE", "clara INACTIVE");
    }

    @Test
    void the_evidence_names_no_task_of_a_confidential_case() {
        mateo.raisesAConcern("whatHappened", "Something private");
        clara.settlesTheConcernAtOnce("Read it", "Thank you");
        on(today());
        var due = today().plusDays(14);
        ask();
        fire("Event_GraceOver");
        later(Period.ofDays(30));

        var evidence = shown.evidence("mateo");
        assertThat(evidence.overdueTasks()).singleElement().satisfies(overdue -> {
            assertThat(overdue.name()).isEqualTo("Are you still there?");
            assertThat(overdue.due()).isEqualTo(due.toString());
        });
    }

    private void becomeInactive() {
        silentToTheAnnouncement();
        fire("Event_AnnouncedTimeOver");
    }

    private void assertDecisionRefused(String memberId, String reason) {
        give(memberId);
        assertRefused(() -> programme.council(memberId).findsTheSilentMentorInactive(), reason);
    }

    /** As the operator could. */
    private void give(String memberId) {
        tasks.setAssignee(task("Activity_ConfirmInactivity").getId(), memberId);
    }
}
