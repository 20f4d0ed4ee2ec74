package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepOnboardingIT extends BrowserTest {

    @Test
    void a_rep_finds_a_mentor_and_their_feet() {
        var rumi = tasklist("rumi");
        rumi.start("Look for a mentor")
                .write("What would you like to achieve?", "Run a workshop in my town.")
                .pick("Languages you speak", "Spanish", "English")
                .select("Your time zone", "America/Lima")
                .pick("Skills you would like to learn", "Event planning")
                .complete();

        var mateo = tasklist("mateo");
        mateo.take("Offer to mentor Rumi")
                .shows("Run a workshop in my town.")
                .choose("Would you guide this rep?", "I will")
                .complete();

        var proposal = Tasklist.follow(
                mail("rumi", "Please do: Meet your proposed mentor").link(), "rumi", window("rumi"));
        proposal.taskForm()
                .shows("Mateo Quispe")
                .choose("Your answer", "Yes, I would like to start")
                .complete();

        mateo.open("Hold the orientation call with Rumi")
                .write("Held on", today("mateo").toString())
                .write("How will you keep in touch?", "Video call")
                .select("How often?", "every two weeks")
                .write("First goals you agreed on", "Find a room and a date.")
                .complete();
        rumi.open("Take the first steps")
                .choose("How is it going?", "I have taken the first steps")
                .tick("I have signed the agreement")
                .tick("My profile is complete")
                .tick("I have joined the group and its channels")
                .write("My first goal, in my own words", "A workshop before summer.")
                .complete();
        mateo.open("Review the orientation of Rumi")
                .shows("A workshop before summer.")
                .choose("Is the rep ready?", "Yes, they have found their feet")
                .complete();
        mail("rumi", "your orientation is complete");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
    }
}
