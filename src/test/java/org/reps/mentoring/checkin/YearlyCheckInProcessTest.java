package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * SOP: mentors activities. Maya in Lima has guided Ravi in Kolkata for eleven months; today is 20 November 2026, 10:00
 * in Greenwich.
 */
class YearlyCheckInProcessTest extends ProgrammeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final LocalDate ANNIVERSARY = LocalDate.parse("2026-12-15");

    private static final Map<String, Object> MEETING =
            Map.of("meetingOn", "2026-11-26", "meetingAt", "19:30", "meetingPlace", "https://call.example.org/maya");
    private static final Map<String, Object> HELD = Map.of(
            "meetingOutcome", "held",
            "heldOn", "2026-11-26",
            "plans", "Organise a meetup",
            "support", "Help with the budget",
            "channel", "Video call",
            "contactEvery", "every month",
            "mentorContinues", "yes");
    private static final Map<String, Object> RIGHT = Map.of("planAnswer", "right", "menteeWish", "continue");
    private static final Map<String, Object> WRONG = Map.of("planAnswer", "correct", "correction", "Two meetups");
    private static final Map<String, Object> RESCHEDULED = Map.of("meetingOutcome", "rescheduled");
    private static final Map<String, Object> NOT_COME = Map.of("meetingOutcome", "not-come");

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    CheckInTable table;

    private String mentorship;

    @BeforeEach
    void programme() {
        givenContact("clara");
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenRep("ravi");
        lives("maya", "America/Lima");
        lives("ravi", "Asia/Kolkata");
        Today.goTo(ANNIVERSARY.minusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        mentorship = mentorships.begin("ravi", "maya");
        Today.goTo(NOW);
    }

    // --- the main way

    @Test
    void both_meet_agree_and_go_on_for_another_year() {
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        fire("Event_MeetingDayReached");
        onMeetingDay();
        complete("Activity_RecordMeeting", "maya", HELD);
        assertThat(shown("Activity_ConfirmAgreement", "ravi").get("agreed").toString())
                .contains("Organise a meetup", "Help with the budget", "Video call", "every month", "2026-11-26");
        complete("Activity_ConfirmAgreement", "ravi", RIGHT);

        assertThat(endOf("yearly-check-in")).isEqualTo("Event_CommitmentExtended");
        var extended = mentorships.byId(mentorship);
        assertThat(extended.committedUntil()).isEqualTo(ANNIVERSARY.plusYears(1));
        assertThat(extended.channel()).isEqualTo("Video call");
        assertThat(extended.contactEvery()).isEqualTo("every month");
        assertThat(mailsTo("ravi")).contains("You and Maya go on until Wednesday, 15 December 2027");
        assertThat(mailsTo("maya")).contains("You and Ravi go on until Wednesday, 15 December 2027");
    }

    @Test
    void both_are_asked_for_feedback_in_a_case_of_their_own_that_the_check_in_does_not_know() {
        untilConfirmed(HELD, RIGHT);

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
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);

        assertThat(openTasks()).doesNotContain("Activity_RecordMeeting");
        var day = management
                .createJobQuery()
                .timers()
                .activityId("Event_MeetingDayReached")
                .singleResult();
        assertThat(day.getDuedate().toInstant()).isEqualTo(Instant.parse("2026-11-26T05:00:00Z"));
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
        later(Period.ofDays(-340));
        for (var i = 0; i < 100; i++) {
            reps.save(Rep.joined("rep" + i, LocalDate.parse("2025-01-01")));
            mentorships.begin("rep" + i, "busy");
        }
        later(Period.ofDays(340));

        assertThat(IntStream.range(0, 3).map(round -> checkIns.startDue())).containsExactly(100, 1, 0);
    }

    @Test
    void a_mentorship_that_has_ended_is_not_checked() {
        mentorships.end(mentorship, "over");

        assertThat(checkIns.startDue()).isZero();
    }

    @Test
    void what_was_agreed_last_year_is_shown_to_both_in_the_next_year() {
        untilConfirmed(HELD, RIGHT);
        later(Period.ofYears(1));
        start();
        complete(
                "Activity_ArrangeMeeting",
                "maya",
                Map.of("meetingOn", "2027-11-30", "meetingAt", "10:00", "meetingPlace", "Here"));
        fire("Event_MeetingDayReached");
        later(Period.ofDays(10));
        assertThat(shown("Activity_RecordMeeting", "maya").get("lastYear").toString())
                .contains("Organise a meetup", "Help with the budget", "2026-11-26");
        var heldAgain = new HashMap<>(HELD);
        heldAgain.put("heldOn", "2027-11-30");
        complete("Activity_RecordMeeting", "maya", heldAgain);

        assertThat(shown("Activity_ConfirmAgreement", "ravi").get("lastYear").toString())
                .contains("Organise a meetup", "2026-11-26");
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

        later(Period.ofMonths(11));
        assertThat(checkIns.startDue()).isZero();
        later(Period.ofMonths(1));
        assertThat(checkIns.startDue()).isOne();
        assertThat(table.findByMentorshipIdOrderByDueOnDesc(mentorship))
                .extracting(CheckIn::dueOn)
                .containsExactly(ANNIVERSARY.plusYears(1), ANNIVERSARY);
    }

    // --- the invitation

    @Test
    void both_are_invited_each_at_their_own_time_of_day() throws Exception {
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);

        assertThat(text(invitationMail("maya")))
                .contains("When: Thursday, 26 November 2026, 19:30 (America/Lima)", "https://call.example.org/maya");
        assertThat(text(invitationMail("ravi")))
                .contains("When: Friday, 27 November 2026, 06:00 (Asia/Kolkata)", "https://call.example.org/maya");
        assertThat(List.of(calendar("maya", 0), calendar("ravi", 0))).allSatisfy(calendar -> {
            assertThat(lines(calendar))
                    .contains("METHOD:REQUEST", "DTSTART:20261127T003000Z", "DTEND:20261127T013000Z", "SEQUENCE:0");
            assertThat(lines(calendar)).contains("STATUS:CONFIRMED", "ORGANIZER:mailto:mentoring@example.org");
        });
        assertThat(uid(calendar("maya", 0))).isEqualTo(uid(calendar("ravi", 0)));
        assertThat(summary(calendar("maya", 0))).isEqualTo("Yearly meeting with Ravi");
        assertThat(summary(calendar("ravi", 0))).isEqualTo("Yearly meeting with Maya");
    }

    @Test
    void nobody_learns_anothers_address_from_an_invitation() throws Exception {
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);

        assertThat(calendar("ravi", 0)).contains("mailto:ravi@example.org").doesNotContain("maya@");
        assertThat(calendar("maya", 0)).contains("mailto:maya@example.org").doesNotContain("ravi@");
        assertThat(database.queryForList("select invitation from mail where invitation is not null", String.class))
                .hasSize(2)
                .noneMatch(stored -> stored.contains("mailto:"));
    }

    @Test
    void a_meeting_that_is_moved_moves_in_the_calendars() throws Exception {
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        fire("Event_MeetingDayReached");
        complete("Activity_RecordMeeting", "maya", RESCHEDULED);
        assertThat(shown("Activity_ArrangeMeeting", "maya").get("progress").toString())
                .contains("Thursday, 26 November 2026, 19:30 (America/Lima)");
        complete(
                "Activity_ArrangeMeeting",
                "maya",
                Map.of("meetingOn", "2026-12-01", "meetingAt", "08:00", "meetingPlace", "Café; at \"Ana's\", Lima"));

        assertThat(mailsTo("ravi")).contains("New time: Your yearly meeting with Maya");
        assertThat(lines(calendar("ravi", 1))).contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART:20261201T130000Z");
        assertThat(uid(calendar("ravi", 1))).isEqualTo(uid(calendar("ravi", 0))).isEqualTo(uid(calendar("maya", 1)));
        assertThat(event(calendar("maya", 1)).getLocation().getValue()).isEqualTo("Café; at \"Ana's\", Lima");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20 | 04:59 | Day: please give a time that is still to come; in America/Lima it is Friday, 20 November 2026, 05:00 (America/Lima) now.",
                "2027-02-21 | 12:00 | Day: please choose one in the next three months.",
                "2026-11-26 | 25:00 | Time: please give a time like 18:30.",
                "26.11.2026 | 12:00 | Day: please give a date like 2026-11-20."
            })
    void a_wrong_time_is_refused_in_plain_words(String day, String time, String problem) {
        start();

        assertThatThrownBy(() -> complete(
                        "Activity_ArrangeMeeting",
                        "maya",
                        Map.of("meetingOn", day, "meetingAt", time, "meetingPlace", "Here")))
                .isInstanceOf(Refusal.class)
                .hasMessage(problem);
        assertThat(openTasks()).containsExactly("Activity_ArrangeMeeting");
        assertThat(theCheckIn().meeting()).isNull();
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_refused() {
        lives("maya", "America/New_York");
        later(Period.ofDays(80));
        start();

        assertThatThrownBy(() -> complete(
                        "Activity_ArrangeMeeting",
                        "maya",
                        Map.of("meetingOn", "2027-03-14", "meetingAt", "02:30", "meetingPlace", "Here")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the clocks go forward that day, and 02:30 does not exist");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-28, still to come", "2025-12-14, the mentorship began later"})
    void a_wrong_day_of_the_meeting_is_refused(String day, String problem) {
        untilMeetingDay();
        var answers = new HashMap<>(HELD);
        answers.put("heldOn", day);

        assertThatThrownBy(() -> complete("Activity_RecordMeeting", "maya", answers))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(problem);
        assertThat(theCheckIn().plan()).isNull();
    }

    // --- who wishes what

    @Test
    void the_mentor_wishes_to_stop_and_a_change_is_started() {
        untilConfirmed(withWish("no"), RIGHT);

        assertThat(endOf("yearly-check-in")).isEqualTo("Event_MentorChangeStarted");
        assertThat(mentorships.byId(mentorship).committedUntil()).isEqualTo(ANNIVERSARY);
    }

    @Test
    void the_mentee_wishes_to_stop_and_a_change_is_started() {
        untilConfirmed(HELD, Map.of("planAnswer", "right", "menteeWish", "change"));

        assertThat(endOf("yearly-check-in")).isEqualTo("Event_MentorChangeStarted");
    }

    @Test
    void the_mentee_does_not_see_what_the_mentor_wishes() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", withWish("no"));

        assertThat(shown("Activity_ConfirmAgreement", "ravi"))
                .doesNotContainKey("mentorContinues")
                .allSatisfy((name, value) -> assertThat(String.valueOf(value)).doesNotContainIgnoringCase("continue"));
    }

    @Test
    void the_mentor_does_not_see_what_the_mentee_wishes() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", HELD);
        complete("Activity_ConfirmAgreement", "ravi", WRONG);

        assertThat(shown("Activity_CorrectAgreement", "maya"))
                .doesNotContainKeys("menteeWish", "planAnswer", "mentorContinues");
    }

    @Test
    void who_wished_to_stop_is_found_nowhere_once_it_is_decided() {
        untilConfirmed(withWish("no"), RIGHT);

        assertThat(theCheckIn())
                .extracting(CheckIn::outcome, CheckIn::mentorContinues, CheckIn::menteeContinues)
                .containsExactly(CheckIn.Outcome.CHANGE, null, null);
        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, 1000))
                .extracting(HistoricVariableInstance::getName)
                .contains("meetingOutcome")
                .doesNotContain("mentorContinues", "menteeWish");
    }

    @ParameterizedTest
    @CsvSource({"no, continue", "yes, change", "no, change"})
    void mails_are_the_same_whoever_wished_to_stop(String mentorContinues, String menteeWish) {
        untilConfirmed(withWish(mentorContinues), Map.of("planAnswer", "right", "menteeWish", menteeWish));

        assertThat(database.queryForList("""
                        select recipient_id || ': ' || subject from mail where notice like 'check-in%'
                        order by recipient_id""", String.class))
                .containsExactly("maya: Your yearly meeting with Ravi", "ravi: Your yearly meeting with Maya");
    }

    @Test
    void the_council_reads_no_wish_in_cockpit() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", withWish("no"));

        as("clara", () -> {
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("yearly-check-in")
                            .count())
                    .isOne();
            assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000)).isEmpty();
        });
    }

    // --- right or not

    @Test
    void the_mentor_corrects_once_what_the_mentee_finds_wrong() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", HELD);
        complete("Activity_ConfirmAgreement", "ravi", WRONG);
        assertThat(shown("Activity_CorrectAgreement", "maya").get("agreed").toString())
                .contains("Two meetups", "Organise a meetup");
        complete("Activity_CorrectAgreement", "maya", Map.of("plans", "Organise two meetups"));
        assertThat(shown("Activity_ConfirmAgreement", "ravi").get("agreed").toString())
                .contains("Organise two meetups", "Help with the budget", "every month");

        assertThatThrownBy(() -> complete("Activity_ConfirmAgreement", "ravi", WRONG))
                .isInstanceOf(Refusal.class)
                .hasMessage("Is this what you agreed?: please choose one of the options.");
        complete("Activity_ConfirmAgreement", "ravi", RIGHT);

        assertThat(endOf("yearly-check-in")).isEqualTo("Event_CommitmentExtended");
        assertThat(theCheckIn().plan())
                .extracting(CheckInPlan::plans, CheckInPlan::menteeRemark)
                .containsExactly("Organise two meetups", "");
    }

    @Test
    void what_is_not_corrected_in_time_is_kept_with_the_mentees_words() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", HELD);
        complete("Activity_ConfirmAgreement", "ravi", WRONG);
        fire("Event_NotCorrected");
        complete(
                "Activity_ConfirmAgreement",
                "ravi",
                Map.of("planAnswer", "differs", "correction", "It was two", "menteeWish", "continue"));

        assertThat(endOf("yearly-check-in")).isEqualTo("Event_CommitmentExtended");
        assertThat(theCheckIn().plan())
                .extracting(CheckInPlan::plans, CheckInPlan::menteeRemark)
                .containsExactly("Organise a meetup", "It was two");
    }

    @Test
    void a_mentee_who_does_not_confirm_is_reminded_and_then_a_contact_decides() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", HELD);
        fire("Event_ConfirmationReminderDue");
        assertThat(mailsTo("ravi")).contains("Is this what you agreed with Maya?");
        fire("Event_MenteeSilent");
        assertThat(candidates(task("Activity_LookAfterSilentMentee"))).containsExactly("clara");
        complete("Activity_LookAfterSilentMentee", "clara", Map.of("silentDecision", "again"));
        assertThat(openTasks()).contains("Activity_ConfirmAgreement");
        fire("Event_MenteeSilent");
        complete(
                "Activity_LookAfterSilentMentee",
                "clara",
                Map.of("silentDecision", "drop", "dropReason", "Ravi is ill"));

        assertThat(endOf("yearly-check-in")).contains("Event_CheckInDropped");
        assertThat(mentorships.byId(mentorship).isRunning()).isTrue();
    }

    // --- no meeting

    @Test
    void a_mentee_who_did_not_come_once_gets_another_day() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", NOT_COME);

        assertThat(openTasks()).containsExactly("Activity_ArrangeMeeting");
    }

    @Test
    void when_a_mentee_did_not_come_twice_an_impartial_contact_is_asked() {
        givenContact("chidi");
        identities.createMembership("maya", Group.CONTACTS.id());
        untilMissedTwice();
        assertThat(candidates(task("Activity_LookAfterMissedMeeting"))).containsExactlyInAnyOrder("clara", "chidi");
        complete("Activity_LookAfterMissedMeeting", "clara", Map.of("missedDecision", "again"));

        assertThat(openTasks()).containsExactly("Activity_ArrangeMeeting");
    }

    @Test
    void a_contact_drops_the_check_in_and_both_are_told_without_the_reason() {
        untilDropped();

        assertThat(endOf("yearly-check-in")).isEqualTo("Event_CheckInDropped");
        assertThat(theCheckIn().outcome()).isEqualTo(CheckIn.Outcome.DROPPED);
        assertThat(mailsTo("ravi")).contains("No yearly check-in with Maya this time");
        assertThat(mailsTo("maya")).contains("No yearly check-in with Ravi this time");
        assertThat(confidential.open(theCheckIn().dropReason())).isEqualTo("Ravi has xylophone lessons");
        assertNowhereInClear("xylophone");
        assertThat(mentorships.byId(mentorship).isRunning()).isTrue();
    }

    @Test
    void a_month_without_a_meeting_a_contact_can_remind_and_is_asked_again_only_when_no_meeting_is_ahead() {
        start();
        fire("Event_MeetingMissing");
        complete("Activity_LookAfterMissingCheckIn", "clara", Map.of("missingDecision", "remind"));
        assertThat(mailsTo("maya")).contains("The yearly meeting with Ravi is still to come");
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        fire("Event_TwoWeeksLater");
        assertThat(openTasks()).isEmpty();

        onMeetingDay();
        later(Period.ofDays(1));
        fire("Event_TwoWeeksLater");
        assertThat(openTasks()).containsExactly("Activity_LookAfterMissingCheckIn");
    }

    @Test
    void a_contact_can_report_a_mentor_as_silent_and_is_asked_again() {
        start();
        fire("Event_MeetingMissing");
        complete("Activity_LookAfterMissingCheckIn", "clara", Map.of("missingDecision", "silent"));
        assertThat(openTasks()).contains("Activity_ArrangeMeeting").doesNotContain("Activity_LookAfterMissingCheckIn");
        fire("Event_TwoWeeksLater");

        assertThat(openTasks()).contains("Activity_LookAfterMissingCheckIn");
    }

    @Test
    void a_meeting_that_is_held_after_all_ends_the_contacts_task() {
        start();
        fire("Event_MeetingMissing");
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        fire("Event_MeetingDayReached");
        onMeetingDay();
        complete("Activity_RecordMeeting", "maya", HELD);

        assertThat(openTasks()).containsExactly("Activity_ConfirmAgreement");
    }

    @Test
    void somebody_who_covers_holds_the_meeting_and_the_mentor_is_asked_nothing() throws Exception {
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        // The day has come in the engine only: for the calendars the meeting is still ahead.
        fire("Event_MeetingDayReached");
        complete("Activity_RecordMeeting", "maya", RESCHEDULED);
        onMeetingDay();
        fire("Event_MeetingMissing");
        assertThat(shown("Activity_LookAfterMissingCheckIn", "clara")
                        .get("coverOptions")
                        .toString())
                .contains("mateo")
                .doesNotContain("maya", "ravi");
        complete("Activity_LookAfterMissingCheckIn", "clara", Map.of("missingDecision", "cover", "coverId", "mateo"));
        assertThat(mailsTo("ravi")).contains("Mateo holds your yearly meeting this time");
        assertThat(mailsTo("maya")).contains("Mateo holds the yearly meeting with Ravi");

        complete(
                "Activity_ArrangeMeeting",
                "mateo",
                Map.of("meetingOn", "2026-12-02", "meetingAt", "15:00", "meetingPlace", "Here"));
        fire("Event_MeetingDayReached");
        later(Period.ofDays(7));
        var held = new HashMap<>(HELD);
        held.remove("mentorContinues");
        held.put("heldOn", "2026-12-02");
        complete("Activity_RecordMeeting", "mateo", held);
        complete("Activity_ConfirmAgreement", "ravi", RIGHT);

        assertThat(endOf("yearly-check-in")).isEqualTo("Event_CommitmentExtended");
        assertThat(calendars("maya")).as("the mentor is not invited again").hasSize(1);
        assertThat(uid(calendar("mateo", 0))).isNotEqualTo(uid(calendar("maya", 0)));
    }

    @Test
    void a_meeting_that_was_arranged_is_cancelled_when_somebody_covers() throws Exception {
        start();
        fire("Event_MeetingMissing");
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        complete("Activity_LookAfterMissingCheckIn", "clara", Map.of("missingDecision", "cover", "coverId", "mateo"));

        for (var person : List.of("maya", "ravi")) {
            assertThat(lines(calendar(person, 1))).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
            assertThat(uid(calendar(person, 1))).isEqualTo(uid(calendar(person, 0)));
        }
        assertThat(task("Activity_ArrangeMeeting").getAssignee()).isEqualTo("mateo");
        assertThat(theCheckIn().meeting()).isNull();
    }

    @Test
    void somebody_who_is_not_an_option_cannot_cover() {
        start();
        fire("Event_MeetingMissing");

        assertThatThrownBy(() -> complete(
                        "Activity_LookAfterMissingCheckIn",
                        "clara",
                        Map.of("missingDecision", "cover", "coverId", "ravi")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Who could hold it?: please choose one of the options.");
    }

    // --- no mentorship any more

    @Test
    void a_mentorship_that_ends_takes_its_check_in_and_the_meeting_with_it() throws Exception {
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        mentorships.end(mentorship, "mentor resigned");
        runJobs();

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("yearly-check-in")
                        .count())
                .isZero();
        assertThat(theCheckIn().outcome()).isEqualTo(CheckIn.Outcome.DROPPED);
        for (var person : List.of("maya", "ravi")) {
            assertThat(lines(calendar(person, 1))).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
            assertThat(uid(calendar(person, 1))).isEqualTo(uid(calendar(person, 0)));
        }
        assertThat(mailsTo("ravi")).contains("Your yearly meeting with Maya is cancelled");
    }

    @RepeatedTest(5)
    void of_going_on_and_changing_the_mentor_at_the_same_moment_nothing_is_half_done() throws Exception {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", HELD);
        var confirm = task("Activity_ConfirmAgreement").getId();
        as("ravi", () -> forms.submitTaskForm(confirm, RIGHT));
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
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("yearly-check-in")
                        .count())
                .isZero();
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

    @Test
    void a_check_in_that_is_dropped_takes_a_meeting_that_is_ahead_out_of_the_calendars() throws Exception {
        start();
        for (var attempt = 0; attempt < 2; attempt++) {
            complete("Activity_ArrangeMeeting", "maya", MEETING);
            fire("Event_MeetingDayReached");
            complete("Activity_RecordMeeting", "maya", NOT_COME);
        }
        complete("Activity_LookAfterMissedMeeting", "clara", Map.of("missedDecision", "drop", "dropReason", "No time"));

        assertThat(lines(calendar("ravi", 2))).contains("METHOD:CANCEL", "SEQUENCE:2");
        assertThat(lines(calendar("maya", 2))).contains("METHOD:CANCEL", "SEQUENCE:2");
    }

    @Test
    void a_meeting_in_the_past_is_not_cancelled() throws Exception {
        untilMeetingDay();
        later(Period.ofDays(3));
        mentorships.end(mentorship, "mentor resigned");
        runJobs();

        assertThat(calendars("ravi")).hasSize(1);
        assertThat(mailsTo("ravi")).noneMatch(subject -> subject.contains("cancelled"));
    }

    // --- how it is told here

    private void start() {
        assertThat(checkIns.startDue()).isOne();
        runJobs();
    }

    private void untilMeetingDay() {
        start();
        complete("Activity_ArrangeMeeting", "maya", MEETING);
        fire("Event_MeetingDayReached");
        onMeetingDay();
    }

    private void untilConfirmed(Map<String, Object> recorded, Map<String, Object> confirmed) {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", recorded);
        complete("Activity_ConfirmAgreement", "ravi", confirmed);
    }

    private void untilMissedTwice() {
        untilMeetingDay();
        complete("Activity_RecordMeeting", "maya", NOT_COME);
        complete(
                "Activity_ArrangeMeeting",
                "maya",
                Map.of("meetingOn", "2026-11-30", "meetingAt", "12:00", "meetingPlace", "Here"));
        fire("Event_MeetingDayReached");
        later(Period.ofDays(5));
        complete("Activity_RecordMeeting", "maya", NOT_COME);
    }

    private void untilDropped() {
        untilMissedTwice();
        complete(
                "Activity_LookAfterMissedMeeting",
                "clara",
                Map.of("missedDecision", "drop", "dropReason", "Ravi has xylophone lessons"));
    }

    private static void onMeetingDay() {
        Today.goTo(Instant.parse("2026-11-27T02:00:00Z"));
    }

    private static Map<String, Object> withWish(String wish) {
        var answers = new HashMap<>(HELD);
        answers.put("mentorContinues", wish);
        return answers;
    }

    private CheckIn theCheckIn() {
        return table.findAll().iterator().next();
    }

    private void lives(String id, String timeZone) {
        var rep = reps.findById(id).orElseThrow();
        reps.save(rep.describedAs(rep.languages(), timeZone, Set.of(), "", ""));
    }

    private static List<MimeMessage> received(String userId) {
        return Stream.of(MAIL_SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + userId + "@example.org"))
                .toList();
    }

    private static MimeMessage invitationMail(String userId) throws Exception {
        for (var mail : received(userId)) {
            if (mail.getSubject().contains("yearly meeting with") && part(mail, "text/calendar") != null) {
                return mail;
            }
        }
        throw new AssertionError("no invitation for " + userId);
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, "text/plain");
    }

    /** All states of the meeting this person got, the first one first. */
    private static List<String> calendars(String userId) throws Exception {
        var calendars = new ArrayList<String>();
        for (var mail : received(userId)) {
            var calendar = part(mail, "text/calendar");
            if (calendar != null) {
                calendars.add(calendar.replace("\r\n ", ""));
            }
        }
        calendars.sort(Comparator.comparing(YearlyCheckInProcessTest::sequence));
        return calendars;
    }

    private static String calendar(String userId, int index) throws Exception {
        return calendars(userId).get(index);
    }

    private static Calendar parse(String calendar) throws Exception {
        return new CalendarBuilder().build(new StringReader(calendar));
    }

    private static VEvent event(String calendar) throws Exception {
        return parse(calendar).<VEvent>getComponents(Component.VEVENT).get(0);
    }

    private static int sequence(String calendar) {
        return Integer.parseInt(calendar.replaceFirst("(?s).*SEQUENCE:(\\d+).*", "$1"));
    }

    private static String uid(String calendar) throws Exception {
        return event(calendar).getUid().orElseThrow().getValue();
    }

    private static String summary(String calendar) throws Exception {
        return event(calendar).getSummary().getValue();
    }

    private static List<String> lines(String calendar) {
        return List.of(calendar.split("\r\n"));
    }

    private static String part(Part part, String type) throws Exception {
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (!part.isMimeType(type)) {
            return null;
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
