package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;

class MentorInactivityIT extends BrowserTest {

    @Test
    void nobody_waits_for_a_silent_mentor() {
        givenMentor("mina", "Europe/Berlin");
        mail("mei", "Please do: Are you still there?");

        var cockpit = cockpit("clara");
        cockpit.open("Report a silent mentor", "mei").letItBeTimeFor("No answer");
        for (var member : List.of("carmen", "caleb")) {
            tasklist(member)
                    .take("Confirm that a mentor is inactive")
                    .shows("Mei Tanaka")
                    .choose("Is this mentor inactive?", "Yes, their mentees should get other mentors")
                    .complete();
        }
        mail("mei", "We will look for other mentors for your mentees");
        cockpit.open("Report a silent mentor", "mei").letItBeTimeFor("Announced time over");

        tasklist("mina")
                .take("Offer to mentor Rolf")
                .choose("Would you guide this rep?", "I will")
                .complete();
        tasklist("rolf")
                .open("Meet your proposed mentor")
                .shows("Mina Sample")
                .choose("Your answer", "Yes, I would like to start")
                .complete();
        mail("rolf", "Mina is your mentor now");
        assertThat(mentorships.ofMentee("rolf").orElseThrow().mentorId()).isEqualTo("mina");
        tasklist("mei")
                .open("Come back as a mentor")
                .choose("Would you like to be a mentor again?", "Yes, I am back")
                .complete();
        await().atMost(Windows.PATIENCE)
                .untilAsserted(
                        () -> assertThat(mentors.findById("mei").orElseThrow().status())
                                .isEqualTo(Mentor.Status.ACTIVE));
    }
}
