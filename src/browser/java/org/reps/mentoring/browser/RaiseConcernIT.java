package org.reps.mentoring.browser;

import org.junit.jupiter.api.Test;

class RaiseConcernIT extends BrowserTest {

    @Test
    void a_concern_is_read_by_nobody_who_is_part_of_it() {
        var remy = programme.rep("remy");
        var chidi = programme.council("chidi");
        remy.raisesAConcern(
                "category", "person",
                "whatHappened", "Clara answered a newcomer very harshly.",
                "involvedPeople", "clara");
        newTask("Look into a concern");

        var tasklist = tasklist("chidi");
        tasklist.open(Tasklist.TASKS_I_CAN_TAKE, "Look into a concern").shows("What happened", Form.CLOSED);
        tasklist.claim();
        tasklist.taskForm().shows("Remy Laurent").shows("What happened", "Clara answered a newcomer very harshly.");
        chidi.takesUpTheConcern();
        remy.getsMail("Somebody looks into what you wrote");
        tasklist.open("Settle a concern").shows("What happened", "Clara answered a newcomer very harshly.");
        chidi.settlesTheConcernTheyTookUp("We talked, the three of us.", "Clara has apologised to the newcomer.");

        tasklist("remy")
                .open("Read what was done about your concern")
                .shows("The answer", "Clara has apologised to the newcomer.");
        remy.findsThatTheAnswerHelps();
        tasklist("remy").seesNot(Tasklist.MY_TASKS, "Read what was done about your concern");
    }
}
