package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged application answers to requests that are not from its own pages. */
class FrontDoorIT {

    private static final String PASSWORD = "mentoring-demo";
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern PLUGIN = Pattern.compile("location: '([^']+)', main: '([^']+)'");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]* src=\"([^\"]+)\"");
    private static final String NO_DIAGRAM = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='test'>"
            + "<process id='some-process' isExecutable='true' camunda:historyTimeToLive='1'>"
            + "<extensionElements><camunda:properties><camunda:property name='seenBy' value='nobody'/>"
            + "</camunda:properties></extensionElements>"
            + "<startEvent id='Event_Start'/><sequenceFlow id='f' sourceRef='Event_Start' targetRef='Activity_Script'/>"
            + "<scriptTask id='Activity_Script' scriptFormat='juel'><script>${1}</script></scriptTask>"
            + "</process></definitions>";

    @TempDir
    static Path directory;

    static RunningJar jar;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        // So that requests can come from somewhere else.
        jar = new RunningJar(directory, Map.of("MENTORING_TRUSTED_PROXIES", "127.0.0.1"));
        jar.start();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    // --- pages

    /** Otherwise the browser shows an empty page. */
    @Test
    void a_page_runs_whatever_others_ask_for_at_that_moment() throws Exception {
        var requests = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 4; i++) {
            requests.add(() -> {
                for (var j = 0; j < 100; j++) {
                    send(get("/camunda/api/admin/auth/user/default"));
                }
                return true;
            });
            requests.add(() -> {
                for (var j = 0; j < 100; j++) {
                    var page = send(get("/camunda/app/tasklist/default/"));
                    var policy =
                            page.headers().firstValue("Content-Security-Policy").orElseThrow();
                    var nonces = NONCE.matcher(page.body()).results().map(found -> "'nonce-" + found.group(1) + "'");
                    if (!nonces.allMatch(policy::contains)
                            || !NONCE.matcher(page.body()).find()) {
                        return false;
                    }
                }
                return true;
            });
        }

        assertThat(atOnce(requests)).containsOnly(true);
    }

    /** Without one of them the browser waits for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void a_page_finds_every_script_it_asks_for(String application) throws Exception {
        var page = send(get("/camunda/app/" + application + "/default/")).body();
        var plugins = PLUGIN.matcher(page)
                .results()
                .map(found -> found.group(1) + "/" + found.group(2))
                .toList();
        var scripts =
                SCRIPT.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(plugins).isNotEmpty();
        assertThat(scripts).isNotEmpty();
        for (var script : Stream.concat(plugins.stream(), scripts.stream()).toList()) {
            // What is ours is led to the address that it has in this release.
            var led = send(get(script)).headers().firstValue("Location").orElse(script);
            assertThat(send(get(led)).statusCode()).as(script).isEqualTo(200);
        }
    }

    // --- the REST API for other programs

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/engine",
                "/engine-rest/engine/",
                "/engine-rest/engine/default/task",
                "/engine-rest/task",
                "/engine-rest/version",
                "/engine-rest/x/..;/task",
                "/engine-rest/%74ask",
                "//engine-rest/task"
            })
    void the_api_asks_everybody_for_their_password(String path) throws Exception {
        assertThat(send(get(path)).statusCode()).isIn(400, 401);
        assertThat(send(get(path).header("Authorization", "Basic !")).statusCode())
                .isIn(400, 401);
        assertThat(send(get(path).header("Authorization", "Bearer x")).statusCode())
                .isIn(400, 401);
    }

    @ParameterizedTest
    @CsvSource({"anna, 200", "admin, 200", "ruth, 403", "maya, 403", "clara, 403"})
    void the_api_is_for_analysts_and_operators(String userId, int status) throws Exception {
        for (var path : new String[] {
            "/engine-rest/engine", "/engine-rest/task?maxResults=5", "/engine-rest/engine/default/task?maxResults=5"
        }) {
            assertThat(send(as(userId, get(path))).statusCode()).as(path).isEqualTo(status);
        }
    }

    @Test
    void the_others_are_told_where_to_go() throws Exception {
        assertThat(send(as("ruth", get("/engine-rest/task"))).body())
                .contains("Only analysts and operators can use this. Everybody else finds everything in Tasklist.");
    }

    @Test
    void an_analyst_can_do_no_more_there_than_elsewhere() throws Exception {
        var code = "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}";

        assertThat(send(as("anna", json("/engine-rest/task", code))).statusCode())
                .isEqualTo(403);
        assertThat(send(as("admin", json("/engine-rest/task", code))).statusCode())
                .isEqualTo(403);
        assertThat(send(as("anna", get("/engine-rest/variable-instance?maxResults=5")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(as("anna", get("/engine-rest/history/variable-instance?maxResults=5")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(as("anna", json("/engine-rest/message", "{\"messageName\":\"any\"}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusals_are_in_plain_words_there_too() throws Exception {
        var refused = send(as("admin", deployment(NO_DIAGRAM)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("holds a script, and scripts are not run here");
        assertThat(send(as("admin", get("/engine-rest/deployment/count?name=some-process")))
                        .body())
                .isEqualTo("{\"count\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org", "null", "http://127.0.0.1", "http://localhost:1", "file://example.org"})
    void a_page_of_somebody_else_gets_nothing_done(String origin) throws Exception {
        assertThat(send(as("admin", json("/engine-rest/task/count", "{}")).header("Origin", origin))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(as("admin", get("/engine-rest/task")).header("Origin", origin))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(json("/camunda/api/admin/auth/user/default/logout", "{}")
                                .header("Origin", origin))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void nor_does_one_that_does_not_say_where_it_is_from(String site) throws Exception {
        assertThat(send(as("admin", json("/engine-rest/task/count", "{}")).header("Sec-Fetch-Site", site))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_browser_is_not_made_to_keep_the_password() throws Exception {
        assertThat(send(get("/engine-rest/task").header("Sec-Fetch-Site", "cross-site"))
                        .headers()
                        .map())
                .doesNotContainKey("www-authenticate");
        assertThat(send(get("/engine-rest/task")).headers().map()).containsKey("www-authenticate");
    }

    @Test
    void Camunda_Modeler_is_let_in() throws Exception {
        assertThat(send(as("anna", json("/engine-rest/task/count", "{}"))
                                .header("Origin", "file://")
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(as("anna", get("/engine-rest/engine")).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(200);
    }

    // --- passwords

    @Test
    void guessing_is_slowed_down_where_it_comes_from() throws Exception {
        for (var i = 0; i < 10; i++) {
            assertThat(send(basic("anna", "guess", get("/engine-rest/engine"))
                                    .header("X-Forwarded-For", "198.51.100.7"))
                            .statusCode())
                    .isEqualTo(401);
        }

        var refused = send(as("anna", get("/engine-rest/engine")).header("X-Forwarded-For", "198.51.100.7"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 300L);
        assertThat(refused.body()).contains("the account is not locked");

        assertThat(send(as("anna", get("/engine-rest/engine")).header("X-Forwarded-For", "203.0.113.9"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void guessing_is_slowed_down_whatever_a_visitor_writes_before_what_the_proxy_says() throws Exception {
        for (var i = 0; i < 10; i++) {
            assertThat(send(basic("admin", "guess", get("/engine-rest/engine"))
                                    .header("X-Forwarded-For", "192.0.2." + i + ", 2001:db8:7:7::" + i))
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(send(as("admin", get("/engine-rest/engine"))
                                .header("X-Forwarded-For", "192.0.2.11, 2001:db8:7:7:ffff::"))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void the_page_on_which_somebody_changes_their_password_says_what_it_has_to_be() {
        var riku = TasklistSession.of("riku", jar.address());

        assertThat(riku.engine("identity/password-policy").body().findValuesAsText("placeholder"))
                .containsExactly(
                        "12 to 256 characters",
                        "at least five different characters",
                        "more than your user name",
                        "more than what everybody tries first",
                        "only characters that can be typed");
        assertThat(riku.engine(
                                "identity/password-policy",
                                Map.of("password", "rikurikuriku", "profile", Map.of("id", "riku")))
                        .body()
                        .path("valid")
                        .asBoolean(true))
                .isFalse();
        var refused = riku.engine(
                "PUT",
                "user/riku/credentials",
                Map.of("password", "rikurikuriku", "authenticatedUserPassword", PASSWORD));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).startsWith("Please choose a password of 12 to 256 characters");
    }

    // --- what is too much, or nonsense

    @Test
    void a_request_that_is_too_large_is_not_read() throws Exception {
        var large = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";

        assertThat(send(as("admin", json("/engine-rest/task/count", large))).statusCode())
                .isEqualTo(413);
        assertThat(send(as("admin", json("/engine-rest/task/count", withoutLength(large))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(as("admin", deployment(large))).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"name\":{}}", "{\"unknown\":1}", "\u0000"})
    void what_cannot_be_read_is_said_to_be_so(String body) throws Exception {
        assertRefusedWithoutALookInside(send(as("admin", json("/engine-rest/task/count", body))), 200, 400);
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 100_000})
    void a_deeply_nested_answer_is_refused(int depth) throws Exception {
        var nested = "[".repeat(depth) + "]".repeat(depth);
        var path = "/engine-rest/process-definition/key/rep-onboarding/submit-form";

        var answer = send(as("admin", json(path, "{\"variables\":{\"goals\":{\"value\":" + nested + "}}}")));

        assertRefusedWithoutALookInside(answer, 400, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/nothing",
                "/engine-rest/task/nothing",
                "/engine-rest/engine/other/task",
                "/engine-rest/task?sortBy=nothing&sortOrder=asc",
                "/engine-rest/task?maxResults=many",
                "/engine-rest/task?priority=high",
                "/engine-rest/task?name=%00",
                "/engine-rest/filter/nothing"
            })
    void an_answer_tells_nothing_of_the_inside(String path) throws Exception {
        assertRefusedWithoutALookInside(send(as("admin", get(path))), 200, 404);
    }

    @Test
    void nonsense_is_not_answered_with_a_description_of_the_server() throws Exception {
        try (var socket = new Socket(jar.address().getHost(), jar.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /%zz|<> HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("Tomcat", "Exception", "\tat ");
        }
    }

    // --- where one is sent

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/camunda",
                "/camunda/",
                "/camunda/app",
                "/camunda/app/",
                "/camunda/app/tasklist",
                "/camunda/app/tasklist/",
                "/camunda/app/tasklist/default",
                "/camunda/app/cockpit/default",
                "/camunda/app/welcome",
                "/engine-rest/engine",
                "/nothing"
            })
    void nothing_leads_to_where_a_visitor_says_that_this_is(String path) throws Exception {
        for (var lie : List.of(
                "Host: evil.example",
                "Host: 127.0.0.1\r\nX-Forwarded-Host: evil.example",
                "Host: 127.0.0.1\r\nForwarded: host=evil.example",
                "Host: 127.0.0.1\r\nX-Forwarded-Prefix: //evil.example",
                "Host: 127.0.0.1\r\nX-Original-URL: //evil.example/")) {
            for (var version : List.of("1.1", "1.0")) {
                var answer = raw("GET " + path + " HTTP/" + version + "\r\n" + lie
                        + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
                assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
            }
        }
        assertThat(raw("GET http://evil.example" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("evil.example");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(jar.address().getHost(), jar.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    // --- pages

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404, There is nothing here",
        "/camunda/app/nothing, 404, There is nothing here",
        "/h2-console, 404, There is nothing here",
        "/h2-console/login.jsp, 404, There is nothing here",
        "/actuator, 404, There is nothing here",
        "/actuator/env, 404, There is nothing here",
        "/camunda/api/engine/engine/default/task, 401, Please log in"
    })
    void whoever_gets_lost_finds_a_way_back(String path, int status, String title) throws Exception {
        var page = send(get(path).header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body())
                .contains("<h1>" + title + "</h1>", "href=\"/camunda/app/tasklist/default/\"")
                .doesNotContain("Whitelabel");
        assertThat(send(get("/error/page.css")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_participant_who_opens_Cockpit_reads_kind_words() {
        var riku = TasklistSession.of("riku", jar.address()).sending("Accept", "text/html");

        assertThat(riku.get("/camunda/app/cockpit/default/").text()).contains("<h1>This is not for you</h1>");
    }

    @Test
    void a_program_still_gets_JSON() throws Exception {
        var answer = send(get("/nothing").header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"timestamp\"");
    }

    @Test
    void browsers_are_told_to_be_careful() throws Exception {
        for (var path : new String[] {"/", "/nothing", "/engine-rest/engine", "/camunda/app/tasklist/default/"}) {
            assertThat(send(get(path)).headers().map())
                    .as(path)
                    .containsKeys("x-content-type-options", "x-frame-options", "referrer-policy", "permissions-policy")
                    // Not without TLS: other programs on this computer have the same host name.
                    .doesNotContainKey("strict-transport-security");
        }
    }

    private static void assertRefusedWithoutALookInside(HttpResponse<String> answer, int least, int most) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(least, most);
        assertThat(answer.body()).doesNotContain("org.", "com.fasterxml", "\tat ", "\\tat ", "SQL", "select ", "ACT_");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofMinutes(5)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(jar.address() + path));
    }

    private static HttpRequest.Builder json(String path, String body) {
        return json(path, BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder json(String path, BodyPublisher body) {
        return get(path).header("Content-Type", "application/json").POST(body);
    }

    private static BodyPublisher withoutLength(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpRequest.Builder deployment(String diagram) {
        var body = "--part\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nsome-process\r\n"
                + "--part\r\nContent-Disposition: form-data; name=\"diagram\"; filename=\"some-process.bpmn\"\r\n"
                + "Content-Type: application/xml\r\n\r\n" + diagram + "\r\n--part--\r\n";
        return get("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder as(String userId, HttpRequest.Builder request) {
        return basic(userId, PASSWORD, request);
    }

    private static HttpRequest.Builder basic(String userId, String password, HttpRequest.Builder request) {
        var credentials = (userId + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
}
