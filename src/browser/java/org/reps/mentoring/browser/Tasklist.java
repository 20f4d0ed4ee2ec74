package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tasklist as one person uses it. */
final class Tasklist {

    /** The lists of tasks; without what is behind "?" it is "My mentorship". */
    static final String HOME = "/camunda/app/tasklist/default/#/?lists";

    static final String MY_TASKS = "My tasks";
    static final String TASKS_I_CAN_TAKE = "Tasks I can take";

    private static final String LISTS = ".task-filters h4";
    private static final String DIALOG = ".modal";
    private static final String TASK = ".task-details";
    /** Two minutes, for a machine that does other things too. */
    private static final int TRIES = 240;

    private final Page page;

    private Tasklist(Page page) {
        this.page = page;
    }

    static Tasklist logIn(String userId, Page page) {
        Login.openAs(userId, "tasklist", HOME, page);
        assertThat(page.locator(LISTS).first()).isVisible();
        return in(page);
    }

    /** Opens a link in a window in which nobody has logged in yet. */
    static Tasklist follow(String link, String userId, Page page) {
        Login.open(link, page);
        Login.as(userId, page);
        return in(page);
    }

    /** A window in which somebody is logged in. */
    static Tasklist in(Page page) {
        return new Tasklist(page);
    }

    Page page() {
        return page;
    }

    // --- what one does

    /** Opens the form with which something begins. */
    Form start(String process) {
        startProcess().click();
        process(process).click();
        return startForm();
    }

    /** The same by the key of the process, as links do it: what it is called depends on whom it is about. */
    Form begin(String process) {
        page.navigate(HOME + "&processStart=" + process);
        return startForm();
    }

    /** Opens a task that is waiting for this person. */
    Form open(String task) {
        return open(MY_TASKS, task);
    }

    /** Claims a task that this person could do. */
    Form take(String task) {
        var form = open(TASKS_I_CAN_TAKE, task);
        claim();
        return form;
    }

    /** Opens a task that is waiting for this person, or claims it if it is offered to them. */
    Form openOrTake(String task) {
        lookFor(task, MY_TASKS, TASKS_I_CAN_TAKE);
        var form = openShown(task);
        // In which list it was seen does not say whose it is: the one before stands there until the next has come.
        var own = form.submitButton().and(page.locator(":enabled"));
        assertThat(own.or(claimButton()).or(openButton()).first()).isVisible();
        if (!own.isVisible()) {
            claim();
        }
        return form;
    }

    /** Opens a task from one of the lists at the left, as soon as it is there. */
    Form open(String list, String task) {
        lookFor(task, list);
        return openShown(task);
    }

    private Form openShown(String task) {
        card(task).first().click();
        var title = new Locator.GetByRoleOptions().setName(shown(task));
        assertThat(page.locator(TASK).getByRole(AriaRole.HEADING, title)).isVisible();
        return taskForm();
    }

    /** Takes the task that is open, and waits for a form that can be filled in. */
    void claim() {
        page.waitForResponse(
                response -> response.url().endsWith("/claim") && response.ok(),
                () -> claimButton().or(openButton()).click());
        assertThat(claimButton().or(openButton())).hasCount(0);
        taskForm().waitUntilItCanBeSubmitted();
    }

    // --- what one sees

    /** Waits until the task is in the list. */
    void sees(String list, String task) {
        lookFor(task, list);
    }

    /** Waits until the task waits for this person, or is offered to them. */
    void sees(String task) {
        lookFor(task, MY_TASKS, TASKS_I_CAN_TAKE);
    }

    void seesNot(String list, String task) {
        assertThat(list(list)).isVisible();
        choose(list);
        assertThat(card(task)).hasCount(0);
    }

    /** The lists this person has. */
    List<String> lists() {
        assertThat(page.locator(LISTS).first()).isVisible();
        return page.locator(LISTS).allInnerTexts().stream()
                .map(name -> name.replaceFirst("[\\s(]*\\d+[\\s)]*$", "").strip())
                .toList();
    }

    // --- where it is

    Locator startProcess() {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Start process"));
    }

    /** In the list of what one can start. */
    Locator process(String name) {
        return page.locator(DIALOG)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Form startForm() {
        return new Form(page, page.locator(DIALOG), "Start");
    }

    Locator list(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)));
    }

    Locator card(String task) {
        return page.locator("ol.tasks-list")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(shown(task)));
    }

    /** In a browser, an expression of its own. */
    private static Pattern shown(String task) {
        return Pattern.compile(
                "^\\s*" + task.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0").replace("…", ".+") + "\\s*$");
    }

    Form taskForm() {
        return new Form(page, page.locator(TASK), "Complete");
    }

    Locator claimButton() {
        return page.locator(TASK)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Claim").setExact(true));
    }

    /** Of a task that shows what was told in confidence. */
    Locator openButton() {
        return page.locator(TASK)
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open it: from then on it is yours"));
    }

    /** Until its tasks have come, those of the list before stand there. */
    private void choose(String list) {
        var asked = page.waitForRequest(
                request -> request.url().contains("/list?"), () -> list(list).click());
        asked.response().finished();
        // The words that explain a list would lie over the one above it.
        page.mouse().move(0, 0);
    }

    /** Waits until the task is in one of these lists; that one is open then. */
    private void lookFor(String task, String... lists) {
        assertThat(list(MY_TASKS)).isVisible();
        for (var i = 0; ; i++) {
            // Not everybody has all of them.
            var theirs = Stream.of(lists).filter(list -> list(list).isVisible()).toList();
            for (var list : theirs) {
                // Choosing a list also brings it up to date.
                choose(list);
                try {
                    card(task).first().waitFor(new WaitForOptions().setTimeout(500));
                    return;
                } catch (TimeoutError notYet) {
                    if (i == TRIES) {
                        throw notYet;
                    }
                }
            }
        }
    }
}
