package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class KeyboardOnlyIT extends BrowserTest {

    @Test
    void a_concern_is_raised_and_settled_without_a_mouse() {
        givenRep("rory", "UTC");
        var rory = window("rory");
        var keys = new Keyboard(rory);
        logIn("rory", rory, keys);
        var tasklist = Tasklist.in(rory);
        keys.press(tasklist.startProcess()).press(tasklist.process("Raise a concern"));
        var raised = tasklist.startForm();
        keys.tick(raised.option("What is it about?", "A success, or an idea for the programme"))
                .write(raised.input("What happened, or what is your idea?"), "We could meet once a year.")
                .write(raised.input("Who is part of it?"), "clara")
                .press(raised.submitButton());
        assertThat(raised.area()).hasCount(0);
        newTask("Look into a concern");

        var chidi = window("chidi");
        keys = new Keyboard(chidi);
        logIn("chidi", chidi, keys);
        tasklist = Tasklist.in(chidi);
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

        keys = new Keyboard(rory);
        tasklist = Tasklist.in(rory);
        keys.press(rory.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back to my mentorship")));
        rory.navigate(Tasklist.HOME);
        tasklist.sees(Tasklist.MY_TASKS, "Read what was done about your concern");
        keys.press(tasklist.card("Read what was done about your concern"));
        var read = tasklist.taskForm().shows("The answer", "Good idea. The council talks about it in May.");
        keys.tick(read.option("Does the answer help?", "Yes, thank you")).press(read.submitButton());
        assertThat(read.area()).hasCount(0);
    }

    private static void logIn(String userId, Page page, Keyboard keys) {
        Login.open(Tasklist.HOME, page);
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
