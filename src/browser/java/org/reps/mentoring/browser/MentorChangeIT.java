package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentorChangeIT extends BrowserTest {

    @Test
    void an_impartial_contact_decides_and_the_rep_gets_another_mentor() {
        givenMentor("milo", "America/Sao_Paulo");
        var clara = tasklist("clara");
        clara.take("Decide on a mentor change for Rosa")
                .shows("Why another mentor", "One of us has moved to another time zone")
                .shows(
                        "In their own words",
                        "When I am free in the evening, Maya sleeps already. We have not talked for two months.")
                .choose("What do you decide?", "Another mentor is looked for")
                .write("Why?", "They cannot meet any more.")
                .complete();
        mail("rosa", "We are looking for another mentor for you");

        tasklist("milo")
                .take("Offer to mentor Rosa")
                .choose("Would you guide this rep?", "I will")
                .complete();
        tasklist("rosa")
                .open("Meet your proposed mentor")
                .shows("Milo Sample")
                .choose("Your answer", "Yes, I would like to start")
                .complete();
        tasklist("maya")
                .open("Hand over Rosa")
                .write("Notes for the new mentor", "Rosa speaks at a conference in spring.")
                .complete();

        mail("milo", "Rosa speaks at a conference in spring.");
        assertThat(mentorships.ofMentee("rosa").orElseThrow().mentorId()).isEqualTo("milo");
    }
}
