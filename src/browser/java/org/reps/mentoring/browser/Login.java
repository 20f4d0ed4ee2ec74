package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

/** The page on which everybody begins, in whatever language. */
final class Login {

    static final String PASSWORD = "mentoring-demo";

    private Login() {}

    /**
     * Opens a page as somebody who has logged in already, with what the login page would send: for stories that begin
     * after it.
     *
     * @param app whose page it is, {@code tasklist} or {@code cockpit}
     */
    static void openAs(String userId, String app, String address, Page page) {
        var context = page.context();
        var arrived = context.request().get(address);
        var token = context.cookies(arrived.url()).stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow();
        var answer = context.request()
                .post(
                        "/camunda/api/admin/auth/user/default/login/" + app,
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token.value)
                                .setForm(FormData.create()
                                        .set("username", userId)
                                        .set("password", PASSWORD)));
        assertThat(answer).isOK();
        page.navigate(address);
    }

    /** Opens a page that asks who one is, however long its scripts take. */
    static void open(String address, Page page) {
        page.navigate(address);
        page.locator("form input[type=text]").waitFor();
    }

    static void as(String userId, Page page) {
        var name = page.locator("form input[type=text]");
        var password = page.locator("form input[type=password]");
        name.fill(userId);
        password.fill(PASSWORD);
        page.locator("form button[type=submit]").click();
        assertThat(password).isHidden();
    }
}
