package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** The page on which everybody begins, in whatever language. */
final class Login {

    static final String PASSWORD = "mentoring-demo";

    private Login() {}

    /**
     * Opens a page that asks who one is. A browser that is kept waiting for a script longer than seven seconds, as by a
     * machine that has just started the application, shows nothing; people load the page again then.
     */
    static void open(String address, Page page) {
        page.navigate(address);
        var name = page.locator("form input[type=text]");
        for (var i = 0; i < 3; i++) {
            try {
                name.waitFor(new WaitForOptions().setTimeout(30_000));
                return;
            } catch (TimeoutError blank) {
                page.reload();
            }
        }
        name.waitFor();
    }

    static void as(String userId, Page page) {
        var name = page.locator("form input[type=text]");
        var password = page.locator("form input[type=password]");
        do {
            // The page takes the focus to the name when it is ready, perhaps in the middle of the password.
            name.fill(userId);
            password.fill(PASSWORD);
        } while (!name.inputValue().equals(userId) || !password.inputValue().equals(PASSWORD));
        page.locator("form button[type=submit]").click();
        assertThat(password).isHidden();
    }
}
