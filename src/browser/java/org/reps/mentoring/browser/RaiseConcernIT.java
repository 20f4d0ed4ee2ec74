package org.reps.mentoring.browser;

import org.junit.jupiter.api.Test;

class RaiseConcernIT extends BrowserTest {

    @Test
    void a_concern_is_read_by_nobody_who_is_part_of_it() {
        var remy = tasklist("remy");
        remy.start("Raise a concern")
                .choose("What is it about?", "A concern about a person")
                .write("What happened, or what is your idea?", "Clara answered a newcomer very harshly.")
                .write("Who is part of it?", "clara")
                .tick("Whoever looks into it may ask me about it and see my name")
                .complete();

        var chidi = tasklist("chidi");
        chidi.open(Tasklist.TASKS_I_CAN_TAKE, "Look into a concern").shows("What happened", Form.CLOSED);
        chidi.claim();
        chidi.taskForm()
                .shows("Remy Laurent")
                .shows("What happened", "Clara answered a newcomer very harshly.")
                .choose("What would you like to do?", "I take it up and need some time")
                .complete();
        mail("remy", "Somebody looks into what you wrote");
        chidi.open("Settle a concern")
                .shows("What happened", "Clara answered a newcomer very harshly.")
                .choose("Is it settled?", "Yes, it is settled")
                .write("What was done, or what should the next person know?", "We talked, the three of us.")
                .write("What the reporter is told", "Clara has apologised to the newcomer.")
                .complete();

        remy.open("Read what was done about your concern")
                .shows("The answer", "Clara has apologised to the newcomer.")
                .choose("Does the answer help?", "Yes, thank you")
                .complete();
        remy.seesNot(Tasklist.MY_TASKS, "Read what was done about your concern");
    }
}
