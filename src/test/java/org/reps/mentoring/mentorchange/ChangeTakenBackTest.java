package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;

/** Rumi would rather stay with Mateo after all. */
class ChangeTakenBackTest extends MentorChangeTest {

    private static final Map<String, Object> TAKEN_BACK = Map.of("wishWithdrawn", true);
    private static final Map<String, Object> GRANTED =
            Map.of("decision", "change", "decisionReason", "They do not fit");

    @Test
    void a_rep_may_take_a_wish_back_at_once() {
        rumiStarts("agree");
        rumi.takesTheWishBackAtOnce();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_WishTakenBack");
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(mailsTo("mateo")).isEmpty();
        rumiStarts("agree");
    }

    @Test
    void a_rep_may_take_a_wish_back_until_it_is_decided_and_nobody_hears_of_it() {
        rumiAsks("council");
        rumi.takesTheWishBack();

        assertThat(the("mentor-change")).isEnded().hasPassed("Event_WishWithdrawn", "Event_ChangeWithdrawn");
        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("mateo")).isEmpty();
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
    }

    @Test
    void a_mentor_who_was_asked_to_agree_is_told_that_the_wish_is_taken_back() {
        rumiAsks("agree");
        rumi.takesTheWishBack();

        assertThat(mailsTo("mateo")).contains("Rumi stays with you");
    }

    @Test
    void a_rep_is_not_asked_by_mail_to_take_a_wish_back() {
        rumiAsks("council");

        assertThat(mailsTo("rumi")).containsExactly("Please do: Name a mentor you would like");
        assertThat(task("Activity_Withdraw")).isAssignedTo("rumi");
    }

    @Test
    void what_is_decided_cannot_be_taken_back() {
        rumiAsks("council");
        claim("Activity_Decide", "clara");
        submit("clara", task("Activity_Decide").getId(), GRANTED);

        assertThatThrownBy(rumi::takesTheWishBack)
                .isInstanceOf(Refusal.class)
                .hasMessage("This was decided a moment ago. Please refresh your task list.");
        runJobs();
        assertThat(state()).isEqualTo("GRANTED");
        assertAnotherMentorIsLookedFor();
    }

    @Test
    void what_is_taken_back_cannot_be_decided() {
        rumiAsks("council");
        submit("rumi", task("Activity_Withdraw").getId(), TAKEN_BACK);

        assertThatThrownBy(() -> clara.grantsTheChange("rumi"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Rumi has withdrawn this wish a moment ago. Please refresh your task list.");
        runJobs();
        assertThat(the("mentor-change")).isEnded().hasPassed("Event_ChangeWithdrawn");
        assertThat(decisions()).isEmpty();
    }

    @Test
    void of_taking_back_and_deciding_at_the_same_moment_exactly_one_counts() throws Exception {
        rumiAsks("council");
        claim("Activity_Decide", "clara");
        var withdraw = task("Activity_Withdraw").getId();
        var decide = task("Activity_Decide").getId();

        var done = atOnce(List.of(
                attempt(() -> submit("rumi", withdraw, TAKEN_BACK)), attempt(() -> submit("clara", decide, GRANTED))));

        assertThat(done).containsExactlyInAnyOrder("done", "refused");
        runJobs();
        if (done.get(0).equals("done")) {
            assertThat(state()).isEqualTo("WITHDRAWN");
            assertThat(decisions()).isEmpty();
            assertThat(openTasks()).isEmpty();
        } else {
            assertThat(state()).isEqualTo("GRANTED");
            assertAnotherMentorIsLookedFor();
        }
    }

    /** The engine has not gone on from there yet when the next person acts. */
    private void submit(String userId, String task, Map<String, Object> answers) {
        as(userId, () -> forms.submitTaskForm(task, answers));
    }
}
