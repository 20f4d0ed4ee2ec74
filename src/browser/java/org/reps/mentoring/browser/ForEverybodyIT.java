package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * Pages as they are for people who see, hear, press and read in different ways; with all that Tasklist draws around
 * ours.
 */
class ForEverybodyIT extends BrowserTest {

    @Test
    void the_way_in_is_open_to_everybody() {
        var page = window("somebody");
        Login.open("/camunda/app/tasklist/default/", page);
        assertThat(page.getByLabel("Username")).hasAttribute("autocomplete", "username");
        assertThat(page.getByLabel("Password")).hasAttribute("autocomplete", "current-password");
        assertForEverybody(page);

        page.locator("form input[type=text]").fill("nobody");
        page.locator("form input[type=password]").fill("not the word");
        page.locator("form button[type=submit]").click();
        assertThat(page.locator(".alert")).isVisible();
        assertForEverybody(page);
    }

    @Test
    void lists_and_what_can_be_started_are_open_to_everybody() {
        givenMentor("ursel", "UTC", "ulla");
        programme.rep("ulla").raisesAConcern("category", "idea", "whatHappened", "Talks.", "involvedPeople", "ulla");
        var tasklist = tasklist("clara");
        var page = tasklist.page();
        tasklist.open(Tasklist.TASKS_I_CAN_TAKE, "Look into a concern");
        assertForEverybody(page);

        button(page, "Only the task").click();
        assertThat(button(page, "Lists, tasks and the task")).isVisible();
        Accessibility.check(page);
        button(page, "Lists, tasks and the task").click();
        page.locator(".nav-tabs").getByText("Diagram").click();
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        Accessibility.check(page);

        tasklist.startProcess().click();
        assertThat(page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("Start process")))
                .isVisible();
        assertForEverybody(page);
    }

    @Test
    void what_is_ours_is_open_to_everybody() {
        givenMentor("umar", "UTC", "uwe");
        var page = tasklist("umar").page();
        link(page, "My mentorship").click();
        assertThat(page.getByText("Uwe Sample").first()).isVisible();
        assertForEverybody(page);

        link(page, "Mentors").click();
        assertThat(page.locator(".mentoring-mentors")).isVisible();
        assertForEverybody(page);

        page.setViewportSize(Accessibility.PHONE, 844);
        button(page, "Toggle navigation").click();
        page.locator(".account > a").click();
        Accessibility.check(page);
    }

    /** A menu that stays open lies over what was chosen in it. */
    @Test
    void on_a_phone_the_menu_folds_up_by_itself() {
        givenRep("ugo", "UTC");
        var page = Tasklist.logIn("ugo", phone("ugo", 844)).page();
        var menu = button(page, "Toggle navigation");
        menu.click();
        assertThat(menu).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Escape");
        assertThat(menu).hasAttribute("aria-expanded", "false");
        assertThat(menu).isFocused();

        menu.click();
        link(page, "Mentors").click();
        assertThat(page.locator(".mentoring-mentors")).isVisible();
        assertThat(menu).hasAttribute("aria-expanded", "false");
        menu.click();
        page.mouse().click(200, 700);
        assertThat(menu).hasAttribute("aria-expanded", "false");
    }

    /** However long a form is: its button is there from the beginning, and covers nothing that somebody has come to. */
    @Test
    void the_button_of_a_long_form_is_in_reach_and_in_nobodys_way() {
        givenRep("umay", "UTC");
        var tasklist = Tasklist.logIn("umay", phone("umay", 600));
        var form = tasklist.begin("raise-concern");
        assertThat(form.submitButton()).isInViewport(new IsInViewportOptions().setRatio(1));
        new Keyboard(tasklist.page()).goTo(form.submitButton());
        Accessibility.checkOnPhone(tasklist.page());
        Accessibility.checkEnlarged(tasklist.page());
        Accessibility.check(tasklist.page());
    }

    /** What is read by ear is in the reader's language as well. */
    @Test
    void pictures_have_names_in_each_language() {
        givenRep("ulli", "UTC");
        var page = window("ulli", new NewContextOptions().setLocale("de-DE").setViewportSize(1280, 900));
        Tasklist.logIn("ulli", page);
        assertThat(button(page, "Listen zeigen oder verbergen")).isVisible();
        // Before its words is a picture, which is a letter.
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Prozess starten"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("Prozess starten")))
                .isVisible();
    }

    /** The lists of forms and the keys of Tasklist were English for everybody. */
    @Test
    void lists_speak_each_language_and_a_finger_fits_on_what_was_chosen() {
        givenRep("ulvi", "UTC");
        var page = window("ulvi", new NewContextOptions().setLocale("de-DE").setViewportSize(Accessibility.PHONE, 844));
        Tasklist.logIn("ulvi", page).begin("my-profile");
        page.locator(".fjs-taglist-input").first().fill("Dänisch");
        page.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText("Dänisch (dansk)"))
                .click();
        assertThat(page.locator(".fjs-taglist-tag-remove[title='Entfernen: Dänisch (dansk)']"))
                .isVisible();
        assertThat(page.locator(".fjs-taglist-skip-link").first()).hasText("Weiter zur Suche");
        assertThat(page.locator(".shortcut-help")).isHidden();
        Accessibility.checkOnPhone(page);
    }

    private static void assertForEverybody(Page page) {
        Accessibility.check(page);
        Accessibility.checkAtNight(page);
        Accessibility.checkOnPhone(page);
        Accessibility.checkEnlarged(page);
    }

    private Page phone(String userId, int height) {
        return window(userId, new NewContextOptions().setViewportSize(Accessibility.PHONE, height));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
