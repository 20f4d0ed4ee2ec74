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
        var mei = programme.mentor("mei");
        mei.getsMail("Please do: Are you still there?");

        programme.timeFor("Event_GraceOver", "mei");
        for (var member : List.of("carmen", "caleb")) {
            tasklist(member).take("Confirm that Mei Tanaka is inactive").shows("Mei Tanaka");
            programme.council(member).findsTheSilentMentorInactive();
        }
        mei.getsMail("We will look for other mentors for your mentees");
        programme.timeFor("Event_AnnouncedTimeOver", "mei");

        programme.mentor("mina").offersToMentor("rolf");
        tasklist("rolf").open("Meet your proposed mentor").shows("Mina Sample");
        programme.rep("rolf").acceptsTheProposedMentor();
        programme.rep("rolf").getsMail("Mina is your mentor now");
        assertThat(mentorships.ofMentee("rolf").orElseThrow().mentorId()).isEqualTo("mina");
        mei.comesBackAsAMentor();
        await().atMost(Windows.PATIENCE)
                .untilAsserted(
                        () -> assertThat(mentors.findById("mei").orElseThrow().status())
                                .isEqualTo(Mentor.Status.ACTIVE));
    }
}
