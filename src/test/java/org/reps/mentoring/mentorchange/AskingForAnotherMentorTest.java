package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;

/** Who may ask for another mentor, and when there is nothing to ask for. */
class AskingForAnotherMentorTest extends MentorChangeTest {

    @Test
    void a_rep_who_starts_in_two_windows_at_the_same_moment_has_one_case() throws Exception {
        var definition = definition();
        Map<String, Object> wish = Map.of("wishedRoute", "council", "category", "support", "reason", "No time for me");
        var start = attempt(() -> as("rumi", () -> forms.submitStartForm(definition, wish)));

        assertThat(atOnce(List.of(start, start))).containsExactlyInAnyOrder("done", "refused");
        runJobs();
        assertThat(the("mentor-change")).isWaitingAtExactly("Activity_NameMentor");
        assertThat(openTasks()).containsExactly("Activity_NameMentor");
    }

    @Test
    void a_rep_who_has_asked_already_does_not_ask_again() {
        rumiAsks("council");

        assertRefused(() -> rumi.asksForAnotherMentor("agree"))
                .hasMessage("Another mentor for you is being thought about already.");
        assertRefused(() -> clara.asksForAnotherMentorFor("rumi", "agree"))
                .hasMessage("Another mentor for Rumi is being thought about already.");
        assertThat(the("mentor-change")).isActive();
    }

    @Test
    void a_rep_without_a_mentor_looks_for_one_instead() {
        givenRep("rana");

        assertRefused(() -> programme.rep("rana").asksForAnotherMentor("council"))
                .hasMessage("You have no mentor at the moment. To find one, please start \"Look for a mentor\".");
        assertNothingIsStarted();
        assertThat(database.queryForObject("select count(*) from sealed_text", Integer.class))
                .isZero();
    }

    @Test
    void only_contacts_ask_for_somebody_else_who_has_to_be_a_rep() {
        givenRep("rana");

        assertRefused(() -> programme.rep("rana").asksForAnotherMentor("council", "onBehalfOf", "rumi"))
                .hasMessage("Only contacts can ask for another mentor for somebody else."
                        + " Please leave \"On behalf of\" empty.");
        assertRefused(() -> clara.asksForAnotherMentorFor("nobody99", "council"))
                .hasMessage(
                        "On behalf of: nobody here is called \"nobody99\"; please write the full name or the user name as it stands here.");
        assertNothingIsStarted();
    }

    @Test
    void a_contact_who_is_no_rep_is_told_to_name_one_and_not_that_they_have_no_mentor() {
        assertRefused(() -> clara.asksForAnotherMentorFor("", "council"))
                .hasMessage("You are not a rep yourself. Please write under \"On behalf of\" who would like another"
                        + " mentor.");
        assertNothingIsStarted();
    }

    @Test
    void whom_a_rep_would_like_has_to_be_a_mentor() {
        givenRep("rana");

        assertRefused(() -> rumi.asksForAnotherMentor("council", "recommendedMentorId", "rana"))
                .hasMessage("A mentor you would like: please name somebody who is a mentor.");
        assertNothingIsStarted();
    }

    @Test
    void a_user_name_with_a_capital_letter_means_the_same_rep() {
        clara.asksForAnotherMentorFor("Rumi", "council");

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("mentor-change")
                        .processInstanceBusinessKey("rumi")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_is_missing_is_named_and_nothing_is_started() {
        assertRefused(() -> rumi.asksForAnotherMentor("by magic", "category", null))
                .hasMessageContaining("How would you like it to happen?: please choose one of the options.")
                .hasMessageContaining("Why would you like another mentor?: please answer this.");
        assertRefused(() -> rumi.asksForAnotherMentor("council", "source", "resignation"))
                .hasMessage("\"source\" is not part of this form.");
        assertNothingIsStarted();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable action) {
        return assertThatThrownBy(action).isInstanceOf(Refusal.class);
    }

    private void assertNothingIsStarted() {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("mentor-change")
                        .count())
                .isZero();
    }
}
