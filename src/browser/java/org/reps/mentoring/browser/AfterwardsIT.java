package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** After Complete and Start a page says what happens next, instead of silence. */
class AfterwardsIT extends BrowserTest {

    /** Of an absence that has just been announced come a necessary task, and one to call it off. */
    @Test
    void whoever_has_begun_something_reads_what_happens_now_and_finds_what_to_do_next() {
        givenMentor("abeni", "Africa/Lagos", "adele");
        var until = today("abeni").plusDays(9);
        var window = tasklist("abeni");
        var page = window.page();
        var afterwards = window.start("Take time off as a mentor")
                .write("Away from", today("abeni").plusDays(3).toString())
                .write("Away until", until.toString())
                .completeAndRead();

        assertThat(afterwards.getByRole(AriaRole.HEADING)).hasText("Your time off is noted");
        assertThat(afterwards).containsText("you get a mail about it");
        assertThat(afterwards).not().containsText(until.toString());
        assertThat(afterwards).containsText(String.valueOf(until.getYear()));
        var next = afterwards.getByRole(AriaRole.STATUS);
        assertThat(next).containsText("Who covers for you?");
        assertThat(page.locator(".notifications-panel, [notifications-panel] .alert"))
                .hasCount(0);
        Accessibility.check(page);

        next.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open"))
                .click();
        window.taskForm().shows("Who may your mentees turn to meanwhile?");
    }

    /** Where it was read stays nothing of it; on a phone, where a form is left by going back or by reloading. */
    @Test
    void after_a_reload_it_is_kind_and_leads_on() {
        givenRep("ada", "Europe/Vienna");
        var phone = new NewContextOptions().setViewportSize(390, 844);
        var ada = Tasklist.logIn("ada", window("ada", phone));
        var page = ada.page();
        page.navigate(Tasklist.HOME + "&processStart=raise-concern");
        var afterwards = ada.startForm()
                .choose("What is it about?", "Something else")
                .write("What happened, or what is your idea?", "Our calls are too loud.")
                .completeAndRead();
        assertThat(afterwards.getByRole(AriaRole.HEADING)).hasText("Thank you for telling us");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();

        page.reload();
        assertThat(afterwards.getByRole(AriaRole.HEADING)).hasText("Thank you, this has arrived");
        assertThat(afterwards).not().containsText("somebody");
        afterwards
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Back to my mentorship"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("My mentorship")))
                .isFocused();
    }
}
