package org.reps.mentoring.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.reps.mentoring.person.MailAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands mails to the mail server over a few connections, fewer than the job executor has threads. Whoever finds none
 * free waits for a moment only, and tries again later: so a mail server that answers slowly, or not at all, leaves
 * threads for people's cases, and connections to the database for people.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpCarrier implements MailCarrier {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /**
     * A mail that could not be handed over until then is tried again later. With the wait before and the server's last
     * answer after it (mail.smtp.timeout), this must stay below the time after which another thread takes up the same
     * job (camunda.bpm.job-execution.lock-time-in-millis): it would send the same mail.
     */
    private static final Duration LONGEST_TALK = Duration.ofSeconds(45);

    private final JavaMailSender sender;
    private final JavaMailSender anyLetters;
    private final Semaphore connections;

    SmtpCarrier(JavaMailSenderImpl sender, MailSettings settings) {
        this.sender = sender;
        this.anyLetters = AnyLetters.like(sender);
        this.connections = new Semaphore(settings.connections(), true);
    }

    @Override
    public void carry(MimeMessage message, String name) {
        takeConnection();
        try {
            var carrier = MailAddress.areInAscii(message.getAllRecipients()) ? sender : anyLetters;
            carrier.send(new PunctualMessage(message, LONGEST_TALK));
        } catch (MailException e) {
            throw failure(e);
        } catch (MessagingException e) {
            throw new MailPreparationException("The mail cannot be written.", e);
        }
    }

    /**
     * Takes one until the end of the transaction, when it is noted that the server has the mail. What a crash doubles
     * is what the server has and nobody has noted, so it is never more than this.
     */
    private void takeConnection() {
        try {
            if (!connections.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotTaken("The mail server is so slow that no connection to it is free.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("The application is being stopped.");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                connections.release();
            }
        });
    }

    /** Without what caused it: the council sees it in Cockpit, and a server likes to repeat the address. */
    private static RuntimeException failure(MailException failure) {
        var cause = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : failure;
        if (cause instanceof WrongAddress wrong) {
            return wrong;
        }
        var answer = SmtpAnswer.behind(cause);
        if (answer.isEmpty()) {
            var reason = NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
            return new NotTaken("The mail server did not take the mail, and did not say why: " + reason);
        }
        return answer.get().isAboutTheAddress()
                ? new WrongAddress()
                : new NotTaken("The mail server did not take the mail: " + answer.get());
    }

    /**
     * For addresses with other letters before the {@code @} (RFC 6531). A server that does not say that it can write
     * them would get other ones, and the mail a stranger.
     */
    private static final class AnyLetters extends JavaMailSenderImpl {

        static AnyLetters like(JavaMailSenderImpl usual) {
            var same = new AnyLetters();
            same.setProtocol(usual.getProtocol());
            same.setHost(usual.getHost());
            same.setPort(usual.getPort());
            same.setUsername(usual.getUsername());
            same.setPassword(usual.getPassword());
            var properties = new Properties();
            properties.putAll(usual.getJavaMailProperties());
            properties.setProperty("mail.mime.allowutf8", "true");
            same.setJavaMailProperties(properties);
            return same;
        }

        @Override
        protected Transport connectTransport() throws MessagingException {
            var transport = super.connectTransport();
            if (transport instanceof SMTPTransport server && server.supportsExtension("SMTPUTF8")) {
                return transport;
            }
            transport.close();
            throw new WrongAddress();
        }
    }
}
