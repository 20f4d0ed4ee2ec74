package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.todayFarthestEast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
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
import org.reps.mentoring.engine.refusals.TooLate;
import org.reps.mentoring.rules.Refusal;

/** Riku and a contact meet for the on-boarding call, each in a time zone of their own. */
class OnboardingCallTest extends CoachingTrainingTest {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    @Test
    void both_are_invited_each_at_their_own_time_of_day() {
        untilAccepted();
        assertThat(shown("Activity_ArrangeCall", "clara").get("call").toString())
                .contains("Europe/Helsinki", TIME_OF_DAY.format(now().atZone(HELSINKI)));
        clara.proposesAnOnboardingCallTo("riku", callDay, "19:30");

        var call = callDay.atTime(LocalTime.of(19, 30)).atZone(HELSINKI);
        assertThat(mailsTo("riku")).contains("On-boarding call with Clara");
        assertThat(mailsTo("clara")).contains("On-boarding call with Riku");
        assertThat(mailText("riku"))
                .contains(inWords(callDay) + ", 19:30 (Europe/Helsinki)", "https://call.example.org/council");
        assertThat(mailText("clara"))
                .contains(inWords(callDay) + ", " + TIME_OF_DAY.format(call.withZoneSameInstant(ZoneOffset.UTC))
                        + " (UTC)");
        assertThat(calendars("riku"))
                .singleElement()
                .satisfies(calendar -> assertThat(calendar)
                        .contains("METHOD:REQUEST", "DTSTART:" + stamp(call), "SEQUENCE:0", "STATUS:CONFIRMED"));
        assertThat(uid(calendars("riku").get(0)))
                .isEqualTo(uid(calendars("clara").get(0)));
        assertThat(List.of(moving("clara"), moving("riku"))).hasSize(2);
        assertThat(recordedFrom()).isEqualTo(callDay.atStartOfDay(HELSINKI).toInstant());
    }

    // --- moved before its day

    @Test
    void until_its_day_both_may_move_the_call_and_nobody_has_to() {
        untilArranged();

        assertThat(moving("clara"))
                .hasName("Move the on-boarding call with Riku")
                .hasDueDate(Date.from(recordedFrom()));
        assertThat(moving("riku"))
                .hasName("Move the on-boarding call with Clara")
                .hasDueDate(Date.from(recordedFrom()));
        assertThat(List.of("riku", "clara"))
                .allSatisfy(person -> assertThat(mailsTo(person)).noneMatch(subject -> subject.contains("Move the")));
        fire("Event_CallDayReached");
        assertThat(openTasks()).containsExactly("Activity_HoldOnboardingCall");
    }

    @Test
    void a_rep_moves_the_call_to_another_time_where_they_live() {
        untilArranged();
        assertThat(shown(moving("riku"), "riku").get("arranged").toString())
                .contains(inWords(callDay) + ", 19:30 (Europe/Helsinki)", "\"otherTimeZone\":\"UTC\"");
        riku.movesTheOnboardingCallWithTheContact("clara", callDay.plusDays(2), "09:15");

        assertMoved(1, callDay.plusDays(2).atTime(9, 15).atZone(HELSINKI));
        assertThat(mailsTo("riku")).contains("New time: On-boarding call with Clara");
        assertThat(mailsTo("clara")).contains("New time: On-boarding call with Riku");
    }

    @Test
    void a_contact_moves_the_call_to_another_time_where_they_live_and_still_holds_it() {
        untilArranged();
        var there = callDay.atTime(19, 30).atZone(HELSINKI).withZoneSameInstant(ZoneOffset.UTC);
        assertThat(shown(moving("clara"), "clara").get("arranged").toString())
                .contains(inWords(callDay) + ", " + TIME_OF_DAY.format(there) + " (UTC)", "Europe/Helsinki");
        clara.movesTheComingOnboardingCallWith("riku", callDay.plusDays(3), "10:00");

        assertMoved(1, callDay.plusDays(3).atTime(10, 0).atZone(ZoneOffset.UTC));
        fire("Event_CallDayReached");
        assertThat(task("Activity_HoldOnboardingCall")).isAssignedTo("clara");
        later(Period.ofDays(10));
        clara.holdsTheOnboardingCallWith("riku", callDay.plusDays(3));
        assertThat(openTasks()).containsExactly("Activity_SetUpMentor");
    }

    @Test
    void a_call_is_moved_as_often_as_need_be_and_may_then_be_called_off() {
        untilArranged();
        riku.movesTheOnboardingCallWithTheContact("clara", callDay.plusDays(2), "09:15");
        clara.movesTheComingOnboardingCallWith("riku", callDay.plusDays(4), "10:00");
        riku.movesTheOnboardingCallWithTheContact("clara", callDay.plusDays(1), "11:00");
        assertMoved(3, callDay.plusDays(1).atTime(11, 0).atZone(HELSINKI));

        fire("Event_CallDayReached");
        clara.movesTheOnboardingCallWith("riku");
        clara.dropsTheOnboardingCallWith("riku", "Has found a job");

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_TrainingClosed");
        for (var person : List.of("riku", "clara")) {
            assertThat(calendars(person)).anySatisfy(last -> assertThat(last).contains("METHOD:CANCEL", "SEQUENCE:4"));
        }
    }

    @Test
    void a_call_that_another_contact_took_over_is_moved_by_the_two_who_meet() {
        untilCallDay();
        clara.movesTheOnboardingCallWith("riku");
        chidi.proposesAnOnboardingCallTo("riku", callDay.plusDays(5), "10:00");
        riku.movesTheOnboardingCallWithTheContact("chidi", callDay.plusDays(6), "10:00");

        assertThat(moving("chidi")).hasName("Move the on-boarding call with Riku");
        assertThat(calendars("clara")).hasSize(2);
        assertThat(calendars("chidi").get(1)).contains("METHOD:REQUEST", "SEQUENCE:2");
    }

    @Test
    void of_two_who_move_the_call_at_the_same_moment_one_does_and_the_other_is_told() throws Exception {
        untilArranged();

        var done = atOnce(List.of(
                attempt("clara", moving("clara"), callDay.plusDays(2)),
                attempt("riku", moving("riku"), callDay.plusDays(3))));

        assertThat(done).containsOnlyOnce("done").hasSize(2);
        // By how little somebody is too late decides what they are told.
        assertThat(done)
                .filteredOn(answer -> !answer.equals("done"))
                .isSubsetOf(
                        "This call was moved or called off a moment ago."
                                + " Please look at your mails and refresh your task list.",
                        "This was done by somebody else, or in another window, a moment ago."
                                + " Please refresh your task list.");
        runJobs();
        assertMoved(
                1,
                done.get(0).equals("done")
                        ? callDay.plusDays(2).atTime(10, 0).atZone(ZoneOffset.UTC)
                        : callDay.plusDays(3).atTime(10, 0).atZone(HELSINKI));
    }

    @Test
    void a_call_is_not_moved_to_a_moment_that_is_over() {
        untilArranged();

        assertRefused(
                () -> clara.movesTheComingOnboardingCallWith("riku", firstDay, "09:59"),
                "Time: please give a time that is still to come; it is " + inWords(firstDay) + ", 10:00 (UTC) now.");
        assertRefused(
                () -> riku.movesTheOnboardingCallWithTheContact(
                        "clara", todayFarthestEast().plusMonths(3).plusDays(1), "12:00"),
                "Day: please choose a day in the next 3 months.");
        assertThat(training().call()).extracting(TrainingCall::sequence).isEqualTo(0);
    }

    private void untilArranged() {
        untilAccepted();
        clara.proposesAnOnboardingCallTo("riku", callDay, "19:30");
    }

    private void assertMoved(int times, ZonedDateTime moment) {
        for (var person : List.of("riku", "clara")) {
            assertThat(calendars(person)).hasSize(times + 1);
            assertThat(calendars(person).get(times))
                    .contains("METHOD:REQUEST", "SEQUENCE:" + times, "DTSTART:" + stamp(moment));
            assertThat(uid(calendars(person).get(times)))
                    .isEqualTo(uid(calendars("riku").get(0)));
        }
        assertThat(recordedFrom())
                .isEqualTo(moment.withZoneSameInstant(HELSINKI)
                        .toLocalDate()
                        .atStartOfDay(HELSINKI)
                        .toInstant());
        assertThat(List.of(moving("clara"), moving("riku"))).hasSize(2);
    }

    private Instant recordedFrom() {
        return dueOf("Event_CallDayReached");
    }

    private Task moving(String userId) {
        var theirs = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_MoveCall")
                .taskAssignee(userId)
                .singleResult();
        assertThat(theirs)
                .as("%s may move the call, among %s", userId, openTasks())
                .isNotNull();
        return theirs;
    }

    private Callable<String> attempt(String userId, Task task, LocalDate day) {
        return () -> {
            try {
                as(
                        userId,
                        () -> forms.submitTaskForm(
                                task.getId(),
                                Map.of("callOn", day.toString(), "callAt", "10:00", "callPlace", "Here")));
                return "done";
            } catch (Refusal | TooLate tooLate) {
                return tooLate.getMessage();
            }
        };
    }

    // --- moved on its day

    @Test
    void a_call_that_is_moved_moves_in_the_calendars() {
        untilCallDay();
        clara.movesTheOnboardingCallWith("riku");
        assertThat(shown("Activity_ArrangeCall", "clara").get("call").toString())
                .contains(inWords(callDay) + ", 19:30 (Europe/Helsinki)");
        var otherDay = callDay.plusDays(5);
        clara.proposesAnOnboardingCallTo("riku", otherDay, "10:00");

        assertThat(mailsTo("riku")).contains("New time: On-boarding call with Clara");
        assertThat(calendars("riku")).hasSize(2);
        assertThat(calendars("riku").get(1))
                .contains(
                        "METHOD:REQUEST",
                        "SEQUENCE:1",
                        "DTSTART:" + stamp(otherDay.atTime(LocalTime.of(10, 0)).atZone(HELSINKI)));
        assertThat(uid(calendars("riku").get(1)))
                .isEqualTo(uid(calendars("riku").get(0)))
                .isEqualTo(uid(calendars("clara").get(1)));
    }

    @Test
    void another_contact_who_moves_the_call_takes_it_over() {
        untilCallDay();
        clara.movesTheOnboardingCallWith("riku");
        chidi.proposesAnOnboardingCallTo("riku", callDay.plusDays(5), "10:00");

        assertThat(calendars("clara")).hasSize(2);
        assertThat(calendars("clara").get(1)).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
        assertThat(calendars("chidi").get(0)).contains("METHOD:REQUEST", "SEQUENCE:1");
        fire("Event_CallDayReached");
        assertThat(task("Activity_HoldOnboardingCall")).isAssignedTo("chidi");
    }

    /** The diagram says who may cover. */
    @Test
    void a_contact_who_is_away_on_that_day_is_covered_by_another() {
        untilCallDay();
        var call = task("Activity_HoldOnboardingCall").getId();

        for (var other : List.of("riku", "maya")) {
            assertThatThrownBy(() -> as("clara", () -> tasks.setAssignee(call, other)))
                    .hasMessageContaining("This task is for one person, and only they can do it.");
        }
        as("clara", () -> tasks.setAssignee(call, "chidi"));
        assertThat(task("Activity_HoldOnboardingCall")).isAssignedTo("chidi");
        assertThatThrownBy(() -> as("chidi", () -> tasks.setAssignee(call, null)))
                .hasMessageContaining("nobody else would find it");
    }

    @Test
    void whoever_became_part_of_the_case_covers_for_nobody() {
        untilCallDay();
        var call = task("Activity_HoldOnboardingCall");
        runtime.setVariable(call.getProcessInstanceId(), "startedBy", "chidi");

        assertThatThrownBy(() -> as("clara", () -> tasks.setAssignee(call.getId(), "chidi")))
                .hasMessageContaining("This task is for one person, and only they can do it.");
    }

    @Test
    void a_rep_who_did_not_come_gets_another_day() {
        untilCallDay();
        clara.waitsInVainInTheOnboardingCallFor("riku");

        assertThat(the("coaching-training")).isWaitingAtExactly("Activity_ArrangeCall");
        assertThat(shown("Activity_ArrangeCall", "clara").get("call").toString())
                .contains("\"notCome\":1");
        clara.proposesAnOnboardingCallTo("riku", callDay.plusDays(5), "10:00");
        assertThat(training().call()).extracting(TrainingCall::notCome).isEqualTo(1);
    }

    @Test
    void a_training_that_ends_takes_the_call_out_of_the_calendars() {
        untilCallDay();
        clara.movesTheOnboardingCallWith("riku");
        chidi.dropsTheOnboardingCallWith("riku", "Has found a job, " + MARKER);

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_TrainingClosed");
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(mailsTo("clara")).contains("Your on-boarding call with Riku is cancelled");
        for (var person : List.of("riku", "clara")) {
            assertThat(calendars(person).get(1)).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
            assertThat(uid(calendars(person).get(1)))
                    .isEqualTo(uid(calendars(person).get(0)));
        }
        assertThat(opened(decision().text())).contains(MARKER);
        assertNowhereInClear(MARKER);
        assertThat(training().isOpen()).isFalse();
    }

    @Test
    void a_call_in_the_past_is_not_cancelled() {
        untilCallDay();
        later(Period.ofDays(2));
        clara.waitsInVainInTheOnboardingCallFor("riku");
        clara.dropsTheOnboardingCallWith("riku", "Has found a job");

        assertThat(calendars("riku")).hasSize(1);
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(mailsTo("clara")).noneMatch(subject -> subject.contains("cancelled"));
    }

    // --- slips of the pen

    @Test
    void a_call_a_minute_ago_is_not_proposed() {
        untilAccepted();
        var there = now().atZone(HELSINKI);

        assertRefused(
                () -> clara.proposesAnOnboardingCallTo(
                        "riku", there.toLocalDate(), TIME_OF_DAY.format(there.minusMinutes(1))),
                "Time: please give a time that is still to come; it is "
                        + inWords(there.toLocalDate()) + ", " + TIME_OF_DAY.format(there)
                        + " (Europe/Helsinki) now.");
        assertThat(training().call()).isNull();
    }

    @Test
    void a_call_more_than_three_months_ahead_is_not_proposed() {
        untilAccepted();

        assertRefused(
                () -> clara.proposesAnOnboardingCallTo(
                        "riku", todayFarthestEast().plusMonths(3).plusDays(1), "12:00"),
                "Day: please choose a day in the next 3 months.");
        assertThat(training().call()).isNull();
    }

    @Test
    void a_call_at_no_time_of_day_is_not_proposed() {
        untilAccepted();

        assertRefused(
                () -> clara.proposesAnOnboardingCallTo("riku", callDay, "25:00"),
                "Time: please give a time like 18:30.");
        assertThat(training().call()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"7, Held on: this day is still to come.", "-2, Held on: please check the day; the training began later."
    })
    void a_wrong_day_of_the_call_is_refused(int daysAfterTheFirst, String problem) {
        untilCallDay();

        assertRefused(() -> clara.holdsTheOnboardingCallWith("riku", firstDay.plusDays(daysAfterTheFirst)), problem);
        assertThat(openTasks()).containsExactly("Activity_HoldOnboardingCall");
    }

    /** All states of the call this person was told of, the first one first. */
    private List<String> calendars(String userId) {
        return database
                .queryForList(
                        "select invitation from mail where recipient_id = ? and invitation is not null"
                                + " order by written_at, dedupe_key",
                        String.class,
                        userId)
                .stream()
                .map(calendar -> calendar.replace("\r\n ", ""))
                .toList();
    }

    private static String uid(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }

    private static String stamp(ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(moment.withZoneSameInstant(ZoneOffset.UTC));
    }

    private String mailText(String userId) {
        return database.queryForObject(
                "select text from mail where notice = 'onboarding-call' and recipient_id = ?", String.class, userId);
    }
}
