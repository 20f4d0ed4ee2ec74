package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class ErrorPagesIT extends BrowserTest {

    @Test
    void whoever_opens_what_is_not_for_them_is_led_back() {
        var page = tasklist("ravi").page();
        page.navigate("/camunda/app/cockpit/default/");
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        Accessibility.check(page);
        Accessibility.checkAtNight(page);
        page.getByRole(AriaRole.LINK).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("My mentorship")))
                .isVisible();
    }

    @Test
    void whoever_follows_a_wrong_link_is_led_back() {
        var page = window("ravi");
        page.navigate("/not/there");
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        Accessibility.check(page);
        Accessibility.checkAtNight(page);
    }
}
