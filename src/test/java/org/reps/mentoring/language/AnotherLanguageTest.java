package org.reps.mentoring.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language that nobody has thought of: its files beside the others, and nothing else. */
class AnotherLanguageTest {

    private static final ClassLoader BEFORE = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path files;

    private URLClassLoader application;

    @BeforeEach
    void theApplicationStartsWithTheseFiles() throws IOException {
        write("forms/texts_fr.json", "{\"any\": {\"How often?\": \"À quel rythme ?\"}}");
        write(
                "bpmn/texts_fr.json",
                "{\"any\": {\"Hold the first call with ${mentee}\": \"Tenir le premier appel avec ${mentee}\"}}");
        write("answers/texts_fr.json", "{\"any\": {\"You have a mentor already.\": \"Tu as déjà un mentor.\"}}");
        write(
                "mail/fr/mentor-back.txt",
                "Of: " + TranslatedFile.markOf(english("mail/mentor-back.txt")) + "\nSubject: Retour\n");
        write(
                "pages/fr/asked.html",
                "<!DOCTYPE html><!--/* Of: " + TranslatedFile.markOf(english("pages/asked.html"))
                        + " */-->\n<html><body>Regarde tes courriels</body></html>");
        var urls = new ArrayList<URL>();
        urls.add(files.toUri().toURL());
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(url(entry));
        }
        // Nothing of the application that runs this test: its texts are read as it starts.
        application = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(application);
    }

    @AfterEach
    void itEnds() throws IOException {
        Thread.currentThread().setContextClassLoader(BEFORE);
        application.close();
    }

    @Test
    void a_form_a_task_a_sentence_a_mail_and_a_page_are_french_and_all_else_english() throws Exception {
        var form =
                "{\"id\": \"first-call-hold\", \"components\": [{\"label\": \"How often?\"}, {\"label\": \"Your question\"}]}";
        var said = (InputStream) type("language.FormTexts")
                .getMethod("in", String.class, InputStream.class)
                .invoke(null, "fr", new ByteArrayInputStream(form.getBytes(UTF_8)));
        assertThat(new String(said.readAllBytes(), UTF_8)).contains("À quel rythme ?", "Your question");

        assertThat(in("OF_DIAGRAMS", "Hold the first call with Maya")).isEqualTo("Tenir le premier appel avec Maya");
        assertThat(in("OF_DIAGRAMS", "Take the first steps")).isEqualTo("Take the first steps");
        assertThat(in("OF_ANSWERS", "You have a mentor already.")).isEqualTo("Tu as déjà un mentor.");
        assertThat(in("OF_ANSWERS", "This was answered a moment ago.")).isEqualTo("This was answered a moment ago.");

        assertThat((Optional<?>) mail("mentor-back.txt"))
                .hasValueSatisfying(text -> assertThat(text.toString()).contains("Retour"));
        assertThat((Optional<?>) mail("absence-over.txt")).isEmpty();
        assertThat(page("asked")).contains("Regarde tes courriels");
        assertThat(page("forgotten")).contains("I forgot my password");
    }

    @Test
    void it_can_be_chosen_in_the_profile() throws Exception {
        var offered = (Map<?, ?>)
                type("language.ReadersLanguage").getMethod("offered").invoke(null);

        assertThat(offered.get("fr")).isEqualTo("Français");
    }

    private Object mail(String name) throws Exception {
        return type("language.TranslatedFile")
                .getMethod("of", String.class, String.class, String.class)
                .invoke(null, "mail/", name, "fr");
    }

    private String page(String name) throws Exception {
        return (String) type("page.Pages")
                .getMethod("html", String.class, String.class, Map.class)
                .invoke(null, "fr", name, Map.of("fault", ""));
    }

    private String in(String which, String english) throws Exception {
        var translations = type("language.Translations");
        return (String) translations
                .getMethod("in", String.class, String.class)
                .invoke(translations.getField(which).get(null), "fr", english);
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return application.loadClass("org.reps.mentoring." + name);
    }

    private void write(String name, String content) throws IOException {
        var file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String english(String name) throws IOException {
        return Files.readString(Path.of("src/main/resources").resolve(name));
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }
}
