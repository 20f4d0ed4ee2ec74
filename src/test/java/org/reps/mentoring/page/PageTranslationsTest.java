package org.reps.mentoring.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.language.Readers;
import org.reps.mentoring.language.TranslatedFile;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The pages on the way in and out, and those for errors, in the language of whoever reads them. */
class PageTranslationsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** They have no words of their own. */
    private static final List<String> WORDLESS = List.of("layout.html", "sign-in.html", "blocks.html");

    private static final Pattern TAG = Pattern.compile("<(?!!)[^>]*>");

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void every_page_is_translated_from_the_english_one_of_today(String language) throws IOException {
        for (var folder : List.of("pages/", "static/error/")) {
            var pages = pages(RESOURCES.resolve(folder));
            WORDLESS.forEach(pages::remove);
            for (var page : pages) {
                var english = Files.readString(RESOURCES.resolve(folder + page));
                assertThat(TranslatedFile.of(folder, page, language))
                        .as(folder + language + "/" + page + " has to begin with \"Of: "
                                + TranslatedFile.markOf(english) + "\" when it says what the English page says")
                        .hasValueSatisfying(
                                translated -> assertThat(structure(translated)).isEqualTo(structure(english)));
            }
            assertThat(pages(RESOURCES.resolve(folder + language))).isEqualTo(pages);
        }
    }

    @Test
    void a_page_is_german_for_whoever_reads_german_and_english_for_others() {
        var fault = Map.of("fault", "The two are not the same. Please write your password in both fields.");

        assertThat(Pages.html("de", "forgotten", fault))
                .startsWith("<!DOCTYPE html>\n<html lang=\"de\">")
                .contains(
                        "<title>Ich habe mein Passwort vergessen – Reps Mentoring</title>", "Die beiden sind nicht gl")
                .doesNotContain("Of:");
        assertThat(Pages.html("sw", "forgotten", fault)).contains("I forgot my password", "The two are not the same.");
    }

    @Test
    void a_page_for_an_error_is_in_the_language_of_the_browser() throws Exception {
        assertThat(notFound("fr, es-MX;q=0.8, en;q=0.5")).contains("<html lang=\"es\">", "<h1>Aquí no hay nada</h1>");
        // There is no other resolver that would show it.
        assertThat(notFound("fr")).contains("<html lang=\"en\">", "<h1>There is nothing here</h1>");
    }

    private static String notFound(String languages) throws Exception {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", languages);
        var response = new MockHttpServletResponse();
        new ErrorPages(Readers.ofBrowsers())
                .resolveErrorView(request, HttpStatus.NOT_FOUND, Map.of())
                .getView()
                .render(Map.of(), request, response);
        return response.getContentAsString();
    }

    /** Its tags, without the words in them. */
    private static List<String> structure(String page) {
        return TAG.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(tag -> tag.replaceFirst("page\\('[^']*'", "page('…'").replaceFirst(" lang=\"\\w+\"", ""))
                .toList();
    }

    private static TreeSet<String> pages(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
