package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentorResignationIT extends BrowserTest {

    @Test
    void a_mentor_steps_down_and_no_mentee_is_forgotten() {
        givenMentor("marco", "America/Sao_Paulo", "rene");
        givenMentor("mila", "America/Sao_Paulo");
        var lastDay = today("marco").plusDays(10);
        var marco = tasklist("marco");
        marco.start("Step down as a mentor")
                .write("Your last day as a mentor", lastDay.toString())
                .write("Your message to your mentees", "It was a joy to work with you.")
                .write("Why, if you would like to say it", "A new job.")
                .complete();
        marco.open("Recommend a successor")
                .shows("Rene Sample")
                .choose("Whom do you recommend?", "One mentor for all of them")
                .select("Which mentor?", "Mila Sample (free places: 3)")
                .complete();

        tasklist("clara")
                .take("Acknowledge the resignation")
                .shows(lastDay.toString())
                .shows("Why", "A new job.")
                .choose("What do you say?", "I accept it, with thanks")
                .complete();
        mail("rene", "It was a joy to work with you.");

        tasklist("mila")
                .open("Will you mentor Rene?")
                .choose("Your answer", "Yes, I will")
                .complete();
        tasklist("rene")
                .open("Meet your proposed mentor")
                .shows("Mila Sample")
                .choose("Your answer", "Yes, I would like to start")
                .complete();
        marco.open("Hand over Rene").complete();
        fire("Event_LastDayCome", "marco");
        fire("Event_LastDayOver", "marco");

        mail("marco", "Mentees guided: 1");
        marco.page().reload();
        marco.seesNot(Tasklist.MY_TASKS, "Hand over Rene");
        assertThat(marco.lists()).containsExactly("My tasks", "Overdue");
    }
}
