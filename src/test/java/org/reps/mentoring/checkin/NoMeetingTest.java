package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;

/** Where no meeting comes about, an impartial contact looks after it. */
class NoMeetingTest extends YearlyCheckInTest {

    @Test
    void a_mentee_who_did_not_come_once_gets_another_day() {
        untilMeetingDay();
        maya.waitsInVainAtTheYearlyMeetingFor("ravi");

        assertThat(openTasks()).containsExactly("Activity_ArrangeMeeting");
    }

    @Test
    void when_a_mentee_did_not_come_twice_an_impartial_contact_is_asked() {
        givenContact("chidi");
        identities.createMembership("maya", Group.CONTACTS.id());
        untilMissedTwice();
        assertThat(candidates(task("Activity_LookAfterMissedMeeting"))).containsExactlyInAnyOrder("clara", "chidi");
        clara.looksAfterTheMissedMeeting("again");

        assertThat(openTasks()).containsExactly("Activity_ArrangeMeeting");
    }

    @Test
    void a_contact_drops_the_check_in_and_both_are_told_without_the_reason() {
        untilDropped();

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_MissedMeetingDropped", "Event_CheckInDropped");
        assertThat(theCheckIn().outcome()).isEqualTo(CheckIn.Outcome.DROPPED);
        assertThat(mailsTo("ravi")).contains("No yearly check-in with Maya this time");
        assertThat(mailsTo("maya")).contains("No yearly check-in with Ravi this time");
        assertThat(opened(theCheckIn().dropReason())).isEqualTo("Ravi has xylophone lessons");
        assertNowhereInClear("xylophone");
        assertThat(mentorships.byId(mentorship).isRunning()).isTrue();
    }

    @Test
    void a_month_without_a_meeting_a_contact_can_remind_and_is_asked_again_only_when_no_meeting_is_ahead() {
        start();
        fire("Event_MeetingMissing");
        clara.looksAfterTheMissingCheckIn("remind");
        assertThat(mailsTo("maya")).contains("The yearly meeting with Ravi is still to come");
        maya.arrangesTheYearlyMeetingWith("ravi", meetingDay);
        fire("Event_TwoWeeksLater");
        assertThat(openTasks()).containsExactly("Activity_MoveMeeting");

        fire("Event_MeetingDayReached");
        onMeetingDay();
        later(Period.ofDays(1));
        fire("Event_TwoWeeksLater");
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_RecordMeeting", "Activity_LookAfterMissingCheckIn");
    }

    @Test
    void a_contact_can_report_a_mentor_as_silent_and_is_asked_again() {
        start();
        fire("Event_MeetingMissing");
        clara.looksAfterTheMissingCheckIn("silent");
        assertThat(the("yearly-check-in"))
                .isWaitingAt("Activity_ArrangeMeeting")
                .isNotWaitingAt("Activity_LookAfterMissingCheckIn");
        fire("Event_TwoWeeksLater");

        assertThat(the("yearly-check-in")).isWaitingAt("Activity_LookAfterMissingCheckIn");
    }

    @Test
    void a_meeting_that_is_held_after_all_ends_the_contacts_task() {
        start();
        fire("Event_MeetingMissing");
        maya.arrangesTheYearlyMeetingWith("ravi", meetingDay);
        fire("Event_MeetingDayReached");
        onMeetingDay();
        maya.recordsTheYearlyMeetingWith("ravi", meetingDay);

        assertThat(openTasks()).containsExactly("Activity_ConfirmAgreement");
    }

    @Test
    void somebody_who_covers_holds_the_meeting_and_the_mentor_is_asked_nothing() throws Exception {
        untilArranged();
        // The day has come in the engine only: for the calendars the meeting is still ahead.
        fire("Event_MeetingDayReached");
        maya.putsOffTheYearlyMeetingWith("ravi");
        onMeetingDay();
        fire("Event_MeetingMissing");
        assertThat(shown("Activity_LookAfterMissingCheckIn", "clara")
                        .get("coverOptions")
                        .toString())
                .contains("mateo")
                .doesNotContain("maya", "ravi");
        clara.looksAfterTheMissingCheckIn("cover", "coverId", "mateo");
        assertThat(mailsTo("ravi")).contains("Mateo holds your yearly meeting this time");
        assertThat(mailsTo("maya")).contains("Mateo holds the yearly meeting with Ravi");

        var covered = meetingDay.plusDays(6);
        mateo.arrangesTheYearlyMeetingWith("ravi", covered);
        fire("Event_MeetingDayReached");
        later(Period.ofDays(7));
        mateo.recordsTheYearlyMeetingWith("ravi", covered, "mentorContinues", null);
        ravi.confirmsTheYearlyAgreement();

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_CoverWished", "Event_CommitmentExtended");
        assertThat(ReceivedMeeting.of(received("maya")))
                .as("the mentor is not invited again")
                .hasSize(1);
        assertThat(ReceivedMeeting.of(received("mateo")).get(0).uid())
                .isNotEqualTo(ReceivedMeeting.of(received("maya")).get(0).uid());
    }

    @Test
    void somebody_who_is_not_an_option_cannot_cover() {
        start();
        fire("Event_MeetingMissing");

        assertThatThrownBy(() -> clara.looksAfterTheMissingCheckIn("cover", "coverId", "ravi"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Who could hold it?: please choose one of the options.");
    }
}
