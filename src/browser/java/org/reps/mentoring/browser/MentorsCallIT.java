package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Clara sets a call of all mentors, and Wanja puts a question on its agenda. */
class MentorsCallIT extends BrowserTest {

    @Test
    void a_mentor_sees_the_next_call_and_adds_to_its_agenda() {
        givenMentor("wanja", "UTC", "wilma");
        programme
                .council("clara")
                .setsACallOfAllMentors(today("clara").plusDays(30), "every two months", "toTell", "The budget");
        var page = Tasklist.logIn("wanja", window("wanja", new NewContextOptions().setViewportSize(390, 850)))
                .page();
        page.evaluate("location.hash = '#/my-mentorship'");
        assertThat(page.getByText("https://meet.example.org/mentors")).isVisible();
        assertThat(page.getByText("The budget (Clara)")).isVisible();
        page.getByLabel("What would you like to talk about?").fill("Who has tried pairs?");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Who has tried pairs? (Wanja)")).isVisible();
        Accessibility.check(page, ".mentoring-page");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Take it back: Who has tried pairs?"))
                .click();
        assertThat(page.getByText("Who has tried pairs? (Wanja)")).hasCount(0);

        programme.council("clara").cancelsTheCallOfAllMentors("That was a test.", "alsoLater", true);
    }
}
