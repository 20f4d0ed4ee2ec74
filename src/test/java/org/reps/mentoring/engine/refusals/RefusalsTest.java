package org.reps.mentoring.engine.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.reps.mentoring.ProgrammeTest;

class RefusalsTest extends ProgrammeTest {

    @RepeatedTest(20)
    void of_six_windows_one_wins_and_the_others_are_told_kindly() throws Exception {
        givenRep("rumi");
        givenMentor("mateo", 5);
        givenContact("clara");
        startAs("rumi", "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        var task = task("Activity_OfferToMentor").getId();
        as("mateo", () -> tasks.claim(task, "mateo"));

        var windows = new ArrayList<Callable<String>>();
        for (var i = 0; i < 6; i++) {
            windows.add(() -> {
                try {
                    as("mateo", () -> forms.submitTaskForm(task, Map.of("mentorOffers", "yes")));
                    return "done";
                } catch (TooLate tooLate) {
                    return tooLate.getMessage();
                }
            });
        }
        var answers = atOnce(windows);

        assertThat(answers)
                .containsOnlyOnce("done")
                .filteredOn(answer -> !answer.equals("done"))
                .hasSize(5)
                .allMatch(answer -> answer.startsWith("This was done by somebody else"));
        runJobs();
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_MeetProposedMentor", "Activity_TakeBackSearch");
    }
}
