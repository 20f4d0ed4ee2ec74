package org.reps.mentoring.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The page on which everybody begins. */
final class Login {

    private Login() {}

    static void as(String userId, Page page) {
        page.getByPlaceholder("Username").fill(userId);
        page.getByPlaceholder("Password").fill("mentoring-demo");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in"))
                .click();
        page.getByPlaceholder("Password")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
}
