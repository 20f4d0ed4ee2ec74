package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator brings a programme in from the command line, before a real programme has ever been started. */
class MoveInIT {

    private static final Path EXAMPLES = Path.of("docs/move-in").toAbsolutePath();
    private static final String PEOPLE = EXAMPLES.resolve("people.csv").toString();
    private static final String MENTORSHIPS =
            EXAMPLES.resolve("mentorships.csv").toString();

    @TempDir
    Path directory;

    @Test
    void a_programme_moves_in_and_out() throws Exception {
        var environment = new HashMap<>(ProductionModeIT.COMPLETE);
        // Whatever day it is: a real programme lives in the present.
        environment.put("MENTORING_PROGRAMME_WENT_LIVE_ON", "2100-01-01");
        try (var jar = new RunningJar(directory, environment)) {
            assertThat(jar.exitCode("import", PEOPLE, MENTORSHIPS)).as(jar::log).isZero();
            assertThat(jar.log()).isEqualToNormalizingNewlines("""
                            People: 7 new, 0 changed, 0 as they were.
                            Mentorships: 2 new, 0 changed, 0 as they were.
                            All of this is done.
                            """);

            assertThat(jar.exitCode("invite")).as(jar::log).isZero();
            assertThat(jar.log())
                    .isEqualToNormalizingNewlines("Invited: 7. The application sends the mails as soon as it runs.\n");

            assertThat(jar.exitCode("export", "people.csv", "mentorships.csv"))
                    .as(jar::log)
                    .isZero();
            assertThat(Files.readAllLines(directory.resolve("people.csv")))
                    .hasSize(8)
                    .anyMatch(line -> line.startsWith("rosalie,Rosalie,Petit,rosalie@example.org,reps,2024-02-10,"));
            assertThat(Files.readString(directory.resolve("mentorships.csv"))).contains("\r\nmaja,rosalie,2024-03-01,");
        }
    }

    @Test
    void nothing_is_done_while_another_process_has_the_database_open_or_when_nobody_says_what() throws Exception {
        try (var jar = new RunningJar(directory, ProductionModeIT.COMPLETE)) {
            assertThat(jar.exitCode("import")).isEqualTo(2);
            assertThat(jar.log()).startsWith("Please say what to do:");
            assertThat(jar.exitCode("import", "nothing.csv")).isEqualTo(2);
            assertThat(jar.log()).isEqualToNormalizingNewlines("There is no file nothing.csv.\n");
            assertThat(jar.exitCode("export", PEOPLE, MENTORSHIPS)).isEqualTo(2);
            assertThat(jar.log()).startsWith("There is a file ").contains(" already.");
            assertThat(directory.resolve("data")).doesNotExist();

            var database = directory.resolve("data/mentoring").toAbsolutePath();
            try (var open = DriverManager.getConnection("jdbc:h2:file:" + database)) {
                assertThat(open.isValid(0)).isTrue();
                assertThat(jar.exitCode("import", PEOPLE, MENTORSHIPS, "--dry-run"))
                        .isEqualTo(3);
            }
            assertThat(jar.log())
                    .isEqualToNormalizingNewlines(
                            "Another process has the database open, perhaps the application itself."
                                    + " Please stop it first, or use the page “Move in” in Cockpit, as the operator.\n");
        }
    }

    @Test
    void what_is_wrong_is_said_and_the_exit_code_says_that_it_is() throws IOException {
        var file = directory.resolve("mine.csv");
        Files.writeString(file, "user name,first name,last name,mail,groups\nAna Silva,Ana,Silva,,reps\n");
        try (var jar = new RunningJar(directory, ProductionModeIT.COMPLETE)) {
            assertThat(jar.exitCode("import", "mine.csv", "--dry-run")).isEqualTo(1);
            assertThat(jar.log()).isEqualToNormalizingNewlines("""
                            people, line 2, user name: “Ana Silva” cannot be a user name; please use only the letters a to\
                             z, small or capital, and the digits 0 to 9; no spaces, accents, dots or hyphens, and at most 64 of them.
                            There is 1 thing to mend; nothing was changed.
                            """);
        }
    }
}
