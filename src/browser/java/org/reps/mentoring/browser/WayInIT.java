package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody moves in, is invited, chooses a password and forgets it. */
class WayInIT extends BrowserTest {

    private static final String FIRST = "three old spoons";
    private static final String SECOND = "four blue kettles";

    @Test
    void who_is_invited_chooses_a_password_logs_in_and_helps_themself_when_it_is_forgotten() {
        var operator = cockpit("admin").page();
        operator.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Move in"))
                .click();
        operator.getByLabel("The people (people.csv)")
                .setInputFiles(new FilePayload(
                        "people.csv",
                        "text/csv",
                        "user name,first name,last name,mail,groups\nnura,Nura,New,nura@example.org,reps\n"
                                .getBytes(UTF_8)));
        button(operator, "Move in").click();
        // Others may have been invited to be invited before: the button counts her only now.
        assertThat(operator.getByText("All of this is done.")).isVisible();
        operator.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(Pattern.compile("Invite everybody who has no password yet")))
                .click();
        assertThat(operator.getByRole(
                        AriaRole.ROW, new GetByRoleOptions().setName(Pattern.compile("Nura New nura .*Send anew"))))
                .isVisible();
        Accessibility.check(operator, ".council-page");

        var phone = window("nura", new NewContextOptions().setViewportSize(390, 800));
        phone.navigate(mail("nura", "Welcome: choose your password").link());
        choose(phone, FIRST);
        phone.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Log in")).click();
        // It is filled in for this once, and stands in no address.
        assertThat(phone.locator("form input[type=text]")).hasValue("nura");
        assertThat(phone.url()).doesNotContain("nura");
        phone.reload();
        assertThat(phone.locator("form input[type=text]")).hasValue("");
        logIn(phone, FIRST);

        var elsewhere = window("nura");
        Login.open(address + "/camunda/app/cockpit/default/", elsewhere);
        elsewhere
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("I forgot my password"))
                .click();
        Accessibility.check(elsewhere);
        Accessibility.checkOnPhone(elsewhere);
        elsewhere.getByLabel("Your user name or your mail address").fill("Nura@example.org");
        button(elsewhere, "Send me a link").click();
        assertThat(heading(elsewhere, "Please look for a mail from us")).isVisible();
        elsewhere.navigate(mail("nura", "you have forgotten your password").link());
        choose(elsewhere, SECOND);

        phone.reload();
        logIn(phone, SECOND);
    }

    /** Camunda asks for the focus some time after the page is there; here long after. */
    @Test
    void what_is_typed_as_a_password_never_stands_in_the_field_of_the_user_name() {
        var page = windows.open("slow", address, new NewContextOptions());
        page.addInitScript("const { setTimeout } = window; window.setTimeout = (then, after, ...rest) => after === 300"
                + " ? setTimeout(() => { then(...rest); window.ready = true; }, 3000)"
                + " : setTimeout(then, after, ...rest);");
        Login.open(address + "/camunda/app/tasklist/default/", page);
        var password = page.locator("form input[type=password]");
        page.locator("form input[type=text]").fill("rumi");
        password.focus();
        page.waitForFunction("window.ready");
        assertThat(password).isFocused();
    }

    private static void choose(Page page, String password) {
        assertThat(page.locator("#user-name")).hasValue("nura");
        assertThat(page.url()).doesNotContain("#");
        Accessibility.check(page);
        assertThat(page.getByLabel("Your new password")).isFocused();
        page.keyboard().type(password);
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        page.keyboard().press("Enter");
        assertThat(heading(page, "This is your password now")).isVisible();
        Accessibility.check(page);
    }

    private static void logIn(Page page, String password) {
        page.locator("form input[type=password]").waitFor();
        page.locator("form input[type=text]").fill("nura");
        page.locator("form input[type=password]").fill(password);
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("form input[type=password]")).isHidden();
        assertThat(heading(page, "My mentorship")).isVisible();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
