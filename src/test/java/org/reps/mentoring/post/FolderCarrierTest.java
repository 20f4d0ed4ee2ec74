package org.reps.mentoring.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reps.mentoring.calendar.Invitation;
import org.springframework.mail.MailSendException;

class FolderCarrierTest {

    @TempDir
    Path folder;

    @Test
    void a_mail_becomes_a_file_that_mail_programs_open() throws Exception {
        carrier(folder.resolve("mail")).carry(message("Hello Rumi"), "1-rumi-proposal-reminder");

        try (var file = Files.newInputStream(folder.resolve("mail/1-rumi-proposal-reminder.eml"))) {
            var read = new MimeMessage(session(), file);
            assertThat(read.getSubject()).isEqualTo("Hello Rumi");
        }
        try (var files = Files.list(folder.resolve("mail"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_mail_that_is_written_again_after_a_crash_is_there_once() throws Exception {
        Files.writeString(folder.resolve("1.part"), "Subject: Half a ma");
        carrier(folder).carry(message("Hello Rumi"), "1");
        carrier(folder).carry(message("Hello Rumi"), "1");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("1.eml"));
        }
        assertThat(folder.resolve("1.eml")).content().containsOnlyOnce("Subject: Hello Rumi");
    }

    @Test
    void a_meeting_is_in_the_file_for_the_calendar() throws Exception {
        var invitation = new Invitation("1", 0, Instant.parse("2026-11-27T00:30:00Z"), "Meeting", "Here", false);
        var message = message("Meeting");
        message.setContent(new MimeMultipart(
                "alternative",
                Invitation.part(
                        invitation.calendar(Instant.parse("2026-11-20T10:00:00Z"), "example.org"),
                        "Reps Mentoring <mentoring@example.org>",
                        "rumi@example.org")));
        message.saveChanges();
        carrier(folder).carry(message, "1");

        assertThat(folder.resolve("1.eml"))
                .content()
                .contains("text/calendar; method=REQUEST; charset=UTF-8", "BEGIN:VCALENDAR", "METHOD:REQUEST");
    }

    @Test
    void a_folder_that_cannot_be_written_is_tried_again_later() throws Exception {
        var notAFolder = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> carrier(notAFolder).carry(message("Hello"), "1"))
                .isInstanceOf(MailSendException.class);
    }

    private static FolderCarrier carrier(Path folder) {
        return new FolderCarrier(
                new MailSettings("from@example.org", URI.create("http://localhost:8080"), Locale.ENGLISH, 1, folder));
    }

    private static MimeMessage message(String subject) throws Exception {
        var message = new MimeMessage(session());
        message.setSubject(subject);
        message.setText("Hello");
        message.saveChanges();
        return message;
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }
}
