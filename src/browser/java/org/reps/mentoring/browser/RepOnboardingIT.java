package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.story.FindingAMentor;

class RepOnboardingIT extends BrowserTest {

    @Test
    void a_rep_finds_a_mentor_and_their_feet() {
        FindingAMentor.told(programme, "rumi", "mateo");

        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
    }

    @Test
    void each_of_them_reads_what_the_other_has_written() {
        givenRep("runa", "Europe/Oslo");
        givenMentor("mona", "America/Lima");
        var runa = programme.rep("runa");
        var mona = programme.mentor("mona");
        runa.looksForAMentor("goals", "Run a workshop in my town.");
        tasklist("mona").open(Tasklist.TASKS_I_CAN_TAKE, "Offer to mentor Runa").shows("Run a workshop in my town.");
        mona.offersToMentor("runa");

        var proposal = Tasklist.follow(
                mail("runa", "Please do: Meet your proposed mentor").link(), "runa", window("runa"));
        proposal.taskForm().shows("Mona Sample");
        runa.acceptsTheProposedMentor();

        mona.holdsTheOrientationCall("runa", Today.today(), "firstGoals", "Find a room and a date.");
        mail("runa", "Find a room and a date.");
        runa.takesTheFirstSteps("ownGoal", "A workshop before summer.");
        tasklist("mona").open("Review the orientation of Runa").shows("A workshop before summer.");
    }
}
