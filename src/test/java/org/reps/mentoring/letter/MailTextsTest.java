package org.reps.mentoring.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.notice.OldMails;
import org.springframework.beans.factory.annotation.Autowired;

/** What stood in a mail is forgotten after a time; that there was one is not. */
class MailTextsTest extends ProgrammeTest {

    @Autowired
    Notices notices;

    @Autowired
    OldMails oldMails;

    @Test
    void what_stood_in_a_mail_is_kept_for_three_months_and_nobody_is_told_twice() {
        givenRep("rumi");
        tell();
        later(Period.ofDays(89));
        oldMails.forgetTexts();
        assertThat(texts("rumi")).singleElement().asString().contains("welcome");
        later(Period.ofDays(2));
        oldMails.forgetTexts();

        assertThat(database.queryForMap("select subject, text, html, invitation, state from mail"))
                .containsEntry("subject", "")
                .containsEntry("text", "")
                .containsEntry("html", "")
                .containsEntry("invitation", null)
                .containsEntry("state", "SENT");
        assertThat(database.queryForList("select dedupe_key from mail", String.class))
                .singleElement()
                .asString()
                .startsWith("welcome-back:rumi:");
        tell();
        assertThat(texts("rumi")).as("told on another day").hasSize(2);
    }

    @Test
    void what_still_waits_to_be_sent_keeps_its_text() {
        givenRep("rumi");
        givenContact("clara");
        database.update("update ACT_ID_USER set EMAIL_ = null where ID_ = 'rumi'");
        tell();
        later(Period.ofDays(400));
        oldMails.forgetTexts();

        assertThat(database.queryForList("select state from mail", String.class))
                .contains("KEPT");
        assertThat(texts("rumi")).isNotEmpty().noneMatch(String::isEmpty);
    }

    private void tell() {
        notices.tell("rumi", "welcome-back", "rumi", Map.of());
        runJobs();
    }

    private List<String> texts(String recipientId) {
        return database.queryForList("select text from mail where recipient_id = ?", String.class, recipientId);
    }
}
