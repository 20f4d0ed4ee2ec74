package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.reps.mentoring.Today;

/** Cockpit as a member of the council uses it. */
final class Cockpit {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private static final String CASES = "td.instance-id a[href*='process-instance']";

    private final Page page;

    private Cockpit(Page page) {
        this.page = page;
    }

    static Cockpit logIn(String userId, Page page) {
        Login.openAs(userId, "cockpit", "/camunda/app/cockpit/default/", page);
        return new Cockpit(page);
    }

    Page page() {
        return page;
    }

    /** Opens the only running case of this process about this subject. */
    Cockpit open(String process, String subjectId) {
        page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName("Processes").setExact(true))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(process).setExact(true))
                .click();
        var link = row(subjectId).getByRole(AriaRole.LINK).last();
        assertThat(link).isVisible();
        // The list comes once more when its numbers have been counted, and a click in between is lost.
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            if (link.isVisible()) {
                try {
                    link.click(new ClickOptions().setTimeout(5_000));
                } catch (TimeoutError gone) {
                    // It was still there when it was looked at: the click before has led on meanwhile.
                    return false;
                }
            }
            return page.getByText("Business Key:").isVisible();
        });
        return this;
    }

    /** Moves the date of a timer to a day that has passed. */
    Cockpit letItBeTimeFor(String timer) {
        tab("Jobs");
        // The name of another may begin with the same words.
        page.getByRole(AriaRole.ROW)
                .filter(new FilterOptions().setHas(page.getByText(timer, new Page.GetByTextOptions().setExact(true))))
                .locator(".glyphicon-time")
                .click();
        var dialog = page.locator(".modal");
        dialog.locator("input[value=specific]").check();
        dialog.locator("input[name=dateValue]")
                .fill(LocalDateTime.ofInstant(Today.now(), ZoneOffset.UTC)
                        .minusHours(1)
                        .format(TIME));
        button(dialog, "Change").click();
        button(dialog, "Close").click();
        return this;
    }

    /** Has the first case of this process that got stuck tried again. */
    void tryAgain(String process) {
        open(process);
        page.locator(CASES).first().click();
        tab("Incidents");
        page.locator(".glyphicon-repeat:visible").first().click();
        var dialog = page.locator(".modal");
        // Otherwise it waits for the time at which it would have been tried next.
        dialog.locator("#dueDate").check();
        button(dialog, "Retry").click();
        button(dialog, "OK").click();
    }

    private void open(String process) {
        page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName("Processes").setExact(true))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(process).setExact(true))
                .click();
    }

    private void tab(String name) {
        page.locator(".nav-tabs")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Waits until the open tasks of the case stand below the diagram, and their number in it. */
    Cockpit showsTask(String name) {
        tab("User Tasks");
        assertThat(row(name)).isVisible();
        assertThat(page.locator(".djs-overlay .badge:visible").first()).isVisible();
        return this;
    }

    private Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new FilterOptions().setHasText(text));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
