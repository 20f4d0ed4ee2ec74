package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;

/** Somebody from the council who is not part of the case decides; Mateo only hears of what concerns him. */
class ChangeDecidedByCouncilTest extends MentorChangeTest {

    private static final String ANSWER = "Give it some more time, " + MARKER;

    @Test
    void an_impartial_contact_grants_a_change_and_then_the_mentor_is_told() {
        rumiAsks("council");
        assertThat(mailsTo("mateo")).isEmpty();
        clara.grantsTheChange("rumi");

        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor");
        mayaIsFound();
        fire("Event_NotHandedOver");
        assertThat(the("mentor-change")).isEnded().hasPassed("Event_MentorChanged");
        assertThat(decisions()).containsExactly("council CHANGE clara");
        assertThat(told()).containsExactlyInAnyOrder("rumi: change-granted-mentee", "mateo: change-granted-mentor");
    }

    @Test
    void a_contact_may_suggest_to_talk_first_and_both_are_told() {
        rumiAsks("council");
        clara.suggestsToTalkFirst("rumi");

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_KeptToTalk", "Event_MentorKept");
        assertThat(mailsTo("rumi")).contains("What we suggest to you and Mateo");
        assertThat(mailsTo("mateo")).containsExactly("What we suggest to you and Rumi");
        assertThat(state()).isEqualTo("KEPT");
        assertThat(openTasks()).isEmpty();
        rumiAsks("council");
    }

    @Test
    void a_refusal_is_looked_at_once_more_by_somebody_else_who_decides_finally() {
        rumiAsks("council");
        clara.refusesTheChange("rumi", "decisionReason", "Too early, " + MARKER, "answerForRep", ANSWER);
        assertThat(shown("Activity_SayHowToGoOn", "rumi")).containsEntry("news", ANSWER);
        rumi.letsTheCouncilDecide();
        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
        claim("Activity_Decide", "chidi");
        assertThat(String.valueOf(shown("Activity_Decide", "chidi").get("decided")))
                .contains("Clara Sample", "refuse", "Too early, " + MARKER);
        chidi.refusesTheChange("rumi", "decisionReason", "I agree, " + MARKER, "answerForRep", ANSWER);

        assertThatThrownBy(rumi::letsTheCouncilDecide)
                .isInstanceOf(Refusal.class)
                .hasMessage("How would you like to go on?: please choose one of the options.");
        rumi.staysWithTheMentor();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_MentorAccepted", "Event_MentorKept");
        assertThat(mailsTo("mateo")).isEmpty();
        assertThat(decisions()).containsExactly("council REFUSE clara", "council REFUSE chidi");
        assertNowhereInClear(MARKER);
    }

    @Test
    void the_second_decision_may_grant_what_the_first_refused() {
        rumiAsks("council");
        clara.refusesTheChange("rumi");
        rumi.letsTheCouncilDecide();
        chidi.grantsTheChange("rumi");

        assertAnotherMentorIsLookedFor();
        assertThat(state()).isEqualTo("GRANTED");
    }

    @Test
    void a_rep_who_does_not_answer_a_refusal_stays_with_their_mentor() {
        rumiAsks("council");
        clara.refusesTheChange("rumi");
        fire("Event_RepSilent");

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_MentorKept");
        assertThat(state()).isEqualTo("KEPT");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
    }

    @Test
    void after_the_agreed_time_a_wish_is_granted_without_a_decision() {
        on(mentorships.byId(old).committedUntil());
        rumiAsks("council");

        assertThat(decisions()).containsExactly("direct CHANGE null");
        assertAnotherMentorIsLookedFor();
        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor");
    }

    @Test
    void on_the_last_day_of_the_agreed_time_it_is_still_a_decision() {
        on(mentorships.byId(old).committedUntil().minusDays(1));
        rumiAsks("council");

        assertThat(the("mentor-change")).isWaitingAt("Activity_Decide");
    }

    @Test
    void where_the_mentorship_ends_in_the_middle_nothing_is_left_to_change() {
        rumiAsks("council");
        mentorships.end(old, "onboarding closed");
        runJobs();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_ChangeClosed");
        assertThat(openTasks()).isEmpty();
        assertThat(state()).isEqualTo("WITHDRAWN");
    }

    // --- who decides

    @Test
    void nobody_decides_who_is_part_of_the_case() {
        givenMentor("clara", 3);
        givenRep("chidi");
        rumiStarts("council");
        rumi.wouldLike("clara");

        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
        var task = task("Activity_Decide").getId();
        assertThatThrownBy(() -> as("clara", () -> tasks.claim(task, "clara"))).isInstanceOf(RuntimeException.class);
        assertThat(task("Activity_Decide").getAssignee()).isNull();
    }

    @Test
    void the_mentor_does_not_decide_as_a_contact_or_in_the_council() {
        mateoIsInTheCouncil();
        rumiAsks("council");

        assertThat(candidates(task("Activity_Decide"))).containsExactlyInAnyOrder("clara", "chidi");
        rumi.takesTheWishBack();
        anotherMenteeOfMateoSaysThatHeIsSilent();
        settled("inactive");
        assertThat(candidates(task("Activity_AgreeToOverride"))).doesNotContain("mateo");
    }

    @Test
    void the_contact_who_asked_does_not_decide() {
        clara.asksForAnotherMentorFor("rumi", "council");
        rumi.wouldLikeNobodyInParticular();

        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
    }

    @Test
    void somebody_who_is_part_of_it_cannot_decide_even_when_the_task_is_given_to_them() {
        mateoIsInTheCouncil();
        rumiAsks("council");
        give("Activity_Decide", "mateo");
        assertThatThrownBy(() -> programme.council("mateo").grantsTheChange("rumi"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageStartingWith("You are part of this case");
        give("Activity_Decide", "maya");
        assertMayNotDecide(() -> programme.council("maya").grantsTheChange("rumi"));

        assertThat(decisions()).isEmpty();
    }

    @Test
    void nobody_agrees_twice_even_when_the_task_is_given_to_them() {
        rumiAsks("silent");
        settled("inactive");
        carmen.agreesToOverride("rumi");
        give("Activity_AgreeToOverride", "carmen");

        assertMayNotDecide(() -> carmen.agreesToOverride("rumi"));
        assertThat(decisions()).hasSize(1);
    }

    @Test
    void where_nobody_impartial_is_left_the_operator_is_told_and_nobody_is_waved_through() {
        identities.deleteUser("chidi");
        identities.deleteUser("carmen");
        rumiAsks("council");
        clara.refusesTheChange("rumi");

        assertFailsAt(
                "Activity_FindPartOfIt",
                "Nobody impartial is left in the council; somebody has to join it",
                rumi::letsTheCouncilDecide);
        assertThat(openTasks()).containsExactly("Activity_Withdraw");
    }

    @Test
    void where_too_few_are_left_to_override_the_operator_is_told_and_nobody_is_waved_through() {
        identities.deleteUser("chidi");
        identities.deleteUser("carmen");
        rumiAsks("silent");

        assertFailsAt(
                "Activity_FindCouncil",
                "2 impartial council members have to agree, but there are only 1; somebody has to join the council",
                () -> settled("inactive"));
        assertThat(openTasks()).containsExactly("Activity_Withdraw");
    }

    private void anotherMenteeOfMateoSaysThatHeIsSilent() {
        givenRep("rana");
        mentorships.begin("rana", "mateo");
        var rana = programme.rep("rana");
        rana.asksForAnotherMentor("silent");
        rana.wouldLikeNobodyInParticular();
    }

    private static void assertMayNotDecide(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOf(Refusal.class)
                .hasMessage("You are part of this case, or not in the council, so somebody else has to do this.");
    }
}
