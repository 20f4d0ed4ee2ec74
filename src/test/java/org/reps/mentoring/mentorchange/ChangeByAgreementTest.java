package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ChangingTheMentor;

/** Rumi talks with Mateo, who is asked to agree. */
class ChangeByAgreementTest extends MentorChangeTest {

    @Test
    void where_all_agree_no_council_is_needed() {
        ChangingTheMentor.byAgreement(programme, "rumi", "mateo", "maya");

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_ChangeGranted", "Event_MentorChanged");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("maya");
        assertThat(mentorships.byId(old).endReason()).isEqualTo("mentor changed");
        assertThat(mailsTo("rumi")).contains("Maya is your mentor now", "What Mateo wrote for you and your new mentor");
        assertThat(mailsTo("maya"))
                .contains("You are the mentor of Rumi now", "What Mateo wrote about working with Rumi");
        assertThat(mailsTo("mateo")).contains("Rumi is getting another mentor");
        assertThat(state()).isEqualTo("CHANGED");
        assertThat(decisions()).containsExactly("agreement CHANGE mateo");
    }

    @Test
    void nobody_is_told_before_the_mentor_agrees_and_they_stay_together_until_another_is_found() {
        rumiAsks("agree");
        assertThat(mailsTo("mateo")).containsExactly("Please do: Agree to a change of mentor for Rumi");
        mateo.agreesToTheChange("rumi");

        assertThat(mailsTo("rumi"))
                .containsExactly(
                        "Please do: Name a mentor you would like", "We are looking for another mentor for you");
        assertThat(mailsTo("mateo")).contains("Rumi is getting another mentor");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
    }

    @Test
    void the_mentor_whom_the_rep_would_like_is_asked_first() {
        givenMentor("mei", 1);
        rumiStarts("agree");
        assertThat(String.valueOf(shown("Activity_NameMentor", "rumi").get("mentorOptions")))
                .contains("maya", "mei")
                .doesNotContain("mateo");
        rumi.wouldLike("mei");
        mateo.agreesToTheChange("rumi");

        assertThat(task("Activity_WillYouMentor")).isAssignedTo("mei");
    }

    @Test
    void a_rep_is_not_asked_for_a_name_where_nobody_is_free() {
        isAway("maya");
        rumiStarts("agree");

        assertThat(openTasks()).contains("Activity_AgreeToChange").doesNotContain("Activity_NameMentor");
        assertThat(mailsTo("rumi")).containsExactly("Nobody else is free at the moment");
    }

    @Test
    void whom_a_rep_can_name_is_who_is_free_when_the_form_is_opened() {
        rumiStarts("agree");
        isAway("maya");
        assertThat(shown("Activity_NameMentor", "rumi")).containsEntry("mentorOptions", "[]");
        givenMentor("mei", 1);
        assertThat(String.valueOf(shown("Activity_NameMentor", "rumi").get("mentorOptions")))
                .contains("mei")
                .doesNotContain("maya");
        rumi.wouldLike("mei");
        mateo.agreesToTheChange("rumi");

        assertThat(task("Activity_WillYouMentor")).isAssignedTo("mei");
    }

    @Test
    void the_rep_cannot_wish_the_mentor_they_have() {
        rumiStarts("agree");

        assertThatThrownBy(() -> rumi.wouldLike("mateo"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Whom would you like?: please choose one of the options.");
    }

    @Test
    void a_rep_who_names_nobody_in_a_week_does_not_hold_anything_up() {
        rumiStarts("agree");
        fire("Event_NobodyNamed");

        assertThat(the("mentor-change"))
                .isWaitingAtExactly("Activity_Undecided", "Activity_AgreeToChange", "Activity_Withdraw");
    }

    @Test
    void where_the_mentor_does_not_agree_the_council_decides() {
        rumiAsks("agree");
        mateo.doesNotAgreeToTheChange("rumi");

        assertThat(candidates(task("Activity_Decide"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(mailsTo("rumi")).contains("The council decides about your wish");
        assertThat(decisions()).isEmpty();
    }

    @Test
    void where_the_mentor_does_not_answer_in_a_week_the_council_decides() {
        rumiAsks("agree");
        fire("Event_MentorSilent");

        assertThat(the("mentor-change"))
                .isWaitingAtExactly("Activity_Undecided", "Activity_Decide", "Activity_Withdraw");
    }

    @Test
    void a_mentor_who_has_nothing_to_say_hands_over_without_a_word() {
        granted();
        mayaIsFound();
        mateo.handsOverWithoutAWord("rumi");

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_MentorChanged");
        assertThat(mailsTo("maya")).noneMatch(subject -> subject.startsWith("What Mateo wrote"));
    }

    @Test
    void where_nobody_else_is_found_they_stay_together_and_both_are_told() {
        granted();
        nobodyElseIsFound();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_NobodyElseFound");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
        assertThat(mailsTo("rumi")).contains("We have not found another mentor for you yet");
        assertThat(mailsTo("mateo")).contains("You stay the mentor of Rumi");
        assertThat(state()).isEqualTo("KEPT");
    }

    @Test
    void where_the_mentor_leaves_while_another_one_is_looked_for_the_rep_is_waiting() {
        granted();
        mentorships.end(old, Mentorships.MENTOR_GONE);
        runJobs();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_ChangeClosed");
        assertThat(openTasks()).isEmpty();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(openAssignments()).contains("rumi");
    }

    private void granted() {
        rumiAsks("agree");
        mateo.agreesToTheChange("rumi");
    }
}
