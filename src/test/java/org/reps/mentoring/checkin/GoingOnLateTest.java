package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Maya has guided Ravi since 10 January 2026. What they agree on late is not over before it begins. */
class GoingOnLateTest extends ProgrammeTest {

    private final ActingRep ravi = programme.rep("ravi");
    private final ActingMentor maya = programme.mentor("maya");
    private final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    private YearlyCheckInSteps checkIns;

    @Autowired
    private CheckInTable table;

    private String mentorship = "";

    @BeforeEach
    void two_together() {
        givenContact("clara");
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenRep("ravi");
        onThe("2026-01-10");
        mentorship = Objects.requireNonNull(mentorships.begin("ravi", "maya"));
    }

    @Test
    void after_a_check_in_that_was_dropped_they_go_on_from_now_and_the_council_decides_about_a_wish() {
        firstCheckInIsDropped();
        bothGoOn("2027-12-15", "2028-01-15");

        assertThat(until()).isEqualTo("2029-01-10");
        assertThat(mailsTo("ravi")).contains("You and Maya go on until Wednesday, 10 January 2029");
        assertThat(mailsTo("maya")).contains("You and Ravi go on until Wednesday, 10 January 2029");

        onThe("2028-01-16");
        ravi.asksForAnotherMentor("council");
        ravi.wouldLikeNobodyInParticular();
        assertThat(the("mentor-change")).isWaitingAt("Activity_Decide");
        assertThat(mentorships.byId(mentorship).isRunning()).isTrue();
        assertThat(shown("Activity_Decide", "clara").get("wish").toString()).contains("Wednesday, 10 January 2029");
    }

    @Test
    void before_they_go_on_nothing_is_agreed_and_a_wish_is_granted() {
        firstCheckInIsDropped();
        onThe("2028-01-14");
        ravi.asksForAnotherMentor("council");
        ravi.wouldLikeNobodyInParticular();

        assertThat(the("mentor-change")).hasPassed("Activity_TellGranted").isNotWaitingAt("Activity_Decide");
    }

    @Test
    void a_meeting_that_took_until_autumn_is_followed_by_more_than_some_weeks() {
        bothGoOn("2026-12-15", "2027-09-20");

        assertThat(until()).isEqualTo("2029-01-10");
        assertThat(dueNext("2028-12-12")).isEqualTo("2029-01-10");
    }

    @Test
    void a_meeting_in_time_is_followed_by_a_year_from_the_day_that_was_agreed() {
        bothGoOn("2026-12-15", "2026-12-20");

        assertThat(until()).isEqualTo("2028-01-10");
    }

    @Test
    void where_check_ins_are_dropped_the_next_is_due_on_the_anniversary_also_on_29_february() {
        mentorships.end(mentorship, "moved away");
        onThe("2024-02-29");
        mentorship = Objects.requireNonNull(mentorships.begin("ravi", "maya"));
        for (var year = 2025; year < 2028; year++) {
            onThe(year + "-02-15");
            checkIns.startDue();
            runJobs();
            drop();
        }

        assertThat(dueNext("2028-02-15")).isEqualTo("2028-02-29");
    }

    private void firstCheckInIsDropped() {
        onThe("2026-12-12");
        checkIns.startDue();
        runJobs();
        drop();
        assertThat(until()).isEqualTo("2027-01-10");
    }

    /** Ravi does not come twice, and a contact lets it be this time. */
    private void drop() {
        for (var time = 0; time < 2; time++) {
            var day = Today.today().plusDays(2);
            maya.arrangesTheYearlyMeetingWith("ravi", day);
            fire("Event_MeetingDayReached");
            onTheEveningOf(day);
            maya.waitsInVainAtTheYearlyMeetingFor("ravi");
        }
        clara.looksAfterTheMissedMeeting("drop", "dropReason", "They could not find a day");
    }

    private void bothGoOn(String begins, String meets) {
        onThe(begins);
        checkIns.startDue();
        runJobs();
        onThe(LocalDate.parse(meets).minusDays(5).toString());
        maya.arrangesTheYearlyMeetingWith("ravi", LocalDate.parse(meets));
        fire("Event_MeetingDayReached");
        onTheEveningOf(LocalDate.parse(meets));
        maya.recordsTheYearlyMeetingWith("ravi", LocalDate.parse(meets));
        ravi.confirmsTheYearlyAgreement();
    }

    private String dueNext(String day) {
        onThe(day);
        checkIns.startDue();
        runJobs();
        return table.findByMentorshipIdOrderByDueOnDesc(mentorship)
                .get(0)
                .dueOn()
                .toString();
    }

    private String until() {
        return mentorships.byId(mentorship).committedUntil().toString();
    }

    private static void onTheEveningOf(LocalDate day) {
        Today.goTo(day.atTime(21, 0).toInstant(ZoneOffset.UTC));
    }

    private static void onThe(String day) {
        Today.goTo(LocalDate.parse(day).atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));
    }
}
