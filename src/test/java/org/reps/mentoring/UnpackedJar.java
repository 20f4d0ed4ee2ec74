package org.reps.mentoring;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged jar as it starts quickest, which the README recommends: unpacked, with an archive of its classes. It is
 * made once for each jar, by whichever process of the tests needs it first.
 */
final class UnpackedJar {

    private static final Path PACKED = Path.of("target", "reps-mentoring.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path DIRECTORY = make();

    private UnpackedJar() {}

    /** What Java is told to start it with. With {@code -jar}, Spring Boot serves no pages out of {@code lib}. */
    static List<String> start() {
        return start(DIRECTORY);
    }

    private static List<String> start(Path directory) {
        var classPath = directory.resolve("reps-mentoring.jar") + File.pathSeparator + directory.resolve("lib") + "/*";
        return List.of("-cp", classPath, MentoringApplication.class.getName());
    }

    static Path archive() {
        return DIRECTORY.resolve("classes.jsa");
    }

    private static Path make() {
        var lock = PACKED.resolveSibling("unpacked.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var locked = channel.lock()) {
            assertThat(locked.isValid()).isTrue();
            var directory = PACKED.resolveSibling(
                    "unpacked-" + Files.getLastModifiedTime(PACKED).toMillis());
            if (!Files.exists(directory.resolve("classes.jsa"))) {
                var trial = Files.createDirectories(directory.resolve("trial"));
                run(trial, "-Djarmode=tools", "-jar", PACKED.toString(), "extract", "--force", "--destination", "..");
                var words = new ArrayList<>(List.of(
                        "-XX:ArchiveClassesAtExit=" + directory.resolve("classes.jsa"),
                        "-Dspring.context.exit=onRefresh"));
                words.addAll(start(directory));
                run(trial, words.toArray(String[]::new));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path directory, String... words) throws IOException {
        var log = directory.resolve("log");
        var command = Stream.concat(
                        Stream.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Stream.of(words))
                .toList();
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, MINUTES))
                    .as("ended: " + List.of(words))
                    .isTrue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
        assertThat(process.exitValue()).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
