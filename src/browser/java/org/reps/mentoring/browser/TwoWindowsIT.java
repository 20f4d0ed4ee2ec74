package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Two people, or two windows of one, want the same thing at the same moment: one gets it, the other is told. */
class TwoWindowsIT extends BrowserTest {

    private static final String TOO_LATE =
            "This was done by somebody else, or in another window, a moment ago. Please refresh your task list.";

    /** Neither has claimed it. */
    @Test
    void two_mentors_answer_the_same_task() {
        givenMentor("marta", "UTC");
        givenMentor("marek", "UTC");
        lookForMentor("rafa");
        var both = List.of(tasklist("marta"), tasklist("marek"));
        both.forEach(mentor -> mentor.open(Tasklist.TASKS_I_CAN_TAKE, "Offer to mentor Rafa")
                .choose("Would you guide this rep?", "I will"));

        assertOneIsTooLate(both, "submit-form", window -> window.taskForm().submitButton());
    }

    @Test
    void a_mentor_answers_in_two_windows() {
        givenMentor("malik", "UTC");
        lookForMentor("ramon");
        var one = tasklist("malik");
        one.take("Offer to mentor Ramon").choose("Would you guide this rep?", "I will");
        var other = Tasklist.logIn("malik", window("malik"));
        other.open("Offer to mentor Ramon").choose("Would you guide this rep?", "Not now");

        assertOneIsTooLate(
                List.of(one, other), "submit-form", window -> window.taskForm().submitButton());
    }

    private void lookForMentor(String repId) {
        givenRep(repId, "UTC");
        tasklist(repId)
                .start("Look for a mentor")
                .write("What would you like to achieve?", "Find my way.")
                .pick("Languages you speak", "English")
                .find("Your time zone", "Madrid")
                .complete();
    }

    /** Both press a button; nothing goes through until both have. */
    private static void assertOneIsTooLate(List<Tasklist> windows, String request, Function<Tasklist, Locator> button) {
        var held = new ArrayList<Route>();
        for (var window : windows) {
            var already = held.size();
            window.page().route("**/" + request, held::add);
            button.apply(window).click();
            window.page().waitForCondition(() -> held.size() > already);
        }
        held.forEach(Route::resume);

        var statuses =
                held.stream().map(route -> route.request().response().status()).toList();
        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        var tooLate = windows.get(statuses.indexOf(409));
        assertThat(tooLate.page().getByText(TOO_LATE).first()).isVisible();
    }
}
