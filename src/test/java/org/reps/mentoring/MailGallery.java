package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every mail that a process sends in any test has to be complete; the first of each kind is put into
 * {@code target/mails}, where {@link MailGalleryIT} makes one page of them all.
 */
final class MailGallery {

    static final Path FOLDER = Path.of("target/mails");

    private static final String REACH = "How to reach Maya Sample: maya@example.org";

    /** The names of the notices. Another process that tests at the same time may show the same ones. */
    private static final Set<String> SHOWN = new HashSet<>();

    private MailGallery() {}

    static void checkAndShow(JdbcTemplate database) {
        // Where nothing stands any more, it was forgotten.
        database.query(
                "select id, notice, subject, text, html from mail where concat(subject, text, html) <> ''", mail -> {
                    var notice = mail.getString("notice");
                    // How to reach the other one is put in when the mail is sent.
                    var text = mail.getString("text").replace(mail.getString("id"), REACH);
                    var html = mail.getString("html").replace(mail.getString("id"), REACH);
                    assertThat(mail.getString("subject"))
                            .as(notice)
                            .isNotBlank()
                            .doesNotContain("null", "[(", "[#", "??");
                    assertThat(text)
                            .as(notice)
                            .startsWith("Hello ")
                            .doesNotContain("null", "[(", "[#", "${", "??", "\n\n\n");
                    assertThat(html).as(notice).doesNotContain("null", " th:", "${", "??");
                    if (SHOWN.add(notice)) {
                        show(notice, text, html);
                    }
                });
    }

    private static void show(String notice, String text, String html) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(notice + ".html"), html);
            Files.writeString(FOLDER.resolve(notice + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
