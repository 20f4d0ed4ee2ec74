package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.language.DayInWords;
import org.reps.mentoring.rules.Refusal;

/** Riku takes the training and reports it, and an impartial contact decides whether it is accepted. */
class TakingTheTrainingTest extends CoachingTrainingTest {

    @Test
    void the_rep_is_reminded_every_month() {
        riku.asksToBecomeAMentor();
        for (var month = 0; month < 3; month++) {
            later(Period.ofDays(30));
            fire("Event_TrainingReminderDue");
        }

        assertThat(mailsTo("riku"))
                .filteredOn("How is your training going?"::equals)
                .hasSize(3);
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        riku.stopsTheTraining();
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("Event_TrainingReminderDue")
                        .count())
                .isZero();
        assertThat(the("coaching-training")).isEnded().hasPassed("Event_TraineeReminded", "Event_TrainingAnswered");
    }

    @Test
    void a_rep_may_change_their_mind() {
        riku.asksToBecomeAMentor();
        riku.stopsTheTraining();

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_TrainingAnswered", "Event_TrainingClosed");
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(training().isOpen()).isFalse();
        riku.asksToBecomeAMentor();
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
    }

    @Test
    void every_half_year_a_contact_says_whether_a_training_goes_on() {
        riku.asksToBecomeAMentor();
        fire("Event_TrainingTakesLong");
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_ReportTraining", "Activity_LookAfterLongTraining");
        clara.letsTheLongTrainingGoOn("riku");
        assertThat(mailsTo("riku")).contains("Your training goes on");
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(the("coaching-training")).isWaitingAt("Activity_ReportTraining", "Event_AnotherHalfYear");
        fire("Event_AnotherHalfYear");
        chidi.closesTheLongTrainingOf("riku", "Moved to another programme, " + MARKER);

        assertThat(the("coaching-training"))
                .isEnded()
                .hasPassed("Event_TrainingNotContinued", "Event_TrainingDropped", "Event_TrainingClosed")
                .hasNotPassed("Event_TrainingAnswered");
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(opened(decision().text())).contains(MARKER);
        assertNowhereInClear(MARKER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/certificate",
                "example.org/certificate",
                "https:///certificate",
                "https://riku:secret@example.org/",
                "https://example.org/a b",
                "javascript:alert(1)",
                "data:text/html,hello",
                "https:example.org"
            })
    void a_certificate_is_an_https_address(String address) {
        riku.asksToBecomeAMentor();

        assertReportRefused(
                "certificate",
                address,
                "Link to your certificate: please give an address that begins with https://,"
                        + " for example https://example.org/my-certificate.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTPS://example.org:8443/certificates/riku?id=1#top",
                "https://b\u00fccher.example/zertifikat"
            })
    void every_https_address_will_do(String address) {
        riku.asksToBecomeAMentor();
        riku.reportsTheTraining(today(), "certificate", address);

        assertThat(training().lastReport().orElseThrow().certificate()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "finishedOn, 1, Finished on: this day is still to come.",
        "practiceOn, 11, First day of the practice week: this day is still to come."
    })
    void a_day_to_come_is_refused(String field, int daysAhead, String problem) {
        riku.asksToBecomeAMentor();

        assertReportRefused(field, today().plusDays(daysAhead).toString(), problem);
    }

    @Test
    void what_is_no_day_is_refused() {
        riku.asksToBecomeAMentor();

        assertReportRefused("finishedOn", "yesterday", "Finished on: please give a date like 2026-11-20.");
    }

    // --- who decides

    @Test
    void neither_the_rep_nor_who_nominated_them_decides() {
        contactToo("riku");
        contactToo("maya");
        joined("riku", firstDay.minusDays(50));
        maya.nominates("riku");
        riku.wouldLikeToBecomeAMentor();
        assertThat(candidates(task("Activity_WaivePrerequisite"))).containsExactlyInAnyOrder("clara", "chidi");
        clara.waivesThePrerequisiteFor("riku", "Has guided others before");
        fire("Event_TrainingTakesLong");
        assertThat(candidates(task("Activity_LookAfterLongTraining"))).containsExactlyInAnyOrder("clara", "chidi");
        riku.reportsTheTraining(today());
        assertThat(candidates(task("Activity_ConfirmTraining"))).containsExactlyInAnyOrder("clara", "chidi");

        tasks.setAssignee(task("Activity_ConfirmTraining").getId(), "maya");
        assertThatThrownBy(() -> programme.council("maya").acceptsTheTrainingOf("riku"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageStartingWith("You are part of this case");
        tasks.setAssignee(task("Activity_ConfirmTraining").getId(), "rosa");
        assertThatThrownBy(() -> programme.council("rosa").acceptsTheTrainingOf("riku"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You are part of this case, or not in the council");
        tasks.setAssignee(task("Activity_ConfirmTraining").getId(), null);
        chidi.acceptsTheTrainingOf("riku");
        assertThat(candidates(task("Activity_ArrangeCall"))).containsExactlyInAnyOrder("clara", "chidi");
    }

    @Test
    void contacts_see_who_else_would_like_to_become_a_mentor() {
        givenRep("rumi");
        joined("rosa", firstDay.minusDays(50));
        programme.rep("rosa").asksToBecomeAMentor();
        maya.nominates("rumi");
        untilReported();

        assertThat(shown("Activity_ConfirmTraining", "clara").get("others").toString())
                .contains("Rosa Sample", "would like to begin", DayInWords.of(firstDay, "en"))
                .doesNotContain("Riku", "Rumi");
    }

    // --- what a contact decides

    @Test
    void what_is_missing_is_shown_to_the_rep_and_to_nobody_else() {
        var missing = "Please tell us of the practice week, " + MARKER;
        riku.asksToBecomeAMentor();
        riku.reportsTheTraining(today());
        clara.findsSomethingMissingInTheTrainingOf("riku", missing);

        assertThat(the("coaching-training")).isWaitingAt("Activity_ReportTraining");
        assertThat(shown("Activity_ReportTraining", "riku")).containsEntry("missing", missing);
        assertThat(shown("Activity_ReportTraining", "riku").get("reported").toString())
                .contains("I practised open questions", DayInWords.of(today().minusDays(17), "en"));
        assertNotShown("Activity_ReportTraining", "rosa", "maya", "carmen", "clara");
        assertNowhereInClear(MARKER);
        riku.reportsTheTraining(today(), "practiceWeek", "no", "practiceOn", null);
        assertThat(training().reports()).hasSize(2);
        assertThat(shown("Activity_ConfirmTraining", "chidi").get("reported").toString())
                .contains("\"practiceWeek\":\"none\"");
        chidi.acceptsTheTrainingOf("riku");
        assertThat(training().decisions())
                .extracting(TrainingDecision::answer)
                .containsExactlyInAnyOrder(TrainingDecision.Answer.MORE, TrainingDecision.Answer.ACCEPT);
    }

    @Test
    void who_is_not_accepted_is_told_kindly_reads_why_and_may_apply_again() {
        var answer = "Try listening some more, " + MARKER;
        untilReported();
        var training = the("coaching-training");
        clara.doesNotAcceptTheTrainingOf("riku", answer);

        assertThat(training).isWaitingAtExactly("Activity_ReadTrainingAnswer");
        assertThat(mailsTo("riku"))
                .contains("Your training was not accepted this time")
                .doesNotContain("Please do: Read the answer to your training");
        assertThat(shown("Activity_ReadTrainingAnswer", "riku")).containsEntry("answer", answer);
        assertNotShown("Activity_ReadTrainingAnswer", "rosa", "maya", "carmen", "clara");
        assertNowhereInClear(MARKER);
        riku.asksToBecomeAMentor();
        riku.readsTheAnswerToTheTraining();
        assertThat(training).isEnded().hasPassed("Event_TrainingNotAccepted");
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(mentors.existsById("riku")).isFalse();
    }

    @Test
    void the_answer_to_a_training_goes_away_after_a_month() {
        untilReported();
        clara.doesNotAcceptTheTrainingOf("riku", "Try listening some more");
        fire("Event_TrainingAnswerUnread");

        assertThat(the("coaching-training"))
                .isEnded()
                .hasPassed("Event_TrainingAnswerUnread", "Event_TrainingNotAccepted");
    }

    @Test
    void somebody_who_is_told_no_is_told_why() {
        untilReported();

        assertThatThrownBy(() -> clara.doesNotAcceptTheTrainingOf("riku", null))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("please answer this.");
    }

    private void contactToo(String id) {
        identities.createMembership(id, Group.CONTACTS.id());
        identities.createMembership(id, Group.COUNCIL.id());
    }

    private void assertReportRefused(String field, String value, String problem) {
        assertRefused(() -> riku.reportsTheTraining(today(), field, value), problem);
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(training().reports()).isEmpty();
    }
}
