package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.Today;

/**
 * Whoever leaves what they have written is asked first where only this window keeps it, or nothing does, and told that
 * it is kept where it is.
 */
class LeavingIT extends BrowserTest {

    private static final String PAGE = "/camunda/app/tasklist/default/";
    private static final String CONCERN = "Raise a concern";
    private static final String WHAT_HAPPENED = "What happened, or what is your idea?";
    private static final String IN_WINDOW = "What you wrote is only in this window.";
    private static final String KEPT = "What you wrote is kept. Open this again to go on.";

    /** There is no room for drafts, but for whose they are. */
    private static final String FULL = """
            const { setItem } = Storage.prototype;
            Storage.prototype.setItem = function (key, value) {
              if (String(value).includes('"answers"')) {
                throw new DOMException('full', 'QuotaExceededError');
              }
              return setItem.call(this, key, value);
            };
            """;

    @ParameterizedTest
    @CsvSource({"Escape, fenja", "Close, fiete", "Back, frida"})
    void what_was_told_in_confidence_is_asked_for_before_its_form_closes(String way, String userId) {
        givenRep(userId, "UTC");
        var page = tasklist(userId).page();
        var form = Tasklist.in(page).start(CONCERN).write(WHAT_HAPPENED, "Something.");
        form.input(WHAT_HAPPENED).focus();

        leave(page, way);

        assertThat(question(page)).containsText(IN_WINDOW);
        assertThat(button(page, "Go on writing")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(
                        (boolean)
                                page.evaluate(
                                        "() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"))
                .isTrue();
        Accessibility.check(page, ".mentoring-question");
        page.keyboard().press("Escape");
        assertThat(question(page)).hasCount(0);
        form.shows(WHAT_HAPPENED, "Something.");

        leave(page, way);
        button(page, "Leave").click();

        assertThat(form.area()).hasCount(0);
        assertThat(page.getByText(KEPT)).isVisible();
        // The way back leads to what can be started, in the same dialog.
        if (way.equals("Back")) {
            button(page, "Close").click();
        }
        assertThat(page.locator(".modal")).hasCount(0);
        page.evaluate("location.hash = '#/?processStart=raise-concern'");
        Tasklist.in(page).startForm().shows(WHAT_HAPPENED, "Something.");
        assertThat(page.getByText("We kept what you wrote")).isVisible();
        // Who has not gone on with it is asked nothing.
        page.keyboard().press("Escape");
        assertThat(form.area()).hasCount(0);
    }

    private static void leave(Page page, String way) {
        if (way.equals("Escape")) {
            page.keyboard().press("Escape");
        } else {
            button(page, way).click();
        }
    }

    @Test
    void the_way_back_from_a_task_asks_too() {
        givenMentor("fabio", "UTC");
        givenRep("fenna", "UTC");
        programme.rep("fenna").looksForAMentor();
        programme.mentor("fabio").offersToMentor("fenna");
        programme.rep("fenna").sees("Activity_MeetProposedMentor");
        var page = tasklist("fenna").page();
        page.navigate(PAGE + "#/my-mentorship");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Meet your proposed mentor"))
                .first()
                .click();
        var form = Tasklist.in(page)
                .taskForm()
                .choose("Your answer", "Somebody else, please")
                .write("Would you like to tell us why?", "We know each other too well.");

        page.locator(".mentoring-back-row a").click();

        assertThat(question(page)).containsText(IN_WINDOW);
        button(page, "Go on writing").click();
        form.shows("Would you like to tell us why?", "We know each other too well.");
        page.locator(".mentoring-back-row a").click();
        button(page, "Leave").click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("My mentorship")))
                .isVisible();
    }

    @Test
    void who_has_no_room_for_drafts_is_told_and_asked() {
        givenMentor("fausto", "UTC");
        var page = window("fausto");
        page.context().addInitScript(FULL);
        var form = Tasklist.logIn("fausto", page)
                .start("Take time off as a mentor")
                .write("Away from", Today.today().plusDays(30).toString());
        assertThat(page.getByText("Kept in this window until you send it.")).isVisible();

        form.input("Away from").focus();
        page.keyboard().press("Escape");
        assertThat(question(page)).containsText(IN_WINDOW);
        button(page, "Go on writing").click();
        form.input("Away from").click();
        var asked = new AtomicReference<String>();
        page.onDialog(dialog -> {
            asked.set(dialog.type());
            dialog.accept();
        });
        page.reload();

        assertThat(asked).hasValue("beforeunload");
    }

    @Test
    void escape_closes_the_list_of_a_picker_and_not_the_form() {
        givenRep("freya", "UTC");
        var page = tasklist("freya").page();
        var form = Tasklist.in(page).start("Look for a mentor");
        form.input("Languages you speak").click();
        assertThat(form.area().locator(".fjs-dropdownlist")).isVisible();

        page.keyboard().press("Escape");

        assertThat(form.area().locator(".fjs-dropdownlist")).hasCount(0);
        assertThat(form.area()).isVisible();
        page.keyboard().press("Escape");
        assertThat(form.area()).hasCount(0);
    }

    @Test
    void a_goal_that_is_not_written_down_yet_is_asked_for() {
        givenMentor("flori", "UTC", "fynn");
        var page = tasklist("fynn").page();
        page.navigate(PAGE + "#/my-mentorship");
        page.getByLabel("A new goal").fill("Speak at a meetup");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Mentors").setExact(true))
                .click();

        assertThat(question(page)).containsText("What you wrote is kept nowhere.");
        button(page, "Go on writing").click();
        assertThat(page.getByLabel("A new goal")).hasValue("Speak at a meetup");
        page.getByLabel("A new goal").press("Enter");
        assertThat(page.getByText("Kept. Both of you see it.")).isVisible();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Mentors").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isVisible();
    }

    private static Locator question(Page page) {
        return page.locator("dialog.mentoring-question");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
