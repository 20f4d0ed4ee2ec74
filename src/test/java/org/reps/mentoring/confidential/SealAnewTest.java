package org.reps.mentoring.confidential;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.MentoringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The operator retires a key; where it matters that it is one, with a process of its own as in a shell. */
@ExtendWith(OutputCaptureExtension.class)
class SealAnewTest {

    private static final String OLD_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    /** So many that the command is not done when it is killed. */
    private static final int MANY = 10_000;

    @TempDir
    Path directory;

    @Test
    void after_it_was_killed_it_goes_on_and_then_the_old_key_opens_nothing_and_the_new_one_all() throws Exception {
        var ids = givenKeys(MANY);
        var killed = start(NEW_KEY, OLD_KEY);
        try (var output = killed.inputReader(StandardCharsets.UTF_8)) {
            output.lines().filter(line -> line.startsWith("Sealed anew so far")).findFirst();
            killed.destroyForcibly().waitFor();
        }
        var left = wrappedWith(OLD_KEY);
        assertThat(left).isBetween(1, MANY - 1000);

        var again = start(NEW_KEY, OLD_KEY);

        assertThat(said(again)).contains("Sealed anew with the new key: " + left + " of " + MANY + " data keys");
        assertThat(again.exitValue()).isZero();
        assertThat(wrappedWith(OLD_KEY)).isZero();
        try (var keys = keys(OLD_KEY)) {
            assertThat(keys.isAnyOutOfReach()).isTrue();
        }
        try (var keys = keys(NEW_KEY)) {
            assertThat(keys.isAnyOutOfReach()).isFalse();
            assertThat(keys.withIds(ids)).hasSize(MANY);
        }
    }

    @Test
    void what_was_sealed_before_opens_as_before() {
        String sealed;
        String id;
        try (var keys = keys(OLD_KEY)) {
            var key = keys.of("case");
            id = key.id();
            sealed = key.seal("a secret", "label");
        }

        assertThat(SealAnew.run(arguments(NEW_KEY, OLD_KEY))).isZero();

        try (var keys = keys(NEW_KEY)) {
            assertThat(keys.withIds(List.of(id)).get(id).open(sealed, "label")).isEqualTo("a secret");
        }
    }

    @Test
    void done_once_more_it_says_that_nothing_was_left(CapturedOutput said) {
        givenKeys(3);
        assertThat(SealAnew.run(arguments(NEW_KEY, OLD_KEY))).isZero();
        assertThat(said).contains("Sealed anew with the new key: 3 of 3 data keys");

        assertThat(SealAnew.run(arguments(NEW_KEY, OLD_KEY))).isZero();

        assertThat(said).contains("Sealed anew with the new key: 0 of 3 data keys");
    }

    @Test
    void without_a_new_key_it_refuses_in_plain_words_and_changes_nothing() throws Exception {
        givenKeys(3);

        assertRefused(start("", OLD_KEY), "openssl rand -base64 32");

        assertThat(wrappedWith(OLD_KEY)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "too short, " + OLD_KEY + ", openssl rand -base64 32",
        OLD_KEY + ", " + OLD_KEY + ", mentoring.confidential.key is one of mentoring.confidential.older-keys",
        NEW_KEY + ", '', mentoring.confidential.older-keys to the one before",
        NEW_KEY + ", AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=,"
                + " Please add the key that was used before to mentoring.confidential.older-keys."
    })
    void without_the_right_keys_it_refuses_in_plain_words_and_changes_nothing(
            String key, String older, String why, CapturedOutput said) {
        givenKeys(3);

        assertThat(SealAnew.run(arguments(key, older))).isNotZero();

        assertThat(said).contains(why).doesNotContain("\tat org.");
        assertThat(wrappedWith(OLD_KEY)).isEqualTo(3);
    }

    @Test
    void where_there_are_no_data_keys_it_does_not_say_that_all_is_done(CapturedOutput said) {
        assertThat(SealAnew.run(arguments(NEW_KEY, OLD_KEY))).isNotZero();

        assertThat(said)
                .contains("There are no data keys in mentoring.confidential.keys.url.")
                .doesNotContain("\tat org.");
    }

    @Test
    void where_the_data_keys_cannot_be_reached_it_says_so() throws Exception {
        givenKeys(3);
        try (var open = keys(OLD_KEY)) {
            assertThat(open.count()).isEqualTo(3);
            assertRefused(start(NEW_KEY, OLD_KEY), "stop the application if they are in a file that it has open");
        }
    }

    private void assertRefused(Process command, String why) throws Exception {
        assertThat(said(command)).contains(why).doesNotContain("\tat org.");
        assertThat(command.exitValue()).isNotZero();
    }

    private List<String> givenKeys(int number) {
        try (var keys = keys(OLD_KEY)) {
            var ids = IntStream.range(0, number)
                    .mapToObj(owner -> keys.of("case" + owner).id())
                    .toList();
            assertThat(keys.count()).isEqualTo(number);
            return ids;
        }
    }

    private int wrappedWith(String key) {
        return new JdbcTemplate(new DriverManagerDataSource(url()))
                .queryForObject(
                        "select count(*) from data_key where master_key = ?",
                        Integer.class,
                        SealingKey.of(key).id());
    }

    private DataKeys keys(String key) {
        return new DataKeys(new SealingKeys(key, List.of(), new SealingKeys.KeyStore(url(), "", "")));
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("keys").toAbsolutePath() + ";WRITE_DELAY=0";
    }

    private Process start(String key, String older) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp"));
        Collections.addAll(
                command,
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MentoringApplication.class.getName());
        Collections.addAll(command, arguments(key, older));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private String[] arguments(String key, String older) {
        return new String[] {
            "--mentoring.confidential.seal-anew",
            "--mentoring.confidential.key=" + key,
            "--mentoring.confidential.older-keys=" + older,
            "--mentoring.confidential.keys.url=" + url()
        };
    }

    private static String said(Process command) throws Exception {
        try (BufferedReader output = command.inputReader(StandardCharsets.UTF_8)) {
            var said = String.join("\n", output.lines().toList());
            assertThat(command.waitFor(5, MINUTES)).isTrue();
            return said;
        }
    }
}
