package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the process tests, which have run before, have put into {@code target/mails}. */
class MailGalleryIT {

    @Test
    void every_kind_of_mail_was_sent_by_a_process_and_can_be_looked_at() throws IOException {
        var notices = names(MailGallery.FOLDER);
        assertThat(notices).containsAll(names(Path.of("src/main/resources/mail")));
        Files.writeString(MailGallery.FOLDER.resolve("index.html"), page(notices));
    }

    private static String page(List<String> notices) {
        var page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><meta charset="utf-8"><title>All mails</title>
                <style>
                body { font-family: sans-serif; max-width: 44em; margin: 1em auto }
                iframe { width: 100%; height: 32em; border: 1px solid #ccc }
                </style>
                <h1>All mails</h1>
                """);
        notices.forEach(notice -> page.append("""
                <h2>%1$s</h2>
                <p><a href="%1$s.txt">As plain text</a></p>
                <iframe src="%1$s.html" title="%1$s" loading="lazy"></iframe>
                """.formatted(notice)));
        return page.append("</html>\n").toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && !name.startsWith("layout"))
                    .map(name -> name.replaceFirst("\\.txt$", ""))
                    .sorted()
                    .toList();
        }
    }
}
