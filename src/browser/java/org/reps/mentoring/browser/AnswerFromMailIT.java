package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.keepintouch.KeepInTouchSteps;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adela is asked whether she is in touch with Mirela, and is on her way. */
class AnswerFromMailIT extends BrowserTest {

    @Autowired
    private KeepInTouchSteps keepInTouch;

    @Autowired
    private JdbcTemplate database;

    @Test
    void whoever_is_asked_answers_on_a_phone_without_a_login() {
        givenMentor("mirela", "UTC", "adela");
        var together = mentorships.ofMentee("adela").orElseThrow().id();
        mentorships.haveTalked(together, Today.today().minusDays(60));
        database.update("update keep_in_touch set next_on = ? where id = ?", Today.today(), together);
        keepInTouch.askDue();

        var phone = window("adela", new NewContextOptions().setViewportSize(390, 800));
        phone.navigate(mail("adela", "Are you in touch with Mirela?").link());
        assertThat(phone.getByLabel("We have talked")).isChecked();
        assertThat(phone.url()).doesNotContain("#");
        Accessibility.check(phone);
        phone.getByLabel("I could use some help").check();
        assertThat(phone.getByText("Who could help?")).isVisible();
        assertThat(phone.getByLabel("I could use some help")).isFocused();
        Accessibility.check(phone);
        phone.getByLabel("We have talked").check();
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send my answer"))
                .click();

        assertThat(phone.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Good to hear")))
                .isVisible();
        Accessibility.check(phone);
    }
}
