package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.matching.MentorMatchingSteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.BecomingAMentor;
import org.reps.mentoring.training.Training.State;
import org.springframework.beans.factory.annotation.Autowired;

/** Riku becomes a mentor: the whole way, and its last step. */
class BecomingAMentorTest extends CoachingTrainingTest {

    @Autowired
    MentorMatchingSteps matching;

    @Test
    void a_rep_is_trained_meets_the_council_and_becomes_a_mentor() {
        BecomingAMentor.told(programme, "riku", "clara", "chidi");

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_NewMentor");
        assertThat(people.isIn(Group.MENTORS, "riku")).isTrue();
        var mentor = mentors.findById("riku").orElseThrow();
        assertThat(mentor.status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mentor.capacity()).isEqualTo(2);
        assertThat(mentor.skills()).containsExactlyInAnyOrder("Coaching", "Leadership");
        assertThat(mentor.languages()).containsExactlyInAnyOrder("en", "de", "fr");
        assertThat(mentor.timeZone()).isEqualTo("Europe/Helsinki");
        assertThat(training()).satisfies(done -> {
            assertThat(done.state()).isEqualTo(State.MENTOR);
            assertThat(done.isOpen()).isFalse();
            assertThat(done.motivation()).isEqualTo("I like to listen");
            assertThat(done.call()).extracting(TrainingCall::heldOn).isEqualTo(today());
            assertThat(done.lastReport().orElseThrow())
                    .isEqualTo(new TrainingReport(
                            1,
                            today().minusDays(1),
                            "https://example.org/certificates/1",
                            "I practised open questions",
                            today().minusDays(18),
                            today()));
        });
    }

    @Test
    void on_every_step_of_the_way_the_right_person_has_the_task() {
        riku.asksToBecomeAMentor();
        assertThat(training().state()).isEqualTo(State.TRAINING);
        assertThat(task("Activity_ReportTraining")).isAssignedTo("riku");
        riku.reportsTheTraining(today());
        assertThat(task("Activity_ConfirmTraining"))
                .hasName("Confirm the training of Riku")
                .isNotAssigned()
                .hasCandidateUser("clara")
                .hasCandidateUser("chidi");
        clara.acceptsTheTrainingOf("riku");
        assertThat(task("Activity_ArrangeCall"))
                .hasName("Arrange the on-boarding call with Riku")
                .hasCandidateUser("clara")
                .hasCandidateUser("chidi");
        chidi.proposesAnOnboardingCallTo("riku", callDay, "19:30");
        assertThat(openTasks()).as("they may").containsExactly("Activity_MoveCall");
        fire("Event_CallDayReached");
        assertThat(task("Activity_HoldOnboardingCall"))
                .hasName("Hold the on-boarding call with Riku")
                .isAssignedTo("chidi");
        chidi.holdsTheOnboardingCallWith("riku", today());
        assertThat(task("Activity_SetUpMentor")).isAssignedTo("riku");
        assertThat(the("coaching-training")).isWaitingAtExactly("Activity_SetUpMentor");
    }

    @Test
    void a_new_mentor_is_suggested_at_once() {
        assertThat(matching.suggest("rosa", List.of())).doesNotContain("riku");
        becomeMentor();

        assertThat(matching.suggest("rosa", List.of())).contains("riku");
    }

    @Test
    void who_has_stepped_down_becomes_a_mentor_again_with_what_they_say_now() {
        mentors.save(Mentor.registered("riku", 5, Set.of("Advocacy"), Set.of("de"), "UTC")
                .away(firstDay, firstDay.plusDays(300), "maya")
                .withoutNewMenteesUntil(firstDay.plusYears(1))
                .becoming(Mentor.Status.RESIGNED));
        // Left over from the time before.
        identities.createMembership("riku", Group.MENTORS.id());
        becomeMentor();

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_NewMentor");
        var mentor = mentors.findById("riku").orElseThrow();
        assertThat(mentor.status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mentor.capacity()).isEqualTo(2);
        assertThat(mentor.skills()).containsExactlyInAnyOrder("Coaching", "Leadership");
        assertThat(mentor.cover()).isNull();
        assertThat(matching.suggest("rosa", List.of())).contains("riku");
    }

    @Test
    void a_new_mentor_is_not_a_silent_one_because_of_what_was_asked_long_ago() {
        becomeMentor();

        assertThat(mentors.lastAnswer("riku")).contains(callDay);
    }

    // --- the last step

    @Test
    void a_rep_is_reminded_three_times_of_the_last_step_and_may_still_say_no() {
        untilSetUp();
        for (var reminder = 0; reminder < 3; reminder++) {
            // Timers fire a little later than they are due.
            later(Period.ofDays(15));
            fire("Event_SetUpReminderDue");
        }
        assertThat(mailsTo("riku"))
                .filteredOn("One step left until you are a mentor"::equals)
                .hasSize(3);
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("Event_SetUpReminderDue")
                        .count())
                .isZero();
        riku.decidesNotToBeAMentor();

        assertThat(the("coaching-training"))
                .isEnded()
                .hasPassed("Event_SetUpReminded", "Event_TrainingClosed")
                .hasNotPassed("Event_NewMentor");
        assertThat(mentors.existsById("riku")).isFalse();
        assertThat(people.isIn(Group.MENTORS, "riku")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "6, How many mentees: please give a number from 1 to 5.",
        "0, How many mentees would you like to have at most?: please give 1 or more."
    })
    void nobody_takes_more_mentees_than_the_programme_allows(int capacity, String problem) {
        untilSetUp();

        assertRefused(() -> riku.setsUpAsAMentor("capacity", capacity), problem);
        assertThat(training().capacity()).isNull();
    }

    @Test
    void profile_and_rooms_come_first() {
        untilSetUp();

        assertRefused(
                () -> riku.setsUpAsAMentor("profileUpdated", false, "joinedRooms", null),
                "I have updated my profile: it says that I am a mentor: please tick this."
                        + " I have joined the mentors' group and room: please tick this.");
    }

    // --- what others see

    @Test
    void certificate_narrative_and_motivation_are_for_those_who_decide() {
        untilReported();

        assertThat(shown("Activity_ConfirmTraining", "clara").toString())
                .contains("https://example.org/certificates/1", "I practised open questions", "I like to listen");
        assertNotShown("Activity_ConfirmTraining", "rosa", "maya", "carmen");
        as(
                "carmen",
                () -> assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000))
                        .isEmpty());
        as("rosa", () -> {
            assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty();
            assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000)).isEmpty();
        });
    }

    @Test
    void the_council_sees_the_case_in_Cockpit() {
        untilReported();

        as(
                "carmen",
                () -> assertThat(runtime.createProcessInstanceQuery()
                                .processDefinitionKey("coaching-training")
                                .listPage(0, 1000))
                        .extracting("businessKey")
                        .containsExactly("riku"));
    }

    @Test
    void no_personal_text_stays_in_the_variables_of_the_case() {
        becomeMentor();

        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, 1000).stream()
                        .filter(variable -> variable.getActivityInstanceId().equals(variable.getProcessInstanceId())))
                .extracting(HistoricVariableInstance::getName)
                .doesNotContain("motivation", "narrative", "certificate", "languages", "skills", "nominee", "callPlace")
                .contains("trainingId", "repId");
    }
}
