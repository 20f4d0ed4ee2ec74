package org.reps.mentoring.modeler;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.FormFile;

/** What is put into the preview of a form in Camunda Modeler, so that it shows what it shows of a case. */
class FormDataTest {

    private static final Path DATA = Path.of(".camunda", "form-data");

    /**
     * Whoever changes a form finds the new files in {@code target/form-data}; {@code -Dmodeler} puts them in their
     * place.
     */
    @Test
    void each_form_has_something_to_show_in_its_preview() throws IOException {
        var made = FormFile.all()
                .filter(form -> !FormData.of(form).isEmpty())
                .collect(toMap(
                        form -> form.name() + ".json",
                        form -> ModelerFormat.form(FormData.of(form).toString()) + "\n"));
        write(made, Path.of("target", "form-data"));
        if (System.getProperty("modeler") != null) {
            write(made, DATA);
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
        try (var files = Files.list(DATA)) {
            for (var file : files.toList()) {
                kept.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return kept;
    }
}
