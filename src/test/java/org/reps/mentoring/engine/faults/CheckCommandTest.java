package org.reps.mentoring.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No application is started for it, so there is none here either. */
@ExtendWith(OutputCaptureExtension.class)
class CheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void our_own_files_can_be_deployed(CapturedOutput output) {
        assertThat(CheckCommand.run("check", "bpmn", "forms")).isZero();
        assertThat(output).contains(" Faults: 0.").doesNotContain("Fault: ");
    }

    @Test
    void a_slip_is_said_with_its_place_and_is_no_success(CapturedOutput output) throws IOException {
        var changed = folder.resolve("mentor-absence.bpmn");
        Files.writeString(
                changed,
                Files.readString(Path.of("bpmn", "mentor-absence.bpmn"))
                        .replace("${absences.begin(absenceId)}", "${absences.began(absenceId)}"));

        assertThat(CheckCommand.run("check", changed.toString(), "forms")).isEqualTo(1);
        assertThat(output)
                .contains("Fault: In " + changed
                        + ", \"Begin the absence\" (Activity_BeginAbsence) calls absences.began(…)")
                .contains("Did you mean \"begin\"?")
                .contains(" Faults: 1.")
                .contains("It would not be deployed like this.");
    }

    @Test
    void a_form_alone_would_change_nothing(CapturedOutput output) {
        assertThat(CheckCommand.run("check", "forms/mentor-absence-cover.form")).isEqualTo(1);
        assertThat(output)
                .contains("Fault: forms/mentor-absence-cover.form is a form that no diagram among the files uses, so"
                        + " nothing would change");
    }

    @Test
    void what_is_not_there_or_not_said_is_asked_for(CapturedOutput output) {
        assertThat(CheckCommand.run("check")).isEqualTo(2);
        assertThat(CheckCommand.run("check", "nowhere")).isEqualTo(2);
        assertThat(CheckCommand.run("check", "--all", "bpmn")).isEqualTo(2);
        assertThat(CheckCommand.run("check", folder.toString())).isEqualTo(2);
        assertThat(output)
                .contains("java -jar reps-mentoring.jar check bpmn forms")
                .contains("no file or folder nowhere");
        assertThat(CheckCommand.isAskedFor("check", "bpmn")).isTrue();
        assertThat(CheckCommand.isAskedFor("--check")).isFalse();
        assertThat(CheckCommand.isAskedFor()).isFalse();
    }
}
