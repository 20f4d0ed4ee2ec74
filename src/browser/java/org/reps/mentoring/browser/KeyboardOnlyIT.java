package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From the login to what is said after an answer, and on from there. */
class KeyboardOnlyIT extends BrowserTest {

    private static final String DOOR = "/camunda/app/tasklist/default/";

    @Test
    void a_concern_is_raised_and_settled_without_a_mouse() {
        givenRep("rory", "UTC");
        var rory = window("rory");
        var keys = new Keyboard(rory);
        logIn("rory", DOOR, rory, keys);
        assertThat(heading(rory, "My mentorship")).isFocused();
        keys.press(link(rory, "Raise a concern"));
        var raised = Tasklist.in(rory).startForm();
        keys.tick(raised.option("What is it about?", "A success, or an idea for the programme"))
                .write(raised.input("What happened, or what is your idea?"), "We could meet once a year.")
                .write(raised.input("Who is part of it?"), "clara")
                .press(raised.submitButton());
        assertThat(raised.area()).hasCount(0);
        newTask("Look into a concern");
        assertThat(rory.locator(".mentoring-after h1")).isFocused();
        keys.press(link(rory, "Back to my mentorship"));
        assertThat(heading(rory, "My mentorship")).isFocused();

        var chidi = window("chidi");
        keys = new Keyboard(chidi);
        logIn("chidi", Tasklist.HOME, chidi, keys);
        var tasklist = Tasklist.in(chidi);
        keys.press(tasklist.list(Tasklist.TASKS_I_CAN_TAKE))
                .press(tasklist.card("Look into a concern").first());
        keys.press(tasklist.openButton());
        assertThat(tasklist.openButton()).hasCount(0);
        var settled = tasklist.taskForm().shows("What happened", "We could meet once a year.");
        keys.tick(settled.option("What would you like to do?", "It can be settled at once"))
                .write(
                        settled.input("What was done, or what should the next person know?"),
                        "The council talks about it in May.")
                .write(settled.input("What the reporter is told"), "Good idea. The council talks about it in May.")
                .press(settled.submitButton());
        assertThat(settled.area()).hasCount(0);
        assertThat(chidi.locator(".mentoring-after h1")).isFocused();

        keys = new Keyboard(rory);
        rory.navigate(Tasklist.HOME);
        Tasklist.in(rory).sees(Tasklist.MY_TASKS, "Read what was done about your concern");
        keys.press(link(rory, "My mentorship"));
        assertThat(heading(rory, "My mentorship")).isFocused();
        keys.press(link(rory, "Read what was done about your concern"));
        assertThat(heading(rory, "Read what was done about your concern")).isFocused();
        var read = Tasklist.in(rory).taskForm().shows("The answer", "Good idea. The council talks about it in May.");
        keys.tick(read.option("Does the answer help?", "Yes, thank you")).press(read.submitButton());
        assertThat(read.area()).hasCount(0);
        assertThat(rory.locator(".mentoring-after h1")).isFocused();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static void logIn(String userId, String address, Page page, Keyboard keys) {
        Login.open(address, page);
        var name = page.getByPlaceholder("Username");
        var password = page.getByPlaceholder("Password");
        // The page leads there by itself, and once more when it is ready, perhaps in the middle of the password.
        assertThat(name).isFocused();
        do {
            keys.replace(name, userId).replace(password, Login.PASSWORD);
        } while (!name.inputValue().equals(userId) || !password.inputValue().equals(Login.PASSWORD));
        page.keyboard().press("Enter");
    }
}
