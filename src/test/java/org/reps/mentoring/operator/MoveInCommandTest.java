package org.reps.mentoring.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is not done: nothing is even started for it. */
class MoveInCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import people.csv --dryrun",
                "import people.csv --dry-run=true",
                "import people.csv --trial --mentoring.sample=false",
                "invite --dry-run",
                "export new.csv also-new.csv --dry-run"
            })
    void whoever_misspells_a_trial_does_not_get_the_real_thing(String command) throws IOException {
        Files.writeString(folder.resolve("people.csv"), "user name,first name,last name,mail,groups\n");
        var words = command.replaceAll("(\\S+\\.csv)", folder.resolve("$1").toString())
                .split(" ");

        assertThat(MoveInCommand.run(NotToBeStarted.class, words)).isEqualTo(2);
    }

    private static final class NotToBeStarted {

        NotToBeStarted() {
            throw new AssertionError();
        }
    }
}
