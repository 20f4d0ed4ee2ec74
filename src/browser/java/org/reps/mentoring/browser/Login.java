package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The page on which everybody begins, in whatever language. */
final class Login {

    static final String PASSWORD = "mentoring-demo";

    private Login() {}

    /** Opens a page that asks who one is, however long its scripts take. */
    static void open(String address, Page page) {
        page.navigate(address);
        page.locator("form input[type=text]").waitFor();
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
