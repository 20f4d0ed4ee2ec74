package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoachingTrainingIT extends BrowserTest {

    @Test
    void a_rep_becomes_a_mentor() {
        var riku = programme.rep("riku");
        var clara = programme.council("clara");
        var finishedOn = today("riku").minusDays(3);
        riku.asksToBecomeAMentor();
        riku.reportsTheTraining(finishedOn, "narrative", "Asking before advising.");

        tasklist("clara")
                .take("Confirm the training of Riku")
                .shows("Asking before advising.")
                .shows(inWords(finishedOn));
        clara.acceptsTheTrainingOf("riku");
        clara.proposesAnOnboardingCallTo("riku", today("riku").plusDays(1), "18:30");
        programme.timeFor("Event_CallDayReached", "riku");
        clara.holdsTheOnboardingCallWith("riku", today("riku"));

        riku.setsUpAsAMentor();
        riku.getsMail("Welcome, you are a mentor now");
        var tasklist = tasklist("riku");
        tasklist.page().reload();
        assertThat(tasklist.lists()).contains(Tasklist.TASKS_I_CAN_TAKE);
    }
}
