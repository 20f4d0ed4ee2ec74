package org.reps.mentoring.browser;

import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;

class ProgrammeUpdateIT extends BrowserTest {

    @Test
    void news_of_the_council_reaches_everybody() {
        givenMentor("noor", "Africa/Nairobi", "nico");
        register("naledi", Group.COUNCIL);
        givenRep("nell", "Europe/Berlin");
        var naledi = tasklist("naledi");
        naledi.start("Tell everybody some news")
                .write("Title", "A gathering in Berlin")
                .write("Text", "In May we meet in Berlin, and everybody is invited.")
                .write("Link", "http://example.org")
                .write("Pass on until", today("naledi").plusDays(14).toString())
                .isRefusedAt("Link", "Please give a whole address that begins with https://, or leave it empty.")
                .write("Link", "https://example.org/berlin")
                .complete();
        mail("nell", "In May we meet in Berlin");

        var title = "A gathering in Berlin";
        tasklist("noor")
                .open("Pass on: " + title)
                .shows("The news, ready to be copied", "In May we meet in Berlin, and everybody is invited.")
                .shows("Nico Sample");
        programme.mentor("noor").passesOn(title);

        tasklist("maya").sees(Tasklist.MY_TASKS, "Pass on: " + title);
        programme.council("naledi").withdrawsTheNews(title);
        tasklist("maya").seesNot(Tasklist.MY_TASKS, "Pass on: " + title);
    }
}
