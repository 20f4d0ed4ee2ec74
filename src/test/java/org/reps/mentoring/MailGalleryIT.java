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
        assertThat(names("target/mails")).containsAll(names("src/main/resources/mail"));
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && !name.startsWith("layout"))
                    .toList();
        }
    }
}
