package org.reps.mentoring;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application is killed while it sends the mails of the sample programme, and started again. */
class MailCrashIT {

    private static final int KILLS = 2;
    private static final int CONNECTIONS = 2;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    /** Chance, but the same in each run. */
    private final Random chance = new Random(20261128);

    @TempDir
    Path directory;

    GreenMail mailServer;
    FaultyMailServer line;
    RunningJar jar;

    @BeforeEach
    void mailServer() {
        var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(LONG_ENOUGH.toMillis());
        mailServer = new GreenMail(smtp);
        mailServer.start();
        line = new FaultyMailServer(mailServer.getSmtp().getPort());
        jar = new RunningJar(
                directory,
                Map.of(
                        "SPRING_MAIL_HOST",
                        "127.0.0.1",
                        "SPRING_MAIL_PORT",
                        String.valueOf(line.port()),
                        "MENTORING_MAIL_CONNECTIONS",
                        String.valueOf(CONNECTIONS),
                        // Otherwise what a killed process had taken up waits for two minutes.
                        "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS",
                        "10000"));
    }

    @AfterEach
    void stop() {
        jar.close();
        line.close();
        mailServer.stop();
    }

    @Test
    void no_mail_is_lost_and_a_kill_doubles_no_more_than_what_was_on_its_way() throws Exception {
        for (var kill = 0; kill < KILLS; kill++) {
            line.fallSilentAfter(chance.nextInt(5));
            // The server has one more, and the application has not heard of it.
            jar.startUntil(() -> line.unheard() > 0);
            jar.kill();
        }
        line.repair();
        jar.start();
        var clara = TasklistSession.of("clara", "cockpit", jar.address());
        await().atMost(LONG_ENOUGH)
                .until(() -> clara.engine("process-instance/count?processDefinitionKey=send-mail")
                                .body()
                                .path("count")
                                .asInt(-1)
                        == 0);
        jar.close();

        var copies = new TreeMap<>(received().collect(groupingBy(mail -> mail, counting())));
        assertThat(copies.keySet()).containsExactlyInAnyOrderElementsOf(sent().keySet());
        assertThat(sent())
                .hasSizeGreaterThan(20)
                .allSatisfy((mail, state) -> assertThat(state).isEqualTo("SENT"));
        assertThat(copies.values()).allSatisfy(number -> assertThat(number).isBetween(1L, 1L + KILLS));
        assertThat(received().count() - copies.size()).isBetween((long) KILLS, (long) KILLS * CONNECTIONS);
    }

    /** What has arrived, by {@code Message-ID}. */
    private Stream<String> received() {
        return Stream.of(mailServer.getReceivedMessages()).map(MailCrashIT::messageId);
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The states of all mails there are, by the {@code Message-ID} they must have. */
    private Map<String, String> sent() throws SQLException {
        var states = new TreeMap<String, String>();
        var url = "jdbc:h2:file:" + directory.resolve("data/mentoring").toAbsolutePath();
        try (var database = DriverManager.getConnection(url);
                var rows = database.createStatement().executeQuery("select dedupe_key, state from mail")) {
            while (rows.next()) {
                var unique = UUID.nameUUIDFromBytes(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                states.put("<" + unique + "@example.org>", rows.getString(2));
            }
        }
        return states;
    }
}
