package org.reps.mentoring;

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
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The mails that people get, as a mail program opens them. */
public final class MailFolder {

    private static final Pattern LINK = Pattern.compile("http\\S+");

    private final Path folder;

    /**
     * A mail that has arrived.
     *
     * @param text what the recipient reads
     */
    public record Mail(String subject, String text) {

        boolean contains(String words) {
            return subject.contains(words) || text.contains(words);
        }

        /** Where its button leads. */
        public String link() {
            var link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("There is no link in " + this);
            }
            return link.group();
        }
    }

    public MailFolder(Path folder) {
        this.folder = folder;
    }

    /** Waits for a mail to this person that contains these words. */
    public Mail toCome(String userId, String words) {
        return toCome(userId, words, mail -> mail.contains(words));
    }

    /** Waits for a mail to this person with these words in its subject. */
    public Mail toComeAbout(String userId, String subject) {
        return toCome(userId, subject, mail -> mail.subject.contains(subject));
    }

    private Mail toCome(String userId, String words, Predicate<Mail> wanted) {
        return await("a mail to " + userId + " with: " + words)
                .atMost(Duration.ofMinutes(5))
                .until(() -> to(userId).stream().filter(wanted).toList(), found -> !found.isEmpty())
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
