package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.todayFarthestEast;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;

/** Both have the meeting in their calendars, each at their own time of day, as long as it is to be held. */
class MeetingInCalendarsTest extends YearlyCheckInTest {

    // --- the invitation

    @Test
    void both_are_invited_each_at_their_own_time_of_day() throws Exception {
        untilArranged();

        var mayas = meeting("maya", 0);
        var ravis = meeting("ravi", 0);
        assertThat(List.of(mayas, ravis))
                .allSatisfy(invited -> assertThat(invited.subject()).contains("yearly meeting with"));
        assertThat(mayas.text())
                .contains(
                        "When: " + IN_WORDS.format(meetingDay) + ", 19:30 (America/Lima)",
                        "https://call.example.org/yearly");
        assertThat(ravis.text())
                .contains(
                        "When: " + IN_WORDS.format(meetingDay.plusDays(1)) + ", 06:00 (Asia/Kolkata)",
                        "https://call.example.org/yearly");
        var inGreenwich = basic(meetingDay.plusDays(1));
        assertThat(List.of(mayas, ravis))
                .allSatisfy(invited -> assertThat(invited.lines())
                        .contains(
                                "METHOD:REQUEST",
                                "DTSTART:" + inGreenwich + "T003000Z",
                                "DTEND:" + inGreenwich + "T013000Z",
                                "SEQUENCE:0",
                                "STATUS:CONFIRMED",
                                "ORGANIZER:mailto:mentoring@example.org"));
        assertThat(mayas.uid()).isEqualTo(ravis.uid());
        assertThat(mayas.summary()).isEqualTo("Yearly meeting with Ravi");
        assertThat(ravis.summary()).isEqualTo("Yearly meeting with Maya");
    }

    /** It was English in everybody's calendar. */
    @Test
    void a_calendar_says_it_in_the_language_of_whoever_it_is() throws Exception {
        database.update("insert into reading_language (id, chosen) values ('ravi', 'de')");
        untilArranged();

        assertThat(meeting("ravi", 0).summary()).isEqualTo("Jahresgespräch mit Maya");
        assertThat(meeting("maya", 0).summary()).isEqualTo("Yearly meeting with Ravi");
        // What is shown of mails is English.
        database.update("delete from mail where recipient_id = 'ravi'");
    }

    @Test
    void nobody_learns_anothers_address_from_an_invitation() throws Exception {
        untilArranged();

        assertThat(meeting("ravi", 0).calendar())
                .contains("mailto:ravi@example.org")
                .doesNotContain("maya@");
        assertThat(meeting("maya", 0).calendar())
                .contains("mailto:maya@example.org")
                .doesNotContain("ravi@");
        assertThat(database.queryForList("select invitation from mail where invitation is not null", String.class))
                .hasSize(2)
                .noneMatch(stored -> stored.contains("mailto:"));
    }

    @Test
    void a_meeting_that_is_moved_moves_in_the_calendars() throws Exception {
        untilArranged();
        fire("Event_MeetingDayReached");
        maya.putsOffTheYearlyMeetingWith("ravi");
        assertThat(shown("Activity_ArrangeMeeting", "maya").get("progress").toString())
                .contains(IN_WORDS.format(meetingDay) + ", 19:30 (America/Lima)");
        var moved = meetingDay.plusDays(5);
        maya.arrangesTheYearlyMeetingWith(
                "ravi", moved, "meetingAt", "08:00", "meetingPlace", "Café; at \"Ana's\", Lima");

        assertThat(mailsTo("ravi")).contains("New time: Your yearly meeting with Maya");
        assertThat(meeting("ravi", 1).lines())
                .contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART:" + basic(moved) + "T130000Z");
        assertThat(meeting("ravi", 1).uid())
                .isEqualTo(meeting("ravi", 0).uid())
                .isEqualTo(meeting("maya", 1).uid());
        assertThat(meeting("maya", 1).location()).isEqualTo("Café; at \"Ana's\", Lima");
    }

    // --- wrong days and times

    @Test
    void a_meeting_is_not_arranged_for_a_moment_that_is_over() {
        assertNotArranged(
                day.toString(),
                "04:59",
                "Time: please give a time that is still to come; it is " + IN_WORDS.format(day)
                        + ", 05:00 (America/Lima) now.");
    }

    @Test
    void a_meeting_is_not_arranged_for_a_day_far_away() {
        assertNotArranged(
                todayFarthestEast().plusMonths(3).plusDays(1).toString(),
                "12:00",
                "Day: please choose a day in the next 3 months.");
    }

    @Test
    void a_meeting_is_not_arranged_for_a_time_that_is_none() {
        assertNotArranged(meetingDay.toString(), "25:00", "Time: please give a time like 18:30.");
    }

    @Test
    void a_meeting_is_not_arranged_for_a_day_that_is_none() {
        assertNotArranged("26.13.2026", "12:00", "Day: please give a date like 2026-11-20.");
    }

    private void assertNotArranged(String meetingOn, String meetingAt, String problem) {
        start();

        assertThatThrownBy(() -> maya.arrangesTheYearlyMeetingWith(
                        "ravi", meetingDay, "meetingOn", meetingOn, "meetingAt", meetingAt))
                .isInstanceOf(Refusal.class)
                .hasMessage(problem);
        assertThat(openTasks()).containsExactly("Activity_ArrangeMeeting");
        assertThat(theCheckIn().meeting()).isNull();
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_refused() {
        lives("maya", "America/New_York");
        var clocks = ZoneId.of("America/New_York").getRules();
        var forward = clocks.nextTransition(day.plusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC));
        while (!forward.isGap()) {
            forward = clocks.nextTransition(forward.getInstant());
        }
        var leftOut = forward.getDateTimeBefore().plusMinutes(30);
        on(leftOut.toLocalDate().minusDays(20));
        start();

        assertThatThrownBy(() -> maya.arrangesTheYearlyMeetingWith(
                        "ravi",
                        leftOut.toLocalDate(),
                        "meetingAt",
                        leftOut.toLocalTime().toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the clocks go forward that day, and 02:30 does not exist");
    }

    @Test
    void a_meeting_was_not_held_tomorrow() {
        assertNotRecorded(meetingDay.plusDays(1), "still to come");
    }

    @Test
    void a_meeting_was_not_held_before_the_mentorship() {
        assertNotRecorded(day.minusDays(341), "the mentorship began later");
    }

    private void assertNotRecorded(LocalDate heldOn, String problem) {
        untilMeetingDay();

        assertThatThrownBy(() -> maya.recordsTheYearlyMeetingWith("ravi", heldOn))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(problem);
        assertThat(theCheckIn().plan()).isNull();
    }

    // --- when it is not held

    @Test
    void a_meeting_that_was_arranged_is_cancelled_when_somebody_covers() throws Exception {
        start();
        fire("Event_MeetingMissing");
        maya.arrangesTheYearlyMeetingWith("ravi", meetingDay);
        clara.looksAfterTheMissingCheckIn("cover", "coverId", "mateo");

        assertCancelledForBoth();
        assertThat(task("Activity_ArrangeMeeting")).isAssignedTo("mateo");
        assertThat(theCheckIn().meeting()).isNull();
    }

    @Test
    void a_mentorship_that_ends_takes_its_check_in_and_the_meeting_with_it() throws Exception {
        untilArranged();
        mentorships.end(mentorship, "mentor resigned");
        runJobs();

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_CheckInClosed");
        assertThat(theCheckIn().outcome()).isEqualTo(CheckIn.Outcome.DROPPED);
        assertCancelledForBoth();
        assertThat(mailsTo("ravi")).contains("Your yearly meeting with Maya is cancelled");
    }

    @Test
    void a_check_in_that_is_dropped_takes_a_meeting_that_is_ahead_out_of_the_calendars() throws Exception {
        start();
        for (var attempt = 0; attempt < 2; attempt++) {
            maya.arrangesTheYearlyMeetingWith("ravi", meetingDay);
            fire("Event_MeetingDayReached");
            maya.waitsInVainAtTheYearlyMeetingFor("ravi");
        }
        clara.looksAfterTheMissedMeeting("drop", "dropReason", "No time");

        assertThat(meeting("ravi", 2).lines()).contains("METHOD:CANCEL", "SEQUENCE:2");
        assertThat(meeting("maya", 2).lines()).contains("METHOD:CANCEL", "SEQUENCE:2");
    }

    @Test
    void a_meeting_in_the_past_is_not_cancelled() throws Exception {
        untilMeetingDay();
        later(Period.ofDays(3));
        mentorships.end(mentorship, "mentor resigned");
        runJobs();

        assertThat(ReceivedMeeting.of(received("ravi"))).hasSize(1);
        assertThat(mailsTo("ravi")).noneMatch(subject -> subject.contains("cancelled"));
    }

    private void assertCancelledForBoth() throws Exception {
        for (var person : List.of("maya", "ravi")) {
            assertThat(meeting(person, 1).lines()).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
            assertThat(meeting(person, 1).uid()).isEqualTo(meeting(person, 0).uid());
        }
    }

    private ReceivedMeeting meeting(String userId, int state) throws Exception {
        return ReceivedMeeting.of(received(userId)).get(state);
    }

    private static String basic(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
