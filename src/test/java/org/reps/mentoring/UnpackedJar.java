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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The packaged jar as it starts quickest, which the README recommends: unpacked, with an archive of its classes. It is
 * made once for each jar, by whichever process of the tests needs it first; until the archive is there, the jar starts
 * without.
 */
final class UnpackedJar {

    private static final Path PACKED = Path.of("target", "reps-mentoring.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final CompletableFuture<Void> ARCHIVING = new CompletableFuture<>();
    private static final Path DIRECTORY = make();
    private static final Path ARCHIVE = DIRECTORY.resolve("classes.jsa");

    private UnpackedJar() {}

    /** What Java is told to start it with. With {@code -jar}, Spring Boot serves no pages out of {@code lib}. */
    static List<String> start() {
        if (ARCHIVING.isDone()) {
            ARCHIVING.join();
        }
        var words = new ArrayList<String>();
        if (Files.exists(ARCHIVE)) {
            words.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        words.addAll(classes(DIRECTORY));
        return words;
    }

    private static List<String> classes(Path directory) {
        var classPath = directory.resolve("reps-mentoring.jar") + File.pathSeparator + directory.resolve("lib") + "/*";
        return List.of("-cp", classPath, MentoringApplication.class.getName());
    }

    private static Path make() {
        var lock = PACKED.resolveSibling("unpacked.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var locked = channel.lock()) {
            assertThat(locked.isValid()).isTrue();
            var directory = PACKED.resolveSibling(
                    "unpacked-" + Files.getLastModifiedTime(PACKED).toMillis());
            var complete = directory.resolve("complete");
            if (!Files.exists(complete)) {
                var trial = Files.createDirectories(directory.resolve("trial"));
                run(trial, "-Djarmode=tools", "-jar", PACKED.toString(), "extract", "--force", "--destination", "..");
                Files.createFile(complete);
                archiveLater(directory, trial);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive stands in its place when it is whole. */
    private static void archiveLater(Path directory, Path trial) {
        var archive = trial.resolve("classes.jsa");
        var words = new ArrayList<>(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh"));
        words.addAll(classes(directory));
        ARCHIVING.completeAsync(() -> {
            try {
                run(trial, words.toArray(String[]::new));
                Files.move(archive, directory.resolve("classes.jsa"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    private static void run(Path directory, String... words) throws IOException {
        var log = directory.resolve("log");
        var command = Stream.concat(
                        Stream.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Stream.of(words))
                .toList();
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MENTORING_PASSWORD_WORK", "1");
        var process = builder.start();
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
