package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as the start of a real programme. */
class ProductionModeIT {

    private static final String PASSWORD = "nobody-else-knows-this";

    private static final String PUBLIC_ADDRESS = "https://mentoring.example.org";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    // Nobody outside should reach a test.
    private static final Map<String, String> WITHOUT_PASSWORD = Map.of(
            "SPRING_PROFILES_ACTIVE",
            "production",
            "SERVER_ADDRESS",
            "127.0.0.1",
            "MENTORING_MAIL_BASE_URL",
            PUBLIC_ADDRESS,
            "MENTORING_TRUSTED_PROXIES",
            "127.0.0.1",
            "MENTORING_CONFIDENTIAL_KEY",
            KEY,
            "MENTORING_ANSWER_LINK_KEYS",
            KEY,
            "MENTORING_CONFIDENTIAL_KEYS_URL",
            "jdbc:h2:file:./data/keys;WRITE_DELAY=0");
    static final Map<String, String> COMPLETE = and(WITHOUT_PASSWORD, "MENTORING_OPERATOR_PASSWORD", PASSWORD);

    @TempDir
    Path directory;

    @Test
    void without_a_password_for_the_operator_it_does_not_start_and_creates_nothing() {
        try (var jar = new RunningJar(directory, WITHOUT_PASSWORD)) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("Please set MENTORING_OPERATOR_PASSWORD");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void with_the_key_for_trying_only_it_does_not_start_and_creates_nothing() {
        var trialKey = "cmVwcyBtZW50b3JpbmcsIGZvciB0cnlpbmcgb25seSE=";
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_CONFIDENTIAL_KEY", trialKey))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("openssl rand -base64 32");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void without_a_key_for_links_in_mails_it_does_not_start_and_a_wrong_one_is_not_said() {
        for (var key : List.of("", "a-key-that-is-too-short")) {
            try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_ANSWER_LINK_KEYS", key))) {
                assertThat(jar.exitCode()).isNotZero();

                assertThat(jar.log())
                        .contains("Please set MENTORING_ANSWER_LINK_KEYS")
                        .doesNotContain("too-short");
                assertThat(directory.resolve("data")).doesNotExist();
            }
        }
    }

    @Test
    void without_a_database_for_the_keys_of_cases_it_does_not_start_and_creates_nothing() {
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_CONFIDENTIAL_KEYS_URL", ""))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("Please set MENTORING_CONFIDENTIAL_KEYS_URL");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void without_a_public_address_it_does_not_start_and_creates_nothing() {
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_MAIL_BASE_URL", "http://localhost"))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log())
                    .contains("Please set MENTORING_MAIL_BASE_URL to the address under which people reach");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void with_a_password_that_others_would_try_first_it_does_not_start_and_creates_nothing() {
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_OPERATOR_PASSWORD", "adminadminadmin"))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("MENTORING_OPERATOR_PASSWORD is too easy to guess.");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void with_a_proxy_that_is_no_address_it_does_not_start_and_creates_nothing() {
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_TRUSTED_PROXIES", "proxy.example.org"))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log())
                    .contains("Please set MENTORING_TRUSTED_PROXIES to the addresses of the proxies in front of")
                    .contains("\"proxy.example.org\" is no IP address or network.");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void with_a_place_to_sign_in_where_others_can_listen_it_does_not_start_and_creates_nothing() {
        var issuer = "http://login.example.org/realms/reps";
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_SIGN_IN_ISSUER", issuer))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("Please set MENTORING_SIGN_IN_ISSUER to the address of the OpenID Connect");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void it_lives_in_the_present() {
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_CLOCK_STARTS_AT", "2027-12-31"))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("Please do not set mentoring.clock.starts-at");
        }
    }

    @Test
    void it_answers_under_its_own_name_only_and_without_a_proxy_believes_nobody() throws Exception {
        try (var jar = new RunningJar(directory, and(COMPLETE, "MENTORING_TRUSTED_PROXIES", ""))) {
            jar.start();

            for (var host : List.of("mentoring.example.org", "mentoring.example.org:443", "127.0.0.1")) {
                assertThat(statusOf(jar, host)).as(host).isEqualTo("200");
            }
            for (var host : List.of("evil.example", "mentoring.example.org.evil.example", "10.0.0.1", "")) {
                assertThat(statusOf(jar, host)).as(host).isEqualTo("400");
            }
            assertThat(jar.log()).contains("No proxy is trusted (mentoring.trusted-proxies).");
            assertThat(headersOf(jar, "/nothing")).doesNotContainKey("strict-transport-security");
            var stranger = window(jar).sending("Origin", PUBLIC_ADDRESS);
            stranger.openPage();
            for (var i = 0; i < 10; i++) {
                stranger.sending("X-Forwarded-For", "198.51.100." + i);
                assertThat(stranger.login("admin", "guess " + i, "tasklist").status())
                        .isEqualTo(401);
            }
            stranger.sending("X-Forwarded-For", "203.0.113.9");
            assertThat(stranger.login("admin", PASSWORD, "tasklist").status()).isEqualTo(429);
        }
    }

    private static String statusOf(RunningJar jar, String host) throws IOException {
        try (var socket = new Socket(jar.address().getHost(), jar.address().getPort())) {
            var request = "GET /camunda/app/tasklist/default/ HTTP/1.1\r\nHost: " + host
                    + "\r\nX-Forwarded-Host: mentoring.example.org\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[1];
        }
    }

    /** With all that it asks for. */
    @Nested
    class Complete {

        @TempDir
        static Path programme;

        private static RunningJar jar;

        @BeforeAll
        static void start() {
            jar = new RunningJar(programme, COMPLETE);
            jar.start();
        }

        @AfterAll
        static void stop() {
            jar.close();
        }

        @Test
        void behind_a_proxy_with_https_it_serves_its_own_pages_and_nothing_else() throws Exception {
            var window = window(jar).sending("Origin", PUBLIC_ADDRESS);

            assertThat(window.openPage().cookies())
                    .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"));
            var loggedIn = window.login("admin", PASSWORD, "tasklist");
            assertThat(loggedIn.status()).isEqualTo(200);
            assertThat(loggedIn.cookies())
                    .anyMatch(cookie -> cookie.startsWith("JSESSIONID=") && cookie.contains("HttpOnly"))
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"));
            assertThat(window.login("clara", "mentoring-demo", "tasklist").status())
                    .isEqualTo(401);
            assertThat(jar.log()).doesNotContain("Created the sample programme");

            for (var foreign : List.of("https://example.org", "http://mentoring.example.org", "null", "file://")) {
                var page = window(jar).sending("Origin", foreign);
                page.openPage();
                assertThat(page.login("admin", PASSWORD, "tasklist").status())
                        .as(foreign)
                        .isEqualTo(403);
            }

            assertThat(window(jar).get("/engine-rest/engine").status()).isEqualTo(404);
            assertThat(headersOf(jar, "/camunda/app/tasklist/default/"))
                    .containsEntry("strict-transport-security", List.of("max-age=31536000"))
                    .containsKeys("content-security-policy");
            assertThat(headersOf(jar, "/nothing"))
                    .containsEntry("strict-transport-security", List.of("max-age=31536000"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("referrer-policy", List.of("same-origin"))
                    .containsKeys("permissions-policy");
        }

        @Test
        void neither_analysts_nor_the_operator_deploy_there() {
            var operator = window(jar).sending("Origin", PUBLIC_ADDRESS);
            operator.openPage();
            operator.login("admin", PASSWORD, "cockpit");
            var anna = Map.of("id", "anna", "firstName", "Anna", "lastName", "Sample", "email", "anna@example.org");
            var created = operator.engine(
                    "user/create", Map.of("profile", anna, "credentials", Map.of("password", "mentoring-demo")));
            assertThat(created.status()).as(created::toString).isEqualTo(204);
            assertThat(operator.engine("PUT", "group/analysts/members/anna", Map.of())
                            .status())
                    .isEqualTo(204);

            var closed = operator.deploy("mine", Map.of("a.svg", "<svg/>"));
            assertThat(closed.status()).as(closed::toString).isEqualTo(403);
            assertThat(closed.message()).startsWith("Diagrams and forms come with a release of the application here.");

            var refused = anna(jar).deploy("mine", Map.of("a.svg", "<svg/>"));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.message()).isEqualTo("This is not part of what you can do here.");
        }

        @Test
        void what_somebody_tries_elsewhere_does_not_keep_the_operator_out() {
            var stranger = window(jar).sending("Origin", PUBLIC_ADDRESS).sending("X-Forwarded-For", "198.51.100.7");
            stranger.openPage();
            for (var i = 0; i < 10; i++) {
                assertThat(stranger.login("admin", "guess " + i, "tasklist").status())
                        .isEqualTo(401);
            }
            var refused = stranger.login("admin", "one more guess", "tasklist");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.message()).startsWith("There were too many attempts to log in with a wrong password.");

            var operator = window(jar).sending("Origin", PUBLIC_ADDRESS).sending("X-Forwarded-For", "203.0.113.9");
            operator.openPage();
            assertThat(operator.login("admin", PASSWORD, "tasklist").status()).isEqualTo(200);
        }
    }

    private static TasklistSession anna(RunningJar jar) {
        var anna = window(jar).sending("Origin", PUBLIC_ADDRESS);
        anna.openPage();
        assertThat(anna.login("anna", "mentoring-demo", "cockpit").status()).isEqualTo(200);
        return anna;
    }

    private static TasklistSession window(RunningJar jar) {
        return TasklistSession.anonymous(jar.address()).sending("X-Forwarded-Proto", "https");
    }

    private static Map<String, List<String>> headersOf(RunningJar jar, String path) throws Exception {
        var request = HttpRequest.newBuilder(jar.address().resolve(path))
                .header("X-Forwarded-Proto", "https")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .map();
    }

    private static Map<String, String> and(Map<String, String> environment, String name, String value) {
        var all = new HashMap<>(environment);
        all.put(name, value);
        return all;
    }
}
