package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Viola says what could be better, and what Vigo does well; Clara answers both. */
class VoiceIT extends BrowserTest {

    @Test
    void from_a_step_somebody_suggests_a_change_and_reads_what_becomes_of_it() {
        givenRep("valeria", "UTC");
        var tasklist = phone("valeria");
        var page = tasklist.page();
        page.evaluate("location.hash = '#/how-it-works?process=rep-onboarding&step=Activity_TakeFirstSteps'");
        page.locator("#step-Activity_TakeFirstSteps .handbook-suggest").click();
        tasklist.startForm().shows("Which step is it about?", "Look for a mentor: Take the first steps");
        page.reload();
        tasklist.startForm()
                .shows("Which step is it about?", "Look for a mentor: Take the first steps")
                .write("What do you suggest?", "Fewer steps, please.")
                .tick("Everybody may read that it is mine")
                .complete();
        programme.council("clara").answersTheSuggestionOf("valeria", "later", "answerWords", "In spring.");
        programme.rep("valeria").getsMail("What becomes of your suggestion");

        page.evaluate("location.hash = '#/how-it-works?suggestions'");
        var mine = page.locator(".handbook-suggestions li", new Page.LocatorOptions().setHasText("Fewer steps"));
        assertThat(mine).containsText("For later");
        assertThat(mine).containsText("In spring.");
        assertThat(mine.getByRole(AriaRole.LINK)).hasText("Look for a mentor: Take the first steps");
        page.getByLabel("About").selectOption("rep-onboarding");
        assertThat(mine).isVisible();
        page.getByLabel("About").selectOption("whole");
        assertThat(mine).isHidden();
        Accessibility.check(page, ".mentoring-page");
    }

    @Test
    void who_is_recognised_says_whether_everybody_may_read_it() {
        givenMentor("vigo", "UTC", "viola");
        programme.rep("viola").recognises("vigo", "He answers within an hour.");
        programme.council("clara").passesOnWhatIsRecognisedIn("vigo");
        programme.mentor("vigo").getsMail("Viola Sample recognises you");
        var page = phone("vigo").page();
        page.evaluate("location.hash = '#/my-mentorship'");
        button(page, "Let everybody read it").click();

        assertThat(button(page, "Keep it for me again")).isFocused();
        Accessibility.check(page, ".mentoring-page");
        var violas = tasklist("viola").page();
        violas.evaluate("location.hash = '#/my-mentorship'");
        assertThat(violas.getByText("He answers within an hour.")).isVisible();
        button(page, "Keep it for me again").click();
        assertThat(button(page, "Let everybody read it")).isFocused();
        violas.evaluate("location.hash = '#/mentors'");
        violas.evaluate("location.hash = '#/my-mentorship'");
        assertThat(violas.getByText("Hello Viola!")).isVisible();
        assertThat(violas.getByText("He answers within an hour.")).hasCount(0);
    }

    private Tasklist phone(String name) {
        return Tasklist.logIn(name, window(name, new NewContextOptions().setViewportSize(390, 850)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
