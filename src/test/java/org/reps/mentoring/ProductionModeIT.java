package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application as the start of a real programme. */
class ProductionModeIT {

    private static final String PASSWORD = "nobody-else-knows-this";

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    // Nobody outside should reach a test.
    private static final Map<String, String> WITHOUT_PASSWORD = Map.of(
            "SPRING_PROFILES_ACTIVE", "production", "SERVER_ADDRESS", "127.0.0.1", "MENTORING_CONFIDENTIAL_KEY", KEY);
    private static final Map<String, String> WITH_PASSWORD =
            and(WITHOUT_PASSWORD, "MENTORING_OPERATOR_PASSWORD", PASSWORD);

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

    @ParameterizedTest
    @ValueSource(strings = {"", "a passphrase", "cmVwcyBtZW50b3JpbmcsIGZvciB0cnlpbmcgb25seSE="})
    void without_a_key_of_its_own_for_confidential_texts_it_does_not_start(String key) {
        try (var jar = new RunningJar(directory, and(WITH_PASSWORD, "MENTORING_CONFIDENTIAL_KEY", key))) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("openssl rand -base64 32");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void where_somebody_has_the_password_of_the_sample_it_does_not_start() {
        try (var trial = new RunningJar(directory, Map.of())) {
            trial.start();
        }

        try (var jar = new RunningJar(directory, WITH_PASSWORD)) {
            assertThat(jar.exitCode()).isNotZero();

            assertThat(jar.log()).contains("still has the password of the sample programme");
        }
    }

    @Test
    void with_a_password_it_starts_without_a_sample_and_keeps_its_cookies_to_https() {
        try (var jar = new RunningJar(directory, WITH_PASSWORD)) {
            jar.start();
            var window = TasklistSession.anonymous(jar.address());

            assertThat(window.openPage().cookies())
                    .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
                    .allMatch(cookie -> cookie.contains("Secure"));
            var loggedIn = window.login("admin", PASSWORD, "tasklist");
            assertThat(loggedIn.status()).isEqualTo(200);
            assertThat(loggedIn.cookies())
                    .anyMatch(cookie -> cookie.startsWith("JSESSIONID=") && cookie.contains("HttpOnly"))
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"));
            assertThat(window.login("clara", "mentoring-demo", "tasklist").status())
                    .isEqualTo(401);
            assertThat(jar.log()).doesNotContain("Created the sample programme");
        }
    }

    @Test
    void analysts_deploy_nothing_there() {
        try (var jar = new RunningJar(directory, WITH_PASSWORD)) {
            jar.start();
            var operator = TasklistSession.anonymous(jar.address());
            operator.openPage();
            operator.login("admin", PASSWORD, "cockpit");
            var anna = Map.of("id", "anna", "firstName", "Anna", "lastName", "Sample", "email", "anna@example.org");
            var created = operator.engine(
                    "user/create", Map.of("profile", anna, "credentials", Map.of("password", "mentoring-demo")));
            assertThat(created.status()).as(created::toString).isEqualTo(204);
            assertThat(operator.engine("PUT", "group/analysts/members/anna", Map.of())
                            .status())
                    .isEqualTo(204);

            var refused =
                    TasklistSession.of("anna", "cockpit", jar.address()).deploy("mine", Map.of("a.svg", "<svg/>"));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.message()).isEqualTo("This is not part of what you can do here.");
        }
    }

    private static Map<String, String> and(Map<String, String> environment, String name, String value) {
        var more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }
}
