package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;

/** Rumi does not hear from Mateo, who is asked whether he is still there before anybody decides. */
class ChangeAwayFromSilentMentorTest extends MentorChangeTest {

    @Test
    void a_mentor_who_has_answered_is_kept_if_the_rep_likes() {
        rumiAsks("silent");
        assertMateoIsWaitedFor();
        settled("active");
        assertThat(shown("Activity_SayHowToGoOn", "rumi"))
                .containsEntry("news", "Mateo has answered and will get in touch with you.");
        rumi.staysWithTheMentor();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_MentorKept");
        assertThat(mailsTo("mateo")).isEmpty();
    }

    @Test
    void a_rep_whose_mentor_is_away_for_a_while_may_let_the_council_decide() {
        rumiAsks("silent");
        settled("away");
        assertThat(shown("Activity_SayHowToGoOn", "rumi"))
                .containsEntry("news", "Mateo is away for a while and will come back.");
        rumi.letsTheCouncilDecide();
        clara.refusesTheChange("rumi", "answerForRep", "Give it some more time, " + MARKER);

        assertThat(shown("Activity_SayHowToGoOn", "rumi"))
                .containsEntry("news", "Give it some more time, " + MARKER)
                .containsEntry("mayAskAgain", true);
    }

    @Test
    void a_mentor_who_steps_down_is_replaced_without_a_decision() {
        rumiAsks("silent");
        settled("steps-down");

        assertThat(decisions()).containsExactly("direct CHANGE null");
        assertAnotherMentorIsLookedFor();
        assertThat(the("mentor-change")).hasPassed("Event_MentorStepsDown");
    }

    @Test
    void nobody_waits_for_ever_for_news_of_the_mentor() {
        rumiAsks("silent");
        fire("Event_NothingHeard");
        settled("active");

        assertThat(the("mentor-change")).isWaitingAt("Activity_SayHowToGoOn");
    }

    @Test
    void once_the_council_has_found_a_mentor_to_be_inactive_nobody_is_asked_again() {
        rumiAsks("silent");
        becomes("mateo", Mentor.Status.INACTIVE);
        settled("inactive");

        assertThat(state()).isEqualTo("GRANTED");
        assertThat(decisions()).containsExactly("direct CHANGE null");
        assertThat(told()).containsExactly("rumi: change-granted-mentee");
        mayaIsFound();
        assertThat(the("mentor-change")).isEnded().hasPassed("Activity_GrantInactive", "Event_MentorChanged");
        assertThat(mailsTo("mateo")).containsExactly("Rumi has another mentor now");
    }

    @Test
    void a_commitment_to_a_mentor_who_has_come_back_meanwhile_is_overridden_when_enough_different_people_agree() {
        rumiAsks("silent");
        settled("inactive");
        assertThat(candidates(task("Activity_AgreeToOverride"))).containsExactlyInAnyOrder("clara", "chidi", "carmen");
        carmen.agreesToOverride("rumi");
        assertThat(state()).isEqualTo("ASKED");
        assertThat(candidates(task("Activity_AgreeToOverride"))).containsExactlyInAnyOrder("clara", "chidi");
        clara.agreesToOverride("rumi");

        assertThat(state()).isEqualTo("GRANTED");
        assertThat(decisions()).containsExactly("override CHANGE carmen", "override CHANGE clara");
        assertThat(told()).containsExactlyInAnyOrder("rumi: change-granted-mentee", "mateo: change-granted-mentor");
    }

    @Test
    void where_one_of_them_does_not_agree_the_rep_may_ask_somebody_else() {
        rumiAsks("silent");
        settled("inactive");
        clara.agreesToOverride("rumi");
        carmen.doesNotAgreeToOverride("rumi", "answerForRep", "He is well, " + MARKER);
        assertThat(shown("Activity_SayHowToGoOn", "rumi")).containsEntry("news", "He is well, " + MARKER);
        rumi.letsTheCouncilDecide();

        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
        chidi.grantsTheChange("rumi");
        assertThat(state()).isEqualTo("GRANTED");
    }

    @Test
    void when_all_mentees_of_an_inactive_mentor_get_others_so_does_the_one_who_said_that_they_are_silent() {
        rumiAsks("silent");
        becomes("mateo", Mentor.Status.INACTIVE);
        mentorChange.start("rumi", "inactivity");
        runJobs();

        assertAnotherMentorIsLookedFor();
        assertThat(decisions()).containsExactly("direct CHANGE null");
    }

    @Test
    void a_council_that_wants_a_second_quorum_says_so_in_the_decision_table() throws IOException {
        var table = Files.readString(Path.of("bpmn", "mentor-change-route.dmn"));
        var stricter = table.replaceFirst(
                "(?s)(<outputEntry id=\"Output_InactivityConfirmed\">\\s*<text>)\"direct\"", "$1\"override\"");
        assertThat(stricter).isNotEqualTo(table);
        var deployed = repository
                .createDeployment()
                .addString("mentor-change-route.dmn", stricter)
                .deploy();
        try {
            rumiAsks("silent");
            becomes("mateo", Mentor.Status.INACTIVE);
            settled("inactive");
            mentorChange.start("rumi", "inactivity");
            runJobs();

            assertThat(the("mentor-change"))
                    .isWaitingAtExactly("Activity_Undecided", "Activity_AgreeToOverride", "Activity_Withdraw");
        } finally {
            repository.deleteDeployment(deployed.getId());
        }
    }

    @Test
    void a_mentor_who_answers_by_handing_the_rep_over_makes_it_needless() {
        rumiAsks("silent");
        mentorChange.start("rumi", "inactivity");
        runJobs();

        assertAnotherMentorIsLookedFor();
        assertThat(decisions()).containsExactly("direct CHANGE null");
    }

    @Test
    void a_mentor_on_leave_is_not_asked_whether_they_are_still_there() {
        isAway("mateo");
        rumiAsks("silent");

        assertThat(the("mentor-change"))
                .isWaitingAtExactly("Activity_Undecided", "Activity_Decide", "Activity_Withdraw");
    }

    @Test
    void a_leave_that_is_over_does_not_count() {
        isAway("mateo");
        later(Period.ofMonths(2));
        rumiAsks("silent");

        assertMateoIsWaitedFor();
    }

    private void assertMateoIsWaitedFor() {
        assertThat(the("mentor-change"))
                .isWaitingAtExactly("Activity_Undecided", "Gateway_MentorAnswered", "Activity_Withdraw");
        assertThat(openTasks()).containsExactly("Activity_Withdraw");
    }
}
