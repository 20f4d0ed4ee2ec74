package org.reps.mentoring.browser;

import org.junit.jupiter.api.Test;

class MailSettingsIT extends BrowserTest {

    @Test
    void somebody_switches_the_daily_digest_off_and_is_told_so() {
        givenRep("quinn", "America/Sao_Paulo");
        var quinn = tasklist("quinn");
        quinn.start("My mail settings").choose("Daily digest", "Do not send it").complete();
        mail("quinn", "Your daily digest is switched off");

        quinn.start("My mail settings")
                .choose("Daily digest", "Send it to me")
                .pick("Your time zone", "Asia/Kolkata")
                .complete();
        mail("quinn", "Mails give times in the time zone Asia/Kolkata");
    }
}
