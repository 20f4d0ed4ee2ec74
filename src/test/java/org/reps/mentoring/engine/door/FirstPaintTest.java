package org.reps.mentoring.engine.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The page is Camunda's own, so another version of it that has no place for this is noticed here. */
class FirstPaintTest {

    private static final String PAGE = "/camunda/app/tasklist/default/";

    @Test
    void before_any_script_there_are_words_and_without_scripts_too() throws Exception {
        var page = get(PAGE, "fr");

        assertThat(page).contains("One moment, please", "<noscript><p>This page needs JavaScript", "</html>");
    }

    @ParameterizedTest
    @CsvSource({"de, Einen Moment bitte", "es, Un momento", "es-PE, Un momento", "en, One moment", "x, One moment"})
    void the_words_are_in_the_readers_language(String language, String words) throws Exception {
        assertThat(get(PAGE, language)).contains(words);
    }

    @Test
    void what_says_that_a_script_does_not_come_comes_first_and_may_run() throws Exception {
        var page = get(PAGE, "en");

        assertThat(page)
                .contains(
                        "<script src=\"/camunda/app/tasklist/scripts/first-paint.js\" nonce=\"n0nce\"></script><script"
                                + " defer src=\"/camunda/lib/runtime.js");
        assertThat(new ClassPathResource("META-INF/resources/webjars/camunda/app/tasklist/scripts/first-paint.js"))
                .satisfies(script -> assertThat(script.exists()).isTrue());
    }

    @Test
    void another_page_stays_as_it_is() throws Exception {
        assertThat(get("/camunda/app/cockpit/default/", "en")).doesNotContain("mentoring-first", "first-paint");
    }

    private static String get(String path, String language) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.addPreferredLocale(Locale.forLanguageTag(language));
        var response = new MockHttpServletResponse();
        new MockFilterChain(new CamundasPage(), new FirstPaint()).doFilter(request, response);
        return response.getContentAsString(UTF_8);
    }

    /** As the web applications serve it. */
    private static final class CamundasPage extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/html");
            response.getWriter()
                    .write(new ClassPathResource("META-INF/resources/webjars/camunda/app/tasklist/index.html")
                            .getContentAsString(UTF_8)
                            .replace("$APP_ROOT", "/camunda")
                            .replace("$CSP_NONCE", "nonce=\"n0nce\""));
        }
    }
}
