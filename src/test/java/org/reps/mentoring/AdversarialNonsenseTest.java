package org.reps.mentoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/** Whoever sends nonsense is told that it is, and nobody is told that the programme is broken. */
class AdversarialNonsenseTest extends AdversarialTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private static final String MULTIPART =
            "--part\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.bpmn\"\r\n"
                    + "Content-Type: text/plain; charset=utf-7\r\n\r\n+ADw-a/+AD4-\r\n--part--\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/xyz",
                "/camunda/app/xyz/",
                "/camunda/app/xyz/default/",
                "/camunda/app/xyz/index.html",
                "/camunda/app/x-y/default/",
                "/camunda/app/%20/default/",
                "/camunda/app/tasklist/nope",
                "/camunda/app/tasklist/nope/",
                "/camunda/app/tasklist/styles/",
                "/camunda/app/cockpit/nope/",
                "/camunda/app/tasklist/default/nope",
                "/camunda/api/engine/engine/nope",
                "/camunda/api/engine/engine/nope/task",
                "/camunda/api/cockpit/plugin/base/nope/process-definition/statistics",
                "/camunda/api/cockpit/plugin/nope/default/x",
                "/camunda/api/tasklist/plugin/mentoring/nope/x",
                "/camunda/api/admin/auth/user/nope",
                "/camunda/api/nope",
                "/engine-rest/engine/nope/task",
                "/error",
                "/error/",
                "/error/nope"
            })
    void what_is_not_there_is_not_there(String path) {
        for (var userId : List.of("ruth", "admin")) {
            for (var method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS")) {
                for (var accept : List.of("text/html", "application/json", "x")) {
                    var answer = as(userId).send(method, path, Map.of("Accept", accept), new byte[0]);
                    assertThat(answer.status())
                            .as(method + " " + accept + " " + answer)
                            .isBetween(200, 499);
                    assertThat(answer.text()).doesNotContain("\tat ", "Exception:");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/default/, 200",
        "/camunda/app/welcome/default/, 200",
        "/camunda/app/tasklist/, 302",
        "/camunda/app/tasklist/index.html, 302",
        "/camunda/app/tasklist/styles/user-styles.css, 200",
        "/camunda/app/tasklist/camunda-tasklist-bootstrap.js, 200",
        "/error/page.css, 200"
    })
    void and_what_is_there_still_is(String path, int status) {
        assertThat(as("ruth").get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-7",
                "application/json; charset=utf-16",
                "application/json; charset=IBM037",
                "application/json; charset=nope",
                "application/json; charset=\"\"",
                "application/json; charset=%00",
                "application/json;;;",
                "text/html; charset=utf-7",
                "application/x-www-form-urlencoded; charset=nope",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=part; charset=utf-7",
                "nonsense"
            })
    void in_whatever_it_is_written(String contentType) {
        for (var path : List.of(
                ENGINE + "task/count",
                ENGINE + "task/" + ruths().getId() + "/submit-form",
                ENGINE + "process-definition/key/rep-onboarding/submit-form",
                ENGINE + "deployment/create",
                "/camunda/api/admin/auth/user/default/logout",
                "/camunda/app/tasklist/default/",
                "/nothing",
                "/error",
                "/")) {
            for (var body : List.of(
                    "+AHsAIg-".getBytes(UTF_8),
                    "{\"a\":\"ü\"}".getBytes(Charset.forName("UTF-16")),
                    new byte[] {(byte) 0xff, (byte) 0xfe},
                    MULTIPART.getBytes(UTF_8))) {
                var visitor = path.endsWith("logout") ? TasklistSession.anonymous(address()) : as("admin");
                var answer = visitor.send("POST", path, Map.of("Content-Type", contentType), body);
                assertThat(answer.status()).as(path + " " + answer).isBetween(200, 499);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset=nope", "charset=%00", "charset=utf-7"})
    void a_login_too(String charset) {
        var visitor = TasklistSession.anonymous(address());
        visitor.openPage();

        var answer = visitor.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                Map.of("Content-Type", "application/x-www-form-urlencoded; " + charset),
                "username=ruth&password=mentoring-demo".getBytes(UTF_8));

        assertThat(answer.status()).as(answer::toString).isBetween(400, 499);
        assertPlain(answer);
    }

    // --- deployments

    @Test
    void no_deployment_is_too_much_for_the_application() {
        var attacks = Map.of(
                "deep.bpmn",
                nested("<a>", "</a>", 16_000),
                "deep.dmn",
                nested("<a>", "</a>", 4_000),
                "none.dmn",
                "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><a/></definitions>",
                "wide.bpmn",
                "<definitions>" + "<a/>".repeat(200_000) + "</definitions>",
                "utf7.bpmn",
                "<?xml version='1.0' encoding='UTF-7'?><definitions/>",
                "ebcdic.bpmn",
                "<?xml version='1.0' encoding='IBM037'?><definitions/>",
                "nope.bpmn",
                "<?xml version='1.0' encoding='nope'?><definitions/>",
                "arrays.form",
                "{\"id\":\"a\",\"components\":" + nested("[", "]", 100_000) + "}",
                "many.form",
                "{\"id\":\"a\",\"components\":[" + "{},".repeat(400_000) + "{}]}");
        attacks.forEach((name, content) -> assertRefused(name, content));
        for (var expression : List.of(
                nested("(", ")", 300),
                nested("[", "]", 500),
                nested("not(", ")", 400),
                "1" + "+1".repeat(20_000),
                "if true then ".repeat(150) + "1 else 2",
                "\\\"" + "x".repeat(1_000_000) + "\\\"")) {
            assertRefused("feel.form", form(expression));
        }
    }

    private void assertRefused(String name, String content) {
        var answer = refused(() -> as("anna").deploy("nonsense", Map.of(name, content)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).as(name).hasSizeLessThan(10_000);
    }

    /** It would run with the rights of whoever looks at it. */
    @ParameterizedTest
    @ValueSource(strings = {"picture.svg", "picture.png", "page.html", "page.xhtml"})
    void nothing_is_deployed_that_a_browser_would_open(String name) {
        Answer answer = refused(() -> as("anna")
                .deploy(
                        "picture",
                        Map.of(name, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")));

        assertThat(answer.message()).startsWith(name + " cannot be deployed.");
    }

    private static String form(String expression) {
        return "{\"id\":\"a\",\"components\":[{\"type\":\"textfield\",\"key\":\"x\",\"label\":\"X\",\"conditional\":"
                + "{\"hide\":\"=" + expression + "\"}}]}";
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + close.repeat(depth);
    }
}
