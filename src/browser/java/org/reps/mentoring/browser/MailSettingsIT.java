package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import org.junit.jupiter.api.Test;

class MailSettingsIT extends BrowserTest {

    @Test
    void somebody_switches_the_daily_digest_off_and_is_told_so() {
        givenRep("quinn", "America/Sao_Paulo");
        var quinn = programme.rep("quinn");
        quinn.choosesMailSettings("digestWanted", "no");
        mail("quinn", "Your daily digest is switched off");

        quinn.choosesMailSettings("digestWanted", "yes");
        mail("quinn", "Mails give times in the time zone America/Sao_Paulo");
    }

    @Test
    void who_reads_german_is_asked_and_told_in_german() {
        givenRep("quirin", "Europe/Berlin");
        var page = window(
                "quirin", new NewContextOptions().setViewportSize(1280, 900).setLocale("de-DE"));
        Login.open("/camunda/app/tasklist/default/#/?processStart=mail-settings", page);
        Login.as("quirin", page);

        var form = page.locator(".modal");
        form.getByLabel("Schickt sie nicht").check();
        form.locator("button.btn-primary:visible:not([disabled])").click();

        mail("quirin", "Deine Tagesübersicht ist ausgeschaltet");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
    }
}
