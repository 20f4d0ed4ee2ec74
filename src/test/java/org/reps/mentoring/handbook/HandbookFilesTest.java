package org.reps.mentoring.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.rules.UsualRules;

/** The handbook in {@code docs/handbook}. */
class HandbookFilesTest {

    private static final Path DOCS = Path.of("docs", "handbook");

    /**
     * Whoever changes a diagram, a form, a figure or a mail finds the new pages in {@code target/handbook}; with
     * {@code -Dhandbook} they are put into docs.
     */
    @Test
    void the_files_say_what_diagrams_forms_figures_and_mails_say() throws IOException {
        var made = HandbookFiles.of(new Handbook(UsualRules.rules(), Diagram.beans()::get));
        write(made, Path.of("target", "handbook"));
        if (System.getProperty("handbook") != null) {
            write(made, DOCS);
        }

        assertThat(kept()).containsExactlyInAnyOrderEntriesOf(made);
    }

    private static void write(Map<String, String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var old = Files.list(folder)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> kept() throws IOException {
        var kept = new TreeMap<String, String>();
        try (var files = Files.list(DOCS)) {
            for (var file : files.toList()) {
                kept.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return kept;
    }
}
