package org.reps.mentoring.browser;

import org.junit.jupiter.api.Test;

/** Remy and Mateo, for whom the agreed month is over in the sample programme. */
class KeepInTouchIT extends BrowserTest {

    @Test
    void one_click_of_one_of_the_two_is_enough_and_what_they_agree_is_told_the_other() {
        var remy = programme.rep("remy");
        remy.getsMail("Are you in touch with Mateo?");
        tasklist("mateo").sees(Tasklist.MY_TASKS, "Say whether you talk with Remy");
        tasklist("remy").open("Say whether you talk with Mateo").shows("every month");
        remy.isInTouchWith("mateo");

        tasklist("mateo").seesNot(Tasklist.MY_TASKS, "Say whether you talk with Remy");
        remy.saysHowTheyKeepInTouch("contactEvery", "every two weeks", "channel", "Phone");
        programme.mentor("mateo").getsMail("How you and Remy keep in touch");
    }
}
