package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.HtmlUtils;

/**
 * Every mail that a process sends in any test has to be complete; the first of each kind is put into
 * {@code target/mails}, where {@code index.html} shows them all on one page.
 */
final class MailGallery {

    private static final Path FOLDER = Path.of("target/mails");

    /** Subjects, by the name of the notice. */
    private static final Map<String, String> SHOWN = new TreeMap<>();

    private MailGallery() {}

    static void checkAndShow(JdbcTemplate database) {
        database.query("select notice, subject, text, html from mail", mail -> {
            var notice = mail.getString("notice");
            var text = mail.getString("text");
            var html = mail.getString("html");
            assertThat(mail.getString("subject")).as(notice).isNotBlank().doesNotContain("null", "[(", "[#", "??");
            assertThat(text).as(notice).startsWith("Hello ").doesNotContain("null", "[(", "[#", "${", "??", "\n\n\n");
            assertThat(html).as(notice).doesNotContain("null", " th:", "${", "??");
            if (SHOWN.putIfAbsent(notice, mail.getString("subject")) == null) {
                show(notice, text, html);
            }
        });
    }

    private static void show(String notice, String text, String html) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(notice + ".html"), html);
            Files.writeString(FOLDER.resolve(notice + ".txt"), text);
            Files.writeString(FOLDER.resolve("index.html"), index());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String index() {
        var page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><meta charset="utf-8"><title>All mails</title>
                <style>
                body { font-family: sans-serif; max-width: 44em; margin: 1em auto }
                iframe { width: 100%; height: 32em; border: 1px solid #ccc }
                </style>
                <h1>All mails</h1>
                """);
        SHOWN.forEach((notice, subject) ->
                page.append("""
                <h2>%s</h2>
                <p>%s (<a href="%s.txt">as plain text</a>)</p>
                <iframe src="%s.html" title="%s" loading="lazy"></iframe>
                """.formatted(HtmlUtils.htmlEscape(subject), notice, notice, notice, notice)));
        return page.append("</html>\n").toString();
    }
}
