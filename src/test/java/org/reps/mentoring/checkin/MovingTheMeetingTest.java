package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.now;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.refusals.TooLate;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Something comes in between, and the two find another day before the meeting's day has come. */
class MovingTheMeetingTest extends YearlyCheckInTest {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    /** What somebody is told who is just too late: by how little decides which of the two. */
    private static final List<String> TOO_LATE = List.of(
            "This meeting was moved or called off a moment ago. Please look at your mails and refresh your task list.",
            "This was done by somebody else, or in another window, a moment ago. Please refresh your task list.");

    @Autowired
    private OpenTasks tasksThatWait;

    // --- a task that nobody has to do

    @Test
    void until_its_day_both_may_move_the_meeting_and_nobody_has_to() {
        untilArranged();

        assertThat(moving("maya")).hasName("Move the yearly meeting with Ravi").hasDueDate(Date.from(recordedFrom()));
        assertThat(moving("ravi")).hasName("Move the yearly meeting with Maya").hasDueDate(Date.from(recordedFrom()));
        assertThat(List.of("maya", "ravi"))
                .allSatisfy(person -> assertThat(mailsTo(person)).noneMatch(subject -> subject.contains("Move the")));
    }

    @Test
    void nobody_waits_for_a_meeting_that_nobody_moves() {
        untilArranged();
        later(Period.ofDays(8));

        assertThat(tasksThatWait.of(List.of("maya", "ravi"), now())).isEmpty();
        assertThat(tasksThatWait.overdue("maya")).isEmpty();
        assertThat(tasksThatWait.has("maya")).isFalse();
        assertThat(tasksThatWait.waitingBefore(now())).doesNotContain("maya", "ravi");
    }

    @Test
    void on_its_day_the_meeting_is_recorded_and_not_moved_any_more() {
        untilArranged();
        fire("Event_MeetingDayReached");

        assertThat(openTasks()).containsExactly("Activity_RecordMeeting");
    }

    // --- another day

    @Test
    void a_mentor_moves_the_meeting_to_another_time_where_they_live() throws Exception {
        untilArranged();
        assertThat(arranged("maya"))
                .contains(
                        IN_WORDS.format(meetingDay) + ", 19:30 (America/Lima)",
                        "\"other\":\"Ravi\"",
                        "\"otherTimeZone\":\"Asia/Kolkata\"");
        maya.movesTheYearlyMeetingWith("ravi", meetingDay.plusDays(5));

        assertMoved(1, meetingDay.plusDays(5).atTime(8, 0).atZone(LIMA));
        assertThat(mailsTo("ravi")).contains("New time: Your yearly meeting with Maya");
        assertThat(mailsTo("maya")).contains("New time: Your yearly meeting with Ravi");
    }

    @Test
    void a_mentee_moves_the_meeting_to_another_time_where_they_live() throws Exception {
        untilArranged();
        assertThat(arranged("ravi"))
                .contains(
                        IN_WORDS.format(meetingDay.plusDays(1)) + ", 06:00 (Asia/Kolkata)",
                        "\"other\":\"Maya\"",
                        "\"otherTimeZone\":\"America/Lima\"");
        ravi.movesTheYearlyMeetingWith("maya", meetingDay.plusDays(5));

        // In the evening of the day before where Maya lives, who records it.
        assertMoved(1, meetingDay.plusDays(5).atTime(8, 0).atZone(KOLKATA));
        assertThat(recordedFrom())
                .isEqualTo(meetingDay.plusDays(4).atStartOfDay(LIMA).toInstant());
    }

    @Test
    void a_meeting_is_moved_as_often_as_need_be_and_then_held() throws Exception {
        untilArranged();
        ravi.movesTheYearlyMeetingWith("maya", meetingDay.plusDays(5));
        maya.movesTheYearlyMeetingWith("ravi", meetingDay.plusDays(9));
        maya.movesTheYearlyMeetingWith("ravi", meetingDay.minusDays(2), "meetingPlace", "Café Lima");
        assertMoved(3, meetingDay.minusDays(2).atTime(8, 0).atZone(LIMA));

        fire("Event_MeetingDayReached");
        assertThat(shown("Activity_RecordMeeting", "maya").get("progress").toString())
                .contains(IN_WORDS.format(meetingDay.minusDays(2)) + ", 08:00 (America/Lima)", "Café Lima");
        onMeetingDay();
        maya.recordsTheYearlyMeetingWith("ravi", meetingDay.minusDays(2));
        ravi.confirmsTheYearlyAgreement();
        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_CommitmentExtended");
    }

    @Test
    void a_meeting_that_was_moved_may_still_be_put_off_on_its_day() {
        untilArranged();
        ravi.movesTheYearlyMeetingWith("maya", meetingDay.plusDays(5));
        fire("Event_MeetingDayReached");
        maya.putsOffTheYearlyMeetingWith("ravi");
        maya.arrangesTheYearlyMeetingWith("ravi", meetingDay.plusDays(9));

        assertThat(theCheckIn().arrangedMeeting().sequence()).isEqualTo(2);
        assertThat(List.of(moving("maya"), moving("ravi"))).hasSize(2);
    }

    @Test
    void a_meeting_that_was_moved_may_still_be_called_off() throws Exception {
        untilArranged();
        maya.movesTheYearlyMeetingWith("ravi", meetingDay.plusDays(5));
        mentorships.end(mentorship, "mentor resigned");
        runJobs();

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_CheckInClosed");
        assertThat(openTasks()).isEmpty();
        for (var person : List.of("maya", "ravi")) {
            assertThat(meetings(person).get(2).lines()).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
            assertThat(meetings(person).get(2).uid())
                    .isEqualTo(meetings(person).get(0).uid());
        }
    }

    @Test
    void whoever_covers_moves_the_meeting_that_they_hold() {
        start();
        fire("Event_MeetingMissing");
        clara.looksAfterTheMissingCheckIn("cover", "coverId", "mateo");
        mateo.arrangesTheYearlyMeetingWith("ravi", meetingDay);
        mateo.movesTheYearlyMeetingWith("ravi", meetingDay.plusDays(1));
        ravi.movesTheYearlyMeetingWith("mateo", meetingDay.plusDays(2));

        assertThat(theCheckIn().arrangedMeeting().sequence()).isEqualTo(2);
        assertThat(mailsTo("mateo")).contains("New time: Your yearly meeting with Ravi");
        assertThat(mailsTo("maya")).noneMatch(subject -> subject.contains("New time"));
    }

    /** The task may stand there for weeks. */
    @Test
    void a_time_means_what_the_form_said_although_the_person_lives_elsewhere_now() throws Exception {
        untilArranged();
        lives("maya", "UTC");
        maya.movesTheYearlyMeetingWith("ravi", meetingDay.plusDays(5));

        assertThat(meetings("ravi").get(1).lines())
                .contains("DTSTART:" + stamp(meetingDay.plusDays(5).atTime(8, 0).atZone(LIMA)));
        assertThat(arranged("maya")).contains("\"timeZone\":\"UTC\"");
    }

    // --- both at once

    @Test
    void of_two_who_move_the_meeting_at_the_same_moment_one_does_and_the_other_is_told() throws Exception {
        untilArranged();

        var done = atOnce(List.of(
                attempt("maya", moving("maya"), meetingDay.plusDays(2)),
                attempt("ravi", moving("ravi"), meetingDay.plusDays(3))));

        assertThat(done).containsOnlyOnce("done").hasSize(2);
        assertThat(done).filteredOn(answer -> !answer.equals("done")).isSubsetOf(TOO_LATE);
        runJobs();
        assertMoved(
                1,
                done.get(0).equals("done")
                        ? meetingDay.plusDays(2).atTime(10, 0).atZone(LIMA)
                        : meetingDay.plusDays(3).atTime(10, 0).atZone(KOLKATA));
    }

    @Test
    void as_soon_as_one_has_moved_the_meeting_the_other_sees_nothing_to_move() throws Exception {
        untilArranged();
        assertThat(attempt("maya", moving("maya"), meetingDay.plusDays(2)).call())
                .isEqualTo("done");

        // Before the engine has gone on.
        assertThat(openTasks()).isEmpty();
        runJobs();
        assertMoved(1, meetingDay.plusDays(2).atTime(10, 0).atZone(LIMA));
    }

    // --- slips of the pen

    @ParameterizedTest
    @CsvSource({
        "0,  03:59, 'Time: please give a time that is still to come; it is '",
        "95, 12:00, 'Day: please choose a day in the next 3 months.'",
        "6,  25:00, 'Time: please give a time like 18:30.'"
    })
    void a_meeting_is_not_moved_to_a_time_at_which_nobody_can_meet(int days, String at, String problem) {
        untilArranged();

        assertThatThrownBy(() -> maya.movesTheYearlyMeetingWith("ravi", day.plusDays(days), "meetingAt", at))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(problem);
        assertThat(theCheckIn().arrangedMeeting().sequence()).isZero();
        assertThat(List.of(moving("maya"), moving("ravi"))).hasSize(2);
    }

    private void assertMoved(int times, ZonedDateTime moment) throws Exception {
        for (var person : List.of("maya", "ravi")) {
            assertThat(meetings(person)).hasSize(times + 1);
            var last = meetings(person).get(times);
            assertThat(last.lines()).contains("METHOD:REQUEST", "SEQUENCE:" + times, "DTSTART:" + stamp(moment));
            assertThat(last.uid()).isEqualTo(meetings("maya").get(0).uid());
        }
        assertThat(recordedFrom())
                .isEqualTo(moment.withZoneSameInstant(LIMA)
                        .toLocalDate()
                        .atStartOfDay(LIMA)
                        .toInstant());
        assertThat(List.of(moving("maya"), moving("ravi"))).hasSize(2);
    }

    private Instant recordedFrom() {
        return dueOf("Event_MeetingDayReached");
    }

    private List<ReceivedMeeting> meetings(String userId) throws Exception {
        return ReceivedMeeting.of(received(userId));
    }

    private static String stamp(ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(moment.withZoneSameInstant(ZoneOffset.UTC));
    }

    private Task moving(String userId) {
        var theirs = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_MoveMeeting")
                .taskAssignee(userId)
                .singleResult();
        assertThat(theirs)
                .as("%s may move the meeting, among %s", userId, openTasks())
                .isNotNull();
        return theirs;
    }

    /** What the form shows this person of the meeting, as JSON. */
    private String arranged(String userId) {
        return shown(moving(userId), userId).get("arranged").toString();
    }

    private Callable<String> attempt(String userId, Task task, LocalDate day) {
        return () -> {
            try {
                as(
                        userId,
                        () -> forms.submitTaskForm(
                                task.getId(),
                                Map.of(
                                        "meetingOn",
                                        day.toString(),
                                        "meetingAt",
                                        "10:00",
                                        "meetingPlace",
                                        "https://call.example.org/moved")));
                return "done";
            } catch (Refusal | TooLate tooLate) {
                return tooLate.getMessage();
            }
        };
    }
}
