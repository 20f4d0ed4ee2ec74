package org.reps.mentoring.notice;

import jakarta.mail.internet.MimeMessage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpCarrier implements MailCarrier {

    private final JavaMailSender sender;

    SmtpCarrier(JavaMailSender sender) {
        this.sender = sender;
    }

    @Override
    public void carry(MimeMessage message, String name) {
        sender.send(message);
    }
}
