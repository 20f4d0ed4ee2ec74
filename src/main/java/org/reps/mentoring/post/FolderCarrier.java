package org.reps.mentoring.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/** Puts mails as {@code .eml} files into a folder, where any mail program opens them. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", havingValue = "false", matchIfMissing = true)
class FolderCarrier implements MailCarrier {

    private static final Logger LOG = LoggerFactory.getLogger(FolderCarrier.class);

    private final Path folder;

    FolderCarrier(MailSettings settings) {
        this.folder = settings.folder();
    }

    @Override
    public void carry(MimeMessage message, String name) {
        try {
            Files.createDirectories(folder);
            // The same for each attempt: what a crash leaves behind disappears with the next one.
            var unfinished = folder.resolve(name + ".part");
            try (var file = Files.newOutputStream(unfinished)) {
                message.writeTo(file);
            }
            var finished = folder.resolve(name + ".eml");
            Files.move(unfinished, finished, StandardCopyOption.REPLACE_EXISTING);
            LOG.info("Mail: {}", finished);
        } catch (IOException | MessagingException e) {
            throw new MailSendException("The mail could not be put into " + folder, e);
        }
    }
}
