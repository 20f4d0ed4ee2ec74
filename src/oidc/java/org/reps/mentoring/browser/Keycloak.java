package org.reps.mentoring.browser;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A real provider, which Maven has unpacked, with people and the groups they are in. */
final class Keycloak implements AutoCloseable {

    static final String CLIENT = "mentoring";
    static final String SECRET = "only-for-this-test";
    static final String PASSWORD = "what they chose there";

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /** Another name than the application's, so that it is another site for a browser. */
    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/reps";
    }

    /** Somebody who has an account there. */
    record Account(String userName, String firstName, String mail, boolean verified, List<String> groups) {

        static Account of(String userName, String... groups) {
            return new Account(
                    userName, BrowserTest.firstName(userName), userName + "@example.org", true, List.of(groups));
        }

        private String json() {
            return """
                    {"username": "%s", "firstName": "%s", "lastName": "There", "email": "%s", "emailVerified": %s,
                     "enabled": true, "groups": [%s],
                     "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                    """.formatted(
                            userName,
                            firstName,
                            mail,
                            verified,
                            groups.stream().map(group -> "\"/" + group + "\"").collect(joining(", ")),
                            PASSWORD);
        }
    }

    /** @param application where people come back to */
    void start(String application, List<Account> accounts) throws IOException {
        var home = home();
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        var realm = Files.createDirectories(home.resolve("data/import")).resolve("reps-realm.json");
        Files.writeString(realm, realm(application, accounts));
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-file",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + port,
                        "--cache=local",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m -XX:TieredStopAtLevel=1");
        process = builder.start();
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    assertThat(process.isAlive()).as(Files.readString(log())).isTrue();
                    return answers();
                });
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What a program of this person sends with what it asks. */
    String accessToken(String userName) throws IOException, InterruptedException {
        var form = Map.of(
                        "grant_type", "password",
                        "client_id", CLIENT,
                        "client_secret", SECRET,
                        "username", userName,
                        "password", PASSWORD)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = http.send(request, BodyHandlers.ofString()).body();
        var token = TOKEN.matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group(1);
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String realm(String application, List<Account> accounts) {
        return """
                {"realm": "reps", "enabled": true, "sslRequired": "none",
                 "groups": [%s],
                 "clients": [{
                   "clientId": "%s", "secret": "%s", "protocol": "openid-connect", "publicClient": false,
                   "standardFlowEnabled": true, "directAccessGrantsEnabled": true,
                   "redirectUris": ["%s/sign-in/from/provider"],
                   "attributes": {
                     "post.logout.redirect.uris": "%s/sign-in/out",
                     "pkce.code.challenge.method": "S256"},
                   "protocolMappers": [{
                     "name": "groups", "protocol": "openid-connect",
                     "protocolMapper": "oidc-group-membership-mapper",
                     "config": {
                       "claim.name": "groups", "full.path": "true", "id.token.claim": "true",
                       "access.token.claim": "true", "userinfo.token.claim": "true"}}]}],
                 "users": [%s]}
                """.formatted(
                        accounts.stream()
                                .flatMap(account -> account.groups().stream())
                                .distinct()
                                .map(group -> "{\"name\": \"" + group + "\"}")
                                .collect(joining(", ")),
                        CLIENT,
                        SECRET,
                        application,
                        application,
                        accounts.stream().map(Account::json).collect(joining(", ")));
    }

    private static Path home() throws IOException {
        try (var folders = Files.list(UNPACKED)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static Path log() {
        return UNPACKED.resolve("keycloak.log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
