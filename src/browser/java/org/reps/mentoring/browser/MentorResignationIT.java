package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentorResignationIT extends BrowserTest {

    @Test
    void a_mentor_steps_down_and_no_mentee_is_forgotten() {
        givenMentor("marco", "America/Sao_Paulo", "rene");
        givenMentor("mila", "America/Sao_Paulo");
        var lastDay = today("marco").plusDays(10);
        var marco = programme.mentor("marco");
        var clara = programme.council("clara");
        var rene = programme.rep("rene");
        marco.stepsDown(lastDay, "messageToMentees", "It was a joy to work with you.", "reason", "A new job.");
        tasklist("marco").open("Recommend a successor").shows("Rene Sample");
        marco.recommendsAsSuccessor("mila");

        tasklist("clara")
                .take("Acknowledge the resignation of Marco")
                .shows(inWords(lastDay))
                .shows("Why", "A new job.");
        clara.acceptsTheResignation();
        mail("rene", "It was a joy to work with you.");

        programme.mentor("mila").agreesToMentor("rene");
        tasklist("rene").open("Meet your proposed mentor").shows("Mila Sample");
        rene.acceptsTheProposedMentor();
        marco.handsOverWithoutAWord("rene");
        programme.timeFor("Event_LastDayCome", "marco");
        programme.timeFor("Event_LastDayOver", "marco");

        mail("marco", "Mentees guided: 1");
        var tasklist = tasklist("marco");
        tasklist.page().reload();
        tasklist.seesNot(Tasklist.MY_TASKS, "Hand over Rene");
        assertThat(tasklist.lists()).containsExactly("My tasks", "Overdue");
    }
}
