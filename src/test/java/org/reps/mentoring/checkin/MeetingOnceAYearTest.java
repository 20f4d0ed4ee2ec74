package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.story.MeetingOnceAYear;

/** A check-in begins when it is time, both meet, and they go on for another year. */
class MeetingOnceAYearTest extends YearlyCheckInTest {

    // --- the main way

    @Test
    void both_meet_agree_and_go_on_for_another_year() {
        start();
        MeetingOnceAYear.told(programme, "ravi", "maya");

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_MeetingHeld", "Event_CommitmentExtended");
        var extended = mentorships.byId(mentorship);
        assertThat(extended.committedUntil()).isEqualTo(anniversary.plusYears(1));
        assertThat(extended.channel()).isEqualTo("Video call");
        assertThat(extended.contactEvery()).isEqualTo("every month");
        var until = IN_WORDS.format(anniversary.plusYears(1));
        assertThat(mailsTo("ravi")).contains("You and Maya go on until " + until);
        assertThat(mailsTo("maya")).contains("You and Ravi go on until " + until);
    }

    @Test
    void what_was_recorded_is_shown_to_the_mentee() {
        untilRecorded();

        assertThat(shown("Activity_ConfirmAgreement", "ravi").get("agreed").toString())
                .contains(
                        "Organise a meetup",
                        "Help with the budget",
                        "Video call",
                        "every month",
                        IN_WORDS.format(meetingDay));
    }

    @Test
    void both_are_asked_for_feedback_in_a_case_of_their_own_that_the_check_in_does_not_know() {
        untilRecorded();
        ravi.confirmsTheYearlyAgreement();

        var cases = runtime.createProcessInstanceQuery()
                .processDefinitionKey("yearly-feedback")
                .listPage(0, 1000);
        assertThat(cases).hasSize(2).allSatisfy(feedback -> {
            assertThat(feedback.getRootProcessInstanceId()).isEqualTo(feedback.getId());
            assertThat(feedback.getBusinessKey()).isNotEqualTo(mentorship);
            assertThat(runtime.getVariables(feedback.getId())).doesNotContainKeys("mentorshipId", "checkInId");
        });
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("Activity_GiveFeedback")
                        .listPage(0, 1000))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("maya", "ravi");
    }

    @Test
    void the_meeting_is_recorded_from_its_day_on_where_the_mentor_lives() {
        untilArranged();

        assertThat(the("yearly-check-in")).isWaitingAt("Activity_MoveMeeting").isNotWaitingAt("Activity_RecordMeeting");
        var meeting = management
                .createJobQuery()
                .timers()
                .activityId("Event_MeetingDayReached")
                .singleResult();
        assertThat(meeting.getDuedate().toInstant())
                .isEqualTo(meetingDay.atTime(5, 0).toInstant(ZoneOffset.UTC));
    }

    // --- when it starts

    @Test
    void a_check_in_starts_once_for_each_mentorship_whose_commitment_ends_within_a_month() {
        givenRep("rosa");
        mentorships.begin("rosa", "maya");

        assertThat(checkIns.startDue()).isEqualTo(1);
        assertThat(checkIns.startDue()).isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("yearly-check-in")
                        .listPage(0, 1000))
                .extracting("businessKey")
                .containsExactly(mentorship);
    }

    @Test
    void two_rounds_at_once_start_one_check_in() throws Exception {
        var started = atOnce(List.of(checkIns::startDue, checkIns::startDue, checkIns::startDue, checkIns::startDue));

        assertThat(started).containsExactlyInAnyOrder(1, 0, 0, 0);
        assertThat(table.count()).isOne();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("yearly-check-in")
                        .count())
                .isOne();
    }

    @Test
    void at_most_a_hundred_start_at_once_and_the_rest_after_that() {
        mentors.save(Mentor.registered("busy", 200, Set.of(), Set.of("en"), "UTC"));
        on(day.minusDays(340));
        for (var i = 0; i < 100; i++) {
            reps.save(Rep.joined("rep" + i, day.minusYears(2)));
            mentorships.begin("rep" + i, "busy");
        }
        on(day);

        assertThat(IntStream.range(0, 3).map(round -> checkIns.startDue())).containsExactly(100, 1, 0);
    }

    @Test
    void a_mentorship_that_has_ended_is_not_checked() {
        mentorships.end(mentorship, "over");

        assertThat(checkIns.startDue()).isZero();
    }

    @Test
    void what_was_agreed_last_year_is_shown_to_both_in_the_next_year() {
        untilRecorded();
        ravi.confirmsTheYearlyAgreement();
        later(Period.ofYears(1));
        start();
        var nextMeeting = today().plusDays(3);
        maya.arrangesTheYearlyMeetingWith("ravi", nextMeeting);
        fire("Event_MeetingDayReached");
        later(Period.ofDays(10));
        assertThat(shown("Activity_RecordMeeting", "maya").get("lastYear").toString())
                .contains("Organise a meetup", "Help with the budget", IN_WORDS.format(meetingDay));
        maya.recordsTheYearlyMeetingWith("ravi", nextMeeting);

        assertThat(shown("Activity_ConfirmAgreement", "ravi").get("lastYear").toString())
                .contains("Organise a meetup", IN_WORDS.format(meetingDay));
    }

    @Test
    void the_first_year_shows_no_plan_of_a_year_before() {
        untilMeetingDay();

        assertThat(shown("Activity_RecordMeeting", "maya").get("lastYear").toString())
                .contains("\"heldOn\":\"\"", "\"plans\":\"\"");
    }

    @Test
    void after_a_year_without_a_result_there_is_a_check_in_again() {
        untilDropped();
        assertThat(checkIns.startDue()).isZero();

        // A month is the time ahead, and none is shorter than 28 days or longer than 31.
        on(anniversary.plusYears(1).minusDays(32));
        assertThat(checkIns.startDue()).isZero();
        on(anniversary.plusYears(1).minusDays(28));
        assertThat(checkIns.startDue()).isOne();
        assertThat(table.findByMentorshipIdOrderByDueOnDesc(mentorship))
                .extracting(CheckIn::dueOn)
                .containsExactly(anniversary.plusYears(1), anniversary);
    }

    // --- and when something else happens at the same time

    @RepeatedTest(5)
    void of_going_on_and_changing_the_mentor_at_the_same_moment_nothing_is_half_done() throws Exception {
        untilRecorded();
        var confirm = task("Activity_ConfirmAgreement").getId();
        as("ravi", () -> forms.submitTaskForm(confirm, Map.of("planAnswer", "right", "menteeWish", "continue")));
        var extend = untilJob("Activity_ExtendCommitment");

        atOnce(List.of(tried(() -> management.executeJob(extend)), tried(() -> mentorships.change("ravi", "mateo"))));
        // What lost is tried again, as the engine does with both, whatever it was that went wrong.
        if (mentorships.byId(mentorship).isRunning()) {
            mentorships.change("ravi", "mateo");
        }
        runJobs();

        assertThat(mentorships.ofMentee("ravi").orElseThrow().mentorId()).isEqualTo("mateo");
        assertThat(mentorships.byId(mentorship).isRunning()).isFalse();
        assertThat(theCheckIn().outcome()).isIn(CheckIn.Outcome.EXTENDED, CheckIn.Outcome.DROPPED);
        assertThat(the("yearly-check-in")).isEnded();
    }

    /** Does all jobs up to this one, and says which it is. */
    private String untilJob(String activity) {
        while (true) {
            var next = management
                    .createJobQuery()
                    .messages()
                    .processDefinitionKey("yearly-check-in")
                    .singleResult();
            var isIt = management.createJobQuery().activityId(activity).count() == 1;
            if (isIt) {
                return next.getId();
            }
            management.executeJob(next.getId());
        }
    }

    private static Callable<Boolean> tried(Runnable action) {
        return () -> {
            try {
                action.run();
                return true;
            } catch (RuntimeException lost) {
                return false;
            }
        };
    }
}
