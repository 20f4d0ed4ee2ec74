package org.reps.mentoring.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SharedFilesTest {

    private static final String FOR_EVER = "max-age=31536000, immutable";
    private static final String PLUGIN = "/camunda/api/tasklist/plugin/mentoring/static/app/plugin.js";

    private final SharedFiles files = new SharedFiles();

    @Test
    void a_script_goes_over_the_line_compressed_and_once() throws Exception {
        var answer = get("/camunda/lib/deps.js?bust=7.24.0", "Accept-Encoding", "br, gzip");

        assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo(FOR_EVER);
        assertThat(answer.getContentType()).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(answer.getContentAsByteArray()).hasSizeLessThan(1_200_000);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.getContentAsByteArray())).readAllBytes())
                .isEqualTo(get("/camunda/lib/deps.js").getContentAsByteArray())
                .hasSizeGreaterThan(3_000_000);
    }

    @Test
    void camundas_own_plugins_have_an_address_with_each_version() throws Exception {
        var script = get("/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js?bust=7.24.0");

        assertThat(script.getHeader("Cache-Control")).isEqualTo(FOR_EVER);
        assertThat(script.getContentAsByteArray()).hasSizeGreaterThan(200_000);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -                | -
            br               | -
            gzip;q=0         | -
            gzip; q=0.0, br  | -
            gzip;q=0.5       | gzip
            deflate, gzip    | gzip""", delimiter = '|')
    void only_who_takes_it_gets_it_compressed(String accepted, String encoding) throws Exception {
        var answer = accepted == null ? get(ofThisRelease()) : get(ofThisRelease(), "Accept-Encoding", accepted);

        assertThat(answer.getHeader("Content-Encoding")).isEqualTo(encoding);
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    @Test
    void what_is_ours_has_another_address_with_each_release() throws Exception {
        var led = get(PLUGIN + "?bust=7.24.0");
        assertThat(led.getStatus()).isEqualTo(302);
        assertThat(led.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(led.getHeader("Location"))
                .matches("/camunda/api/tasklist/plugin/mentoring/static/[0-9a-f]{16}/plugin\\.js");

        var script = get(led.getHeader("Location"));
        assertThat(script.getHeader("Cache-Control")).isEqualTo(FOR_EVER);
        assertThat(script.getContentAsString(UTF_8)).contains("import './drafts.js';");
    }

    /** Nobody needs it in a browser, and on a slow line it takes as long as the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"drafts.js", "texts.js", "plugin.css"})
    void why_something_of_ours_is_so_stays_here(String name) throws Exception {
        var file = new ClassPathResource("plugin-webapp/mentoring/app/" + name).getContentAsString(UTF_8);

        var sent = get(PLUGIN.replace("plugin.js", name).replace("/app/", "/0123456789abcdef/"))
                .getContentAsString(UTF_8);

        assertThat(file.lines()).anyMatch(SharedFilesTest::isWhy);
        assertThat(sent.lines().toList())
                .isEqualTo(file.lines().filter(line -> !isWhy(line)).toList());
    }

    private static boolean isWhy(String line) {
        var text = line.strip();
        return text.startsWith("//") || text.startsWith("/*") && text.endsWith("*/");
    }

    @Test
    void a_page_of_another_release_goes_on_and_keeps_nothing() throws Exception {
        var script = get(PLUGIN.replace("/app/", "/0123456789abcdef/"));

        assertThat(script.getStatus()).isEqualTo(200);
        assertThat(script.getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws Exception {
        var style = "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0";
        var first = get(style);
        assertThat(first.getHeader("Cache-Control"))
                .as("the next release has it too")
                .isEqualTo("no-cache");

        var again = get(style, "If-None-Match", first.getHeader("ETag"));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(get(style, "If-None-Match", "W/\"another\"").getStatus()).isEqualTo(200);
    }

    @Test
    void a_picture_is_not_compressed_twice() throws Exception {
        var font = get("/camunda/assets/glyphicons-halflings-regular.woff2?bust=7.24.0", "Accept-Encoding", "gzip");

        assertThat(font.getHeader("Content-Encoding")).isNull();
        assertThat(font.getContentType()).isEqualTo("font/woff2");
        assertThat(font.getHeader("Cache-Control")).isEqualTo(FOR_EVER);
        assertThat(font.getContentAsByteArray()).startsWith("wOF2".getBytes(UTF_8));
    }

    /** A page has something of its own in it each time; what is not there is not kept as if it were. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/index.html?bust=7.24.0",
                "/camunda/app/tasklist/default/?bust=7.24.0",
                "/camunda/lib/nothing.js?bust=7.24.0",
                "/camunda/lib/../../application.yaml?bust=7.24.0",
                "/camunda/lib/..%2f..%2fapplication.yaml",
                "/camunda/api/tasklist/plugin/mentoring/static/app/nothing.js",
                "/camunda/api/tasklist/plugin/mentoring/static/app/../../../application.yaml",
                "/camunda/api/tasklist/plugin/mentoring/default/my-mentorship",
                "/camunda/api/engine/engine/default/task/static/form.js",
                "/plugin-webapp/mentoring/app/plugin.js",
                "/"
            })
    void everything_else_is_answered_as_before(String address) throws Exception {
        var answer = get(address, "Accept-Encoding", "gzip");

        assertThat(answer.getHeader("X-Answered")).isEqualTo("as before");
        assertThat(answer.getHeader("Cache-Control")).isNull();
    }

    @Test
    void what_is_sent_is_no_file() throws Exception {
        var request = new MockHttpServletRequest("POST", "/camunda/lib/deps.js");
        var chain = new MockFilterChain();
        files.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isSameAs(request);
    }

    private String ofThisRelease() throws Exception {
        return get(PLUGIN).getHeader("Location");
    }

    private MockHttpServletResponse get(String address, String... headers) throws Exception {
        var parts = address.split("\\?");
        var request = new MockHttpServletRequest("GET", parts[0]);
        if (parts.length > 1) {
            request.setParameter("bust", parts[1].replaceFirst("bust=", ""));
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        var response = new MockHttpServletResponse();
        files.doFilter(request, response, new MockFilterChain(new HttpServlet() {
            @Override
            protected void service(HttpServletRequest asked, HttpServletResponse answer) {
                answer.setHeader("X-Answered", "as before");
            }
        }));
        return response;
    }
}
