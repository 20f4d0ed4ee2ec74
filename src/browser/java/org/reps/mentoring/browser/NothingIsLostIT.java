package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;

/**
 * What somebody writes outlives closing, leaving, a session and a bad line, and what goes wrong is said in a sentence.
 */
class NothingIsLostIT extends BrowserTest {

    private static final String PAGE = "/camunda/app/tasklist/default/";
    private static final String WHAT_HAPPENED = "What happened, or what is your idea?";
    private static final String FROM = "Away from";
    private static final String DAY = Today.today().plusDays(30).toString();
    private static final String ERROR = ".notifications .alert-danger";

    @Test
    void what_was_written_is_kept_while_it_is_written_and_can_be_started_afresh() {
        givenMentor("nelly", "UTC");
        var page = atHome("nelly");
        page.evaluate("location.hash = '#/?processStart=mentor-absence'");
        var form = Tasklist.in(page).startForm().write(FROM, DAY);
        assertThat(page.getByText("Kept on this device for a day, for you only."))
                .isVisible();
        assertThat(form.area().locator(".fjs-form-field-error")).hasCount(0);

        page.keyboard().press("Escape");
        assertThat(page.getByText("What you wrote is kept.")).isVisible();
        assertThat(heading(page, "My mentorship")).isVisible();
        page.reload();
        assertThat(heading(page, "My mentorship")).isVisible();
        page.evaluate("location.hash = '#/?processStart=mentor-absence'");
        form.shows(FROM, DAY);
        assertThat(page.getByText("We kept what you wrote at ")).isVisible();
        Accessibility.check(page);

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Start afresh"))
                .click();
        form.shows(FROM, "");
        page.reload();
        form.shows(FROM, "");
        assertThat(page.locator(".mentoring-kept")).hasCount(0);
    }

    @Test
    void what_is_only_in_this_page_is_asked_for_before_it_is_lost() {
        givenRep("norwin", "UTC");
        var page = atHome("norwin");
        page.evaluate("location.hash = '#/?processStart=raise-concern'");
        var form = Tasklist.in(page).startForm().write(WHAT_HAPPENED, "Something.");
        // Browsers ask nobody who has not touched a page.
        form.input(WHAT_HAPPENED).click();
        assertThat(page.getByText("Kept in this window until you send it.")).isVisible();
        var asked = new AtomicReference<String>();
        page.onDialog(dialog -> {
            asked.set(dialog.type());
            dialog.accept();
        });

        page.reload();

        assertThat(asked).hasValue("beforeunload");
    }

    /** Nothing of it waits in the page for whoever sits there next. */
    @Test
    void an_answer_goes_through_although_the_session_has_ended() {
        givenRep("noomi", "UTC");
        var page = atHome("noomi");
        var form = idea(page, "noomi");
        page.context().clearCookies();

        form.submitButton().click();

        isOver(page);
        var sent = page.waitForResponse(answer -> answer.url().endsWith("/submit-form"), () -> Login.as("noomi", page));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(page.locator(".modal")).hasCount(0);
        assertThat(page.locator(ERROR)).hasCount(0);
    }

    /** After a night, nobody expects that something leaves by itself. */
    @Test
    void what_could_not_be_sent_for_hours_is_looked_at_once_more() {
        givenRep("noell", "UTC");
        var page = atHome("noell");
        var form = idea(page, "noell");
        page.context().clearCookies();
        form.submitButton().click();
        isOver(page);

        page.clock().fastForward("05:00:00");
        Login.as("noell", page);

        assertThat(page.getByText("What you wrote was not sent")).isVisible();
        Tasklist.in(page).startForm().shows(WHAT_HAPPENED, "We could meet.");
    }

    /** What one was about to send, another one neither sees nor sends, nor do they themself when they begin anew. */
    @Test
    void somebody_else_sends_nothing_in_their_place() {
        givenRep("nanno", "UTC");
        givenRep("nuria", "UTC");
        var page = atHome("nanno");
        var form = idea(page, "nanno");
        page.context().clearCookies();
        form.submitButton().click();
        isOver(page);
        var sent = new AtomicInteger();
        page.onRequest(request -> sent.addAndGet(request.url().endsWith("/submit-form") ? 1 : 0));

        Login.as("nuria", page);
        assertThat(heading(page, "My mentorship")).isVisible();
        page.evaluate("location.hash = '#/?processStart=raise-concern'");

        Tasklist.in(page).startForm().shows(WHAT_HAPPENED, "");
        assertThat(sent).hasValue(0);
    }

    /** Their first form was another one, so what they begin days later is not sent as soon as it is there. */
    @Test
    void who_goes_on_with_something_else_sends_nothing_unasked() {
        givenRep("nilufar", "UTC");
        var page = atHome("nilufar");
        var form = idea(page, "nilufar");
        page.context().clearCookies();
        page.route("**/deployed-start-form?*", Route::abort);
        form.submitButton().click();
        isOver(page);
        // It cannot be opened again at once.
        Login.as("nilufar", page);
        page.locator(".modal .alert-danger").first().waitFor();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Close").setExact(true))
                .click();
        page.unroute("**/deployed-start-form?*");
        page.evaluate("location.hash = '#/?processStart=my-profile'");
        Tasklist.in(page).startForm().shows("How to reach you", "");
        page.keyboard().press("Escape");
        var sent = new AtomicInteger();
        page.onRequest(request -> sent.addAndGet(request.url().endsWith("/submit-form") ? 1 : 0));

        page.evaluate("location.hash = '#/?processStart=raise-concern'");

        Tasklist.in(page).startForm().shows(WHAT_HAPPENED, "We could meet.");
        assertThat(page.getByText("We kept what you wrote")).isVisible();
        assertThat(sent).hasValue(0);
    }

    /** Nothing of what was written stands there for whoever comes next. */
    private static void isOver(Page page) {
        assertThat(page.getByText("Your session has ended.")).isVisible();
        assertThat(page.locator(".fjs-form, .notifications .alert")).hasCount(0);
    }

    private static Form idea(Page page, String userId) {
        page.evaluate("location.hash = '#/?processStart=raise-concern'");
        return Tasklist.in(page)
                .startForm()
                .choose("What is it about?", "A success, or an idea for the programme")
                .write(WHAT_HAPPENED, "We could meet.")
                .write("Who is part of it?", userId);
    }

    @Test
    void whoever_has_a_bookmark_and_is_not_logged_in_is_blamed_for_nothing() {
        givenRep("nadja", "UTC");
        var page = window("nadja");
        Login.open(PAGE + "#/my-mentorship", page);
        assertThat(page.locator(".alert")).hasCount(0);
        Login.as("nadja", page);
        assertThat(heading(page, "My mentorship")).isVisible();
    }

    /** A sentence, beside the button and not over it, until the next try. */
    @Test
    void what_could_not_be_sent_says_so_and_goes_with_the_next_try() {
        givenRep("nils", "UTC");
        var page = atHome("nils");
        var form = idea(page, "nils");
        page.route("**/submit-form", Route::abort);
        form.submitButton().click();
        assertThat(page.locator(ERROR)).containsText("We could not be reached.");
        form.submitButton().click(new ClickOptions().setTrial(true));
        page.unroute("**/submit-form");
        page.route("**/submit-form", route -> route.fulfill(new FulfillOptions().setStatus(502)));
        form.submitButton().click();
        assertThat(page.locator(ERROR)).containsText("Something went wrong on our side.");
        page.unroute("**/submit-form");

        form.complete();
        assertThat(page.locator(".modal")).hasCount(0);
        assertThat(page.locator(ERROR)).hasCount(0);
    }

    @Test
    void a_script_that_does_not_come_is_asked_for_once_more_and_then_it_is_said() {
        var page = window("nobody");
        var asked = new AtomicInteger();
        page.route("**/texts.js", route -> {
            if (asked.getAndIncrement() == 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        Login.open(PAGE, page);
        assertThat(asked.get()).isGreaterThan(1);

        page.unroute("**/texts.js");
        page.route("**/deps.js*", Route::abort);
        page.reload();
        assertThat(page.getByText("Not everything has come that this page needs."))
                .isVisible();
    }

    @Test
    void without_scripts_there_are_words() {
        var page = window("nobody", new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(PAGE);
        assertThat(page.locator("noscript p")).containsText("This page needs JavaScript.");
        assertThat(page.locator("noscript p")).isVisible();
    }

    private Page atHome(String userId) {
        var page = window(userId);
        Login.open(PAGE, page);
        Login.as(userId, page);
        assertThat(heading(page, "My mentorship")).isVisible();
        return page;
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }
}
