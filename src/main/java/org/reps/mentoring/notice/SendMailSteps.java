package org.reps.mentoring.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.entrylink.EntryLinks;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.person.MailAddress;
import org.reps.mentoring.post.MailCarrier;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.post.WrongAddress;
import org.reps.mentoring.reach.HowToReach;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The service tasks of {@code bpmn/send-mail.bpmn}, and what the daily round does about mails. */
@Component("sendMail")
@Transactional
public class SendMailSteps {

    /**
     * Headers are written in ASCII, unless an address has other letters. Making one looks through everything that runs.
     */
    private static final Session IN_ASCII = session(false);

    private static final Session IN_ANY_LETTERS = session(true);

    private final Mails mails;
    private final KeptMails kept;
    private final MailCarrier carrier;
    private final People people;
    private final HowToReach reach;
    private final EntryLinks links;
    private final AnswersInMails answers;
    private final TimeZones zones;
    private final ReadersLanguage languages;
    private final MailSettings settings;
    private final Clock clock;

    SendMailSteps(
            Mails mails,
            KeptMails kept,
            MailCarrier carrier,
            People people,
            HowToReach reach,
            EntryLinks links,
            AnswersInMails answers,
            TimeZones zones,
            ReadersLanguage languages,
            MailSettings settings,
            Clock clock) {
        this.mails = mails;
        this.kept = kept;
        this.carrier = carrier;
        this.people = people;
        this.reach = reach;
        this.links = links;
        this.answers = answers;
        this.zones = zones;
        this.languages = languages;
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
            send(mail(mailId));
            return true;
        } catch (WrongAddress wrong) {
            return false;
        }
    }

    /** Keeps the mail until its receiver has an address that the server accepts. */
    public void keep(String mailId) {
        kept.keep(mail(mailId));
    }

    /** For cases that were begun when each such mail waited for itself to be sent again in Cockpit. */
    public void deliverToCorrectedAddress(String mailId) {
        if (!deliver(mailId)) {
            keep(mailId);
        }
    }

    /** The user id of whom the mail is for. */
    public String recipient(String mailId) {
        return mail(mailId).recipientId();
    }

    /** Tries one mail for each person for whom some are kept: perhaps there is another address by now. */
    public void tryKept() {
        kept.tryEach();
    }

    /** As {@link #tryKept}, for one person with whom a round could not. */
    public void tryKeptOf(String personId) {
        kept.tryOne(personId);
    }

    private Mail mail(String mailId) {
        return mails.findById(mailId).orElseThrow();
    }

    private void send(Mail mail) {
        if (mail.state() == Mail.State.SENT) {
            return;
        }
        if (mail.letsIn()) {
            sendWithLink(mail);
            return;
        }
        carry(
                mail,
                new Content(mail.dedupeKey(), answers.opening(mail, mail.text()), answers.opening(mail, mail.html())));
        mails.save(mail.sent(clock.instant()));
    }

    /**
     * With a link that opens as soon as the mail server has the mail, and not before. A repetition has another one, so
     * it is another message; the link of the first would stay closed.
     */
    private void sendWithLink(Mail mail) {
        var made = links.make(mail.recipientId(), mail.notice().equals(Mail.FIRST_PASSWORD));
        if (made.isEmpty()) {
            mails.save(mail.dropped());
            return;
        }
        var link = made.get();
        var until =
                MeetingTime.text(link.endsAt(), zones.of(mail.recipientId()), languages.inMailsTo(mail.recipientId()));
        UnaryOperator<String> complete =
                text -> text.replace(Mail.until(mail.id()), until).replace(mail.id(), link.code());
        carry(
                mail,
                new Content(
                        mail.dedupeKey() + ":" + UUID.randomUUID(),
                        complete.apply(mail.text()),
                        complete.apply(mail.html())));
        links.keep(link);
        mails.save(mail.sent(clock.instant()));
    }

    private void carry(Mail mail, Content content) {
        carrier.carry(message(mail, content), String.join("-", mail.recipientId(), mail.notice(), mail.id()));
    }

    private MimeMessage message(Mail mail, Content content) {
        var address = address(mail.recipientId());
        var other = Other.of(mail, reach, languages.inMailsTo(mail.recipientId()));
        try {
            var message = new IdentifiedMessage(
                    content.about(), settings.domain(), MailAddress.areInAscii(address) ? IN_ASCII : IN_ANY_LETTERS);
            var helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.sender().getAddress(), settings.sender().getPersonal());
            helper.setTo(address);
            helper.setSubject(mail.subject());
            helper.setSentDate(Date.from(mail.writtenAt()));
            helper.setText(
                    content.text().replace(mail.id(), other.words()),
                    content.html().replace(mail.id(), other.inHtml()));
            if (other.address() != null) {
                helper.setReplyTo(other.address());
            }
            if (mail.invitation() != null) {
                // Beside text and HTML, where mail programs look for a meeting to offer it to the calendar.
                var body = helper.getMimeMultipart().getBodyPart(0);
                var alternatives = (MimeMultipart) body.getContent();
                alternatives.addBodyPart(
                        Invitation.part(mail.invitation(), settings.sender().getAddress(), address.getAddress()));
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            if (mail.isDigest()) {
                message.setHeader("List-Id", "Daily digest <digest." + settings.domain() + ">");
                message.setHeader("List-Unsubscribe", "<" + settings.choice() + ">");
            }
            message.saveChanges();
            return message;
        } catch (MessagingException | IOException e) {
            throw new MailPreparationException("The mail to " + mail.recipientId() + " cannot be written", e);
        }
    }

    private InternetAddress address(String userId) {
        var email = people.find(userId).map(Person::email).orElse("");
        return MailAddress.of(email).orElseThrow(WrongAddress::new);
    }

    private static Session session(boolean withLettersOfAnyKind) {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", String.valueOf(withLettersOfAnyKind));
        return Session.getInstance(properties);
    }

    /** @param about what the {@code Message-ID} follows from */
    private record Content(String about, String text, String html) {}

    /** A message whose {@code Message-ID} follows from what it is about, so that a receiver recognises a repetition. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String dedupeKey;
        private final String domain;

        IdentifiedMessage(String dedupeKey, String domain, Session session) {
            super(session);
            this.dedupeKey = dedupeKey;
            this.domain = domain;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            var unique = UUID.nameUUIDFromBytes(dedupeKey.getBytes(StandardCharsets.UTF_8));
            setHeader("Message-ID", "<" + unique + "@" + domain + ">");
        }
    }
}
