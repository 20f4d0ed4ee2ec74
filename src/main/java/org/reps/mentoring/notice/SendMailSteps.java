package org.reps.mentoring.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.reps.mentoring.engine.People;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The service tasks of {@code bpmn/send-mail.bpmn}. */
@Component("sendMail")
@Transactional
public class SendMailSteps {

    private final Mails mails;
    private final MailCarrier carrier;
    private final People people;
    private final MailSettings settings;
    private final Clock clock;

    SendMailSteps(Mails mails, MailCarrier carrier, People people, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.carrier = carrier;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Hands the mail to the mail server, unless it has taken it before. After a crash between the two, the server may
     * get it once more, under the same {@code Message-ID}.
     *
     * @throws org.springframework.mail.MailException when the server does not take it; to be tried again
     */
    public void deliver(String mailId) {
        var mail = mails.findById(mailId).orElseThrow();
        if (mail.state() == Mail.State.SENT) {
            return;
        }
        carrier.carry(message(mail), String.join("-", mail.recipientId(), mail.notice(), mail.id()));
        mails.save(mail.sent(clock.instant()));
    }

    private MimeMessage message(Mail mail) {
        var address = people.find(mail.recipientId())
                .map(person -> person.email().strip())
                .filter(email -> !email.isEmpty())
                .orElseThrow(() -> new MailPreparationException("There is no address for " + mail.recipientId()));
        try {
            var message = new IdentifiedMessage(mail.dedupeKey());
            var helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(address);
            helper.setSubject(mail.subject());
            helper.setSentDate(Date.from(mail.writtenAt()));
            helper.setText(mail.text(), mail.html());
            if (mail.invitation() != null) {
                // Beside text and HTML, where mail programs look for a meeting to offer it to the calendar.
                var body = helper.getMimeMultipart().getBodyPart(0);
                var alternatives = (MimeMultipart) body.getContent();
                alternatives.addBodyPart(Invitation.part(mail.invitation(), settings.from(), address));
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException | IOException e) {
            throw new MailPreparationException("The mail to " + mail.recipientId() + " cannot be written", e);
        }
    }

    /** A message whose {@code Message-ID} follows from what it is about, so that a receiver recognises a repetition. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String dedupeKey;

        IdentifiedMessage(String dedupeKey) {
            super(Session.getInstance(new Properties()));
            this.dedupeKey = dedupeKey;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            var unique = UUID.nameUUIDFromBytes(dedupeKey.getBytes(StandardCharsets.UTF_8));
            setHeader("Message-ID", "<" + unique + "@reps-mentoring>");
        }
    }
}
