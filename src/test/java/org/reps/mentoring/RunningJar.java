package org.reps.mentoring;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The packaged application as its users run it: a process of its own in a directory of its own. */
public final class RunningJar implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path directory;
    private final Map<String, String> environment;
    private URI address = onFreePort();
    private Process process;

    public RunningJar(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** May be another one after each start. */
    public URI address() {
        return address;
    }

    /** Everything it has printed since it was started last. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        // Until it says so, somebody else might answer.
        startUntil(() -> log().contains("Tomcat started on port " + address.getPort()) && answers());
    }

    /** Starts it, and waits for something that it does then. */
    void startUntil(Callable<Boolean> done) {
        launch();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (process.isAlive()) {
                        return done.call();
                    }
                    assertThat(portWasTaken()).as(this::log).isTrue();
                    launchElsewhere();
                    return false;
                });
    }

    /** Starts it although it should refuse that, and waits for its end. */
    int exitCode() {
        launch();
        var code = end();
        while (portWasTaken()) {
            launchElsewhere();
            code = end();
        }
        return code;
    }

    /** Lets it do what an operator tells it, and waits for its end. */
    int exitCode(String... words) {
        launch(words);
        return end();
    }

    /** As if the power had failed. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            end();
        }
    }

    private void launch() {
        launch("--server.port=" + address.getPort());
    }

    private void launch(String... arguments) {
        // It is stopped before optimising its code has paid.
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8"));
        command.addAll(UnpackedJar.start());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile().toFile());
        // Hashing is the subject of PasswordsTest only.
        builder.environment().put("MENTORING_PASSWORD_WORK", "1");
        builder.environment().putAll(environment);
        if (!"production".equals(environment.get("SPRING_PROFILES_ACTIVE"))) {
            // A real programme lives in the present; this one where the tests do, also after it was killed.
            builder.environment().put("MENTORING_CLOCK_STARTS_AT", Today.now().toString());
        }
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int end() {
        try {
            if (!process.waitFor(10, MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("It does not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/camunda/app/tasklist/default/"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path logFile() {
        return directory.resolve("application.log");
    }

    /** Between the choice of a port and its use anybody can take it. */
    private boolean portWasTaken() {
        return log().contains("Port " + address.getPort() + " was already in use");
    }

    private void launchElsewhere() {
        address = onFreePort();
        launch();
    }

    private static URI onFreePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
