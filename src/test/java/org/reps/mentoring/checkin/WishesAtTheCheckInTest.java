package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.rules.Refusal;

/** What was agreed is put right, and who wishes to stop is nobody else's to know. */
class WishesAtTheCheckInTest extends YearlyCheckInTest {

    // --- who wishes what

    @Test
    void the_mentor_wishes_to_stop_and_a_change_is_started() {
        untilRecorded("mentorContinues", "no");
        ravi.confirmsTheYearlyAgreement();

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_MentorChangeStarted");
        assertThat(mentorships.byId(mentorship).committedUntil()).isEqualTo(anniversary);
    }

    @Test
    void the_mentee_wishes_to_stop_and_a_change_is_started() {
        untilRecorded();
        ravi.confirmsTheYearlyAgreement("menteeWish", "change");

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_MentorChangeStarted");
    }

    @Test
    void the_mentee_does_not_see_what_the_mentor_wishes() {
        untilRecorded("mentorContinues", "no");

        assertThat(shown("Activity_ConfirmAgreement", "ravi"))
                .doesNotContainKey("mentorContinues")
                .allSatisfy((name, value) -> assertThat(String.valueOf(value)).doesNotContainIgnoringCase("continue"));
    }

    @Test
    void the_mentor_does_not_see_what_the_mentee_wishes() {
        untilRecorded();
        ravi.asksToCorrectTheYearlyAgreement("Two meetups");

        assertThat(shown("Activity_CorrectAgreement", "maya"))
                .doesNotContainKeys("menteeWish", "planAnswer", "mentorContinues");
    }

    @Test
    void who_wished_to_stop_is_found_nowhere_once_it_is_decided() {
        untilRecorded("mentorContinues", "no");
        ravi.confirmsTheYearlyAgreement();

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
        untilRecorded("mentorContinues", mentorContinues);
        ravi.confirmsTheYearlyAgreement("menteeWish", menteeWish);

        assertThat(database.queryForList("""
                        select recipient_id || ': ' || subject from mail where notice like 'check-in%'
                        order by recipient_id""", String.class))
                .containsExactly("maya: Your yearly meeting with Ravi", "ravi: Your yearly meeting with Maya");
    }

    @Test
    void the_council_reads_no_wish_in_cockpit() {
        untilRecorded("mentorContinues", "no");

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
        untilRecorded();
        ravi.asksToCorrectTheYearlyAgreement("Two meetups");
        assertThat(shown("Activity_CorrectAgreement", "maya").get("agreed").toString())
                .contains("Two meetups", "Organise a meetup");
        maya.correctsTheYearlyAgreement("Organise two meetups");
        assertThat(shown("Activity_ConfirmAgreement", "ravi").get("agreed").toString())
                .contains("Organise two meetups", "Help with the budget", "every month");

        assertThatThrownBy(() -> ravi.asksToCorrectTheYearlyAgreement("Two meetups"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Is this what you agreed?: please choose one of the options.");
        ravi.confirmsTheYearlyAgreement();

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_CommitmentExtended");
        assertThat(theCheckIn().plan())
                .extracting(CheckInPlan::plans, CheckInPlan::menteeRemark)
                .containsExactly("Organise two meetups", "");
    }

    @Test
    void what_is_not_corrected_in_time_is_kept_with_the_mentees_words() {
        untilRecorded();
        ravi.asksToCorrectTheYearlyAgreement("Two meetups");
        fire("Event_NotCorrected");
        ravi.confirmsTheYearlyAgreement("planAnswer", "differs", "correction", "It was two");

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_NotCorrected", "Event_CommitmentExtended");
        assertThat(theCheckIn().plan())
                .extracting(CheckInPlan::plans, CheckInPlan::menteeRemark)
                .containsExactly("Organise a meetup", "It was two");
    }

    @Test
    void a_mentee_who_does_not_confirm_is_reminded_and_then_a_contact_decides() {
        untilRecorded();
        fire("Event_ConfirmationReminderDue");
        assertThat(mailsTo("ravi")).contains("Is this what you agreed with Maya?");
        fire("Event_MenteeSilent");
        assertThat(candidates(task("Activity_LookAfterSilentMentee"))).containsExactly("clara");
        clara.looksAfterTheSilentMentee("again");
        assertThat(the("yearly-check-in")).isWaitingAt("Activity_ConfirmAgreement");
        fire("Event_MenteeSilent");
        clara.looksAfterTheSilentMentee("drop", "dropReason", "Ravi is ill");

        assertThat(the("yearly-check-in")).isEnded().hasPassed("Event_MenteeReminded", "Event_CheckInDropped");
        assertThat(mentorships.byId(mentorship).isRunning()).isTrue();
    }
}
