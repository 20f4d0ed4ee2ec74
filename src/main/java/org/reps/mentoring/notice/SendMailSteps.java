package org.reps.mentoring.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
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
     * @return whether the receiver's address is one that the server accepts; if not, nothing was sent
     * @throws org.springframework.mail.MailException when the server does not take it now; to be tried again
     */
    public boolean deliver(String mailId) {
        try {
            send(mails.findById(mailId).orElseThrow());
            return true;
        } catch (WrongAddress wrong) {
            return false;
        }
    }

    /**
     * The same once more, to the address that the person has now.
     *
     * @throws AddressRefused when the server does not accept this one either; tells the council what to do
     * @throws org.springframework.mail.MailException when the server does not take it now
     */
    public void deliverToCorrectedAddress(String mailId) {
        var mail = mails.findById(mailId).orElseThrow();
        try {
            send(mail);
        } catch (WrongAddress wrong) {
            throw new AddressRefused(people.firstName(mail.recipientId()), mail.recipientId());
        }
    }

    private void send(Mail mail) {
        if (mail.state() == Mail.State.SENT) {
            return;
        }
        carrier.carry(message(mail), String.join("-", mail.recipientId(), mail.notice(), mail.id()));
        mails.save(mail.sent(clock.instant()));
    }

    private MimeMessage message(Mail mail) {
        var address = address(mail.recipientId());
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
                alternatives.addBodyPart(Invitation.part(mail.invitation(), settings.from(), address.getAddress()));
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException | IOException e) {
            throw new MailPreparationException("The mail to " + mail.recipientId() + " cannot be written", e);
        }
    }

    private InternetAddress address(String userId) {
        var email = people.find(userId).map(Person::email).orElse("");
        try {
            var address = new InternetAddress(email.strip(), true);
            address.validate();
            return address;
        } catch (AddressException e) {
            throw new WrongAddress();
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
