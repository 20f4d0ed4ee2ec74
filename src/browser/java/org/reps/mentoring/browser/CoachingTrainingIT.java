package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoachingTrainingIT extends BrowserTest {

    @Test
    void a_rep_becomes_a_mentor() {
        var riku = tasklist("riku");
        riku.start("Become a mentor")
                .choose("What would you like to do?", "I would like to become a mentor")
                .write("Why would you like to become a mentor?", "Somebody did it for me.")
                .pick("Languages you speak", "English", "Finnish")
                .pick("Skills you could pass on", "Coaching")
                .complete();
        riku.open("Report the finished training")
                .choose("How far are you?", "I have finished the training")
                .write("Finished on", today("riku").minusDays(3).toString())
                .write("Link to your certificate", "https://example.org/certificate/17")
                .write("What have you practised and learned?", "Asking before advising.")
                .choose("Have you taken part in a practice week?", "Yes")
                .write(
                        "First day of the practice week",
                        today("riku").minusDays(20).toString())
                .complete();

        var clara = tasklist("clara");
        clara.take("Confirm the training of Riku")
                .shows("Asking before advising.")
                .shows(today("riku").minusDays(3).toString())
                .choose("Is the training accepted?", "Yes, it is accepted")
                .complete();
        clara.take("Arrange the on-boarding call with Riku")
                .choose("Will there be a call?", "Yes, I propose a time")
                .write("Day", today("riku").plusDays(1).toString())
                .write("Time", "18:30")
                .write("Where?", "Video call")
                .complete();
        fire("Event_CallDayReached", "riku");
        clara.open("Hold the on-boarding call with Riku")
                .choose("What became of the call?", "We have talked")
                .write("Held on", today("riku").toString())
                .complete();

        riku.open("Set up as a mentor")
                .choose("Would you like to begin as a mentor?", "Yes")
                .write("How many mentees would you like to have at most?", "2")
                .pick("Skills you could pass on", "Coaching", "Facilitation")
                .pick("Languages you speak", "Finnish")
                .select("Your time zone", "Europe/Helsinki")
                .tick("I have updated my profile: it says that I am a mentor")
                .tick("I have joined the mentors' group and room")
                .complete();
        mail("riku", "Welcome, you are a mentor now");
        riku.page().reload();
        assertThat(riku.lists()).contains(Tasklist.TASKS_I_CAN_TAKE);
    }
}
