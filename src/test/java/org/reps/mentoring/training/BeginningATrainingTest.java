package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.language.DayInWords;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.training.Training.State;

/** Who is trained to become a mentor: reps who would like to, and those whom a mentor nominates. */
class BeginningATrainingTest extends CoachingTrainingTest {

    @Test
    void a_mentor_or_somebody_on_the_way_does_not_begin() {
        assertRefused(() -> maya.asksToBecomeAMentor(), "You are a mentor already.");
        riku.asksToBecomeAMentor();

        assertRefused(
                () -> riku.asksToBecomeAMentor(),
                "You are on the way to become a mentor already. Please look at your tasks.");
        assertRefused(() -> maya.nominates("riku"), "Whether Riku becomes a mentor is being looked at already.");
        assertThat(trainings.count()).isOne();
        assertThat(the("coaching-training")).isWaitingAt("Activity_ReportTraining");
    }

    @Test
    void a_rep_who_says_nothing_of_themself_does_not_begin() {
        assertRefused(
                () -> riku.asksToBecomeAMentor("motivation", null, "languages", null, "skills", null),
                "Why would you like to become a mentor?: please answer this. Languages you speak: please answer this."
                        + " Skills you could pass on: please answer this.");
        assertThat(cases()).isZero();
    }

    @Test
    void somebody_who_is_no_rep_cannot_become_a_mentor() {
        assertThatThrownBy(() -> programme.rep("carmen").asksToBecomeAMentor())
                .isInstanceOf(AuthorizationException.class);
        assertThat(cases()).isZero();
    }

    // --- nominations

    @Test
    void a_nominated_rep_is_asked_first_and_who_nominated_them_learns_the_answer() {
        maya.nominates("Riku");
        assertThat(openTasks()).containsExactly("Activity_AnswerNomination");
        assertThat(task("Activity_AnswerNomination")).isAssignedTo("riku");
        assertThat(shown("Activity_AnswerNomination", "riku").get("applicant").toString())
                .contains("Maya Sample");
        riku.wouldLikeToBecomeAMentor();

        assertThat(mailsTo("maya")).containsExactly("Riku would like to become a mentor");
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(training().motivation()).isEqualTo("Because a mentor asked");
        assertThat(training().nominatedBy()).isEqualTo("maya");
    }

    @Test
    void a_nominated_rep_may_say_no_and_nothing_else_is_told() {
        maya.nominates("riku");
        riku.wouldNotLikeToBecomeAMentor();

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_TrainingClosed");
        assertThat(mailsTo("maya")).containsExactly("Riku does not become a mentor now");
        assertThat(training().state()).isEqualTo(State.NOMINATED);
        assertThat(training().isOpen()).isFalse();
    }

    @Test
    void a_nominated_rep_who_does_not_answer_is_reminded_and_left_in_peace() {
        maya.nominates("riku");
        fire("Event_NominationReminderDue");
        assertThat(mailsTo("riku")).contains("Would you like to become a mentor?");
        assertThat(the("coaching-training"))
                .isWaitingAtExactly("Activity_AnswerNomination")
                .hasPassed("Event_NomineeReminded");
        fire("Event_NominationUnanswered");

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_TrainingClosed");
        assertThat(mailsTo("maya")).containsExactly("Riku does not become a mentor now");
        riku.asksToBecomeAMentor();
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
    }

    @Test
    void only_mentors_nominate_and_only_reps_who_are_no_mentors() {
        givenMentor("mateo", 3);
        mentors.save(mentors.findById("mateo").orElseThrow().becoming(Mentor.Status.RESIGNED));

        for (var who : List.of("rosa", "mateo")) {
            assertRefused(
                    () -> programme.mentor(who).nominates("riku"),
                    "Only mentors can nominate somebody. If you would like to become a mentor yourself,"
                            + " please choose that above.");
        }
        // Nor do others learn by this who is here.
        assertRefused(
                () -> programme.mentor("rosa").nominates("nobody"),
                "Only mentors can nominate somebody. If you would like to become a mentor yourself,"
                        + " please choose that above.");
        givenMentor("mei", 1);
        assertRefused(() -> maya.nominates("mei"), "Mei is a mentor already.");
        assertRefused(() -> maya.nominates("maya"), "You cannot nominate yourself; you are a mentor already.");
        assertRefused(() -> maya.nominates("carmen"), "Carmen is not a rep.");
        assertRefused(
                () -> maya.nominates("nobody"),
                "I nominate: nobody here is called \"nobody\"; please write the full name or the user name as it stands here.");
        assertRefused(() -> maya.nominates(null), "I nominate: please answer this.");
        assertThat(cases()).isZero();
        assertThat(trainings.count()).isZero();
    }

    // --- the prerequisite

    @Test
    void a_year_in_the_programme_is_enough_to_the_day() {
        joined("riku", firstDay.minusYears(1));
        riku.asksToBecomeAMentor();

        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
    }

    @Test
    void who_has_not_been_there_for_long_begins_when_a_contact_says_so() {
        var lessThanAYearAgo = firstDay.minusYears(1)
                .datesUntil(firstDay)
                .filter(day -> day.plusYears(1).isAfter(firstDay))
                .findFirst()
                .orElseThrow();
        joined("riku", lessThanAYearAgo);
        riku.asksToBecomeAMentor();
        assertThat(the("coaching-training")).isWaitingAtExactly("Activity_WaivePrerequisite");
        assertThat(shown("Activity_WaivePrerequisite", "clara").get("applicant").toString())
                .contains(DayInWords.of(lessThanAYearAgo.plusYears(1), "en"));
        clara.waivesThePrerequisiteFor("riku", "Has guided others before, " + MARKER);

        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(decision().answer()).isEqualTo(TrainingDecision.Answer.WAIVE);
        assertThat(decision().decidedBy()).isEqualTo("clara");
        assertThat(opened(decision().text())).contains(MARKER);
        assertNowhereInClear(MARKER);
    }

    @Test
    void who_cannot_begin_yet_is_told_when() {
        var joinedOn = firstDay.minusDays(50);
        joined("riku", joinedOn);
        riku.asksToBecomeAMentor();
        clara.asksToComeBackLater("riku");

        assertThat(the("coaching-training")).isEnded().hasPassed("Event_TrainingClosed");
        assertThat(mailsTo("riku"))
                .contains("Becoming a mentor: please come back on " + inWords(joinedOn.plusYears(1)));
        assertThat(training().isOpen()).isFalse();
    }

    @Test
    void a_rep_of_whom_nothing_is_known_has_joined_today() {
        register("ruth", Group.REPS);
        programme.rep("ruth").asksToBecomeAMentor();

        assertThat(openTasks()).containsExactly("Activity_WaivePrerequisite");
        assertThat(reps.findById("ruth").orElseThrow().joinedOn()).isEqualTo(firstDay);
    }
}
