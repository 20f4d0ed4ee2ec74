package org.reps.mentoring.benchmark;

import static org.awaitility.Awaitility.await;
import static org.reps.mentoring.Today.now;

import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.MentoringApplication;
import org.reps.mentoring.digest.Digests;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast 10,000 digests are written while they are sent into a folder, and how much memory that takes: {@code mvn -P
 * benchmark -Dbenchmark=DigestBenchmark}. Arguments are settings of the application; the database has to be empty.
 */
final class DigestBenchmark {

    private static final int PEOPLE = 10_000;
    private static final int STEP = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private DigestBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("digests");
        var settings = new ArrayList<>(List.of(
                // In a file, so that the memory of the database does not count.
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("mentoring"),
                "--mentoring.mail.folder=" + folder.resolve("mail"),
                "--mentoring.daily-round.digest-at=00:00",
                "--mentoring.sample=false",
                "--logging.level.root=ERROR",
                "--logging.level.org.reps.mentoring=ERROR"));
        settings.addAll(List.of(arguments));
        try (var application = new SpringApplicationBuilder(MentoringApplication.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            fill(application.getBean(JdbcTemplate.class));
            write(application.getBean(Digests.class));
            waitForTheLast(application.getBean(RuntimeService.class));
        }
    }

    private static void write(Digests digests) {
        print("memory before: %d MB%n", usedMemory());
        var begin = System.nanoTime();
        var written = 0;
        int next;
        while ((next = digests.sendNext()) > 0) {
            written += next;
            if (written % STEP == 0) {
                print("  %d written: %d MB%n", written, usedMemory());
            }
        }
        print("%d digests written, %.0f per second%n", written, written / seconds(begin));
    }

    /** The engine has sent mails all the time. */
    private static void waitForTheLast(RuntimeService runtime) {
        var waiting = runtime.createProcessInstanceQuery().processDefinitionKey("send-mail");
        var begin = System.nanoTime();
        print("%d mails were still to be sent%n", waiting.count());
        try {
            await().atMost(LONGEST_WAIT).pollInterval(Duration.ofMillis(200)).until(() -> waiting.count() == 0);
        } catch (ConditionTimeoutException tooMany) {
            print("Not all of them were%n");
        }
        print("%d are left after %.1f seconds, in %d MB%n", waiting.count(), seconds(begin), usedMemory());
    }

    private static void fill(JdbcTemplate database) {
        var due = Timestamp.from(now().minus(Duration.ofDays(1)));
        var numbers = IntStream.range(0, PEOPLE).boxed().toList();
        database.batchUpdate(
                "insert into ACT_ID_USER (ID_, REV_, FIRST_, LAST_, EMAIL_) values (?, 1, 'Rep', 'Sample', ?)",
                numbers.stream()
                        .map(number -> new Object[] {"rep" + number, "rep" + number + "@example.org"})
                        .toList());
        database.batchUpdate(
                "insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (?, 'reps')",
                numbers.stream().map(number -> new Object[] {"rep" + number}).toList());
        database.batchUpdate(
                """
                insert into ACT_RU_TASK (ID_, REV_, NAME_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_)
                values (?, 1, 'Look back on the year', ?, 50, ?, ?, 1)""",
                numbers.stream()
                        .flatMap(number -> IntStream.range(0, 3).mapToObj(place ->
                                new Object[] {"task" + number + "-" + place, "rep" + number, due, due}))
                        .toList());
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long usedMemory() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
