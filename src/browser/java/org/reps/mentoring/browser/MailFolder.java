package org.reps.mentoring.browser;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** The mails that people get, as a mail program opens them. */
final class MailFolder {

    private static final Pattern LINK = Pattern.compile("http\\S+");

    private final Path folder;

    /**
     * A mail that has arrived.
     *
     * @param text what the recipient reads
     */
    record Mail(String subject, String text) {

        boolean contains(String words) {
            return subject.contains(words) || text.contains(words);
        }

        /** Where its button leads. */
        String link() {
            var link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("There is no link in " + this);
            }
            return link.group();
        }
    }

    MailFolder(Path folder) {
        this.folder = folder;
    }

    /** Waits for a mail to this person that contains these words. */
    Mail toCome(String userId, String words) {
        return await("a mail to " + userId + " with: " + words)
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> to(userId).stream()
                                .filter(mail -> mail.contains(words))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private List<Mail> to(String userId) throws IOException {
        try (var files = Files.list(Files.createDirectories(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(userId + "-.*\\.eml"))
                    .map(MailFolder::read)
                    .toList();
        }
    }

    private static Mail read(Path file) {
        try (var content = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), content);
            return new Mail(message.getSubject(), text(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first part is the one without colours. */
    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart parts
                ? text(parts.getBodyPart(0))
                : part.getContent().toString();
    }
}
