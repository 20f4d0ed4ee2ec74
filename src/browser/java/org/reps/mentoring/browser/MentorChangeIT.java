package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentorChangeIT extends BrowserTest {

    @Test
    void an_impartial_contact_decides_and_the_rep_gets_another_mentor() {
        givenMentor("milo", "America/Sao_Paulo");
        tasklist("clara")
                .take("Decide on a mentor change for Rosa")
                .shows("Why another mentor", "One of the two has moved to another time zone")
                .shows(
                        "In their own words",
                        "When I am free in the evening, Maya sleeps already. We have not talked for two months.");
        programme.council("clara").grantsTheChange("rosa");
        var rosa = programme.rep("rosa");
        rosa.getsMail("We are looking for another mentor for you");

        programme.mentor("milo").offersToMentor("rosa");
        tasklist("rosa").open("Meet your proposed mentor").shows("Milo Sample");
        rosa.acceptsTheProposedMentor();
        programme.mentor("maya").handsOver("rosa", "Rosa speaks at a conference in spring.");

        mail("milo", "Rosa speaks at a conference in spring.");
        assertThat(mentorships.ofMentee("rosa").orElseThrow().mentorId()).isEqualTo("milo");
    }
}
