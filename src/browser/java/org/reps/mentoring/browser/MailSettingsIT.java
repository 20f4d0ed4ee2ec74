package org.reps.mentoring.browser;

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
}
