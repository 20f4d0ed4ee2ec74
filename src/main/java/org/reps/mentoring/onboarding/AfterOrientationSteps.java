package org.reps.mentoring.onboarding;

import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.WelcomePack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/after-orientation.bpmn} asks of the application. Nothing of what is said in it is kept. */
@Component("afterOrientation")
@Transactional
public class AfterOrientationSteps {

    private final AfterOrientationProcess process;
    private final Mentorships mentorships;
    private final People people;
    private final WelcomePack welcome;

    AfterOrientationSteps(
            AfterOrientationProcess process, Mentorships mentorships, People people, WelcomePack welcome) {
        this.process = process;
        this.mentorships = mentorships;
        this.people = people;
        this.welcome = welcome;
    }

    /** Asks a rep how their orientation was. */
    void begin(String menteeId, String mentorshipId) {
        process.start(menteeId, mentorshipId);
    }

    /** What the programme says to each new rep; may be empty. */
    @Transactional(readOnly = true)
    String welcome() {
        return welcome.text();
    }

    /** What its forms show. */
    @Transactional(readOnly = true)
    public After shown(String menteeId, String mentorshipId) {
        return new After(
                people.firstName(menteeId), people.firstName(mentorships.mentorOf(mentorshipId)), welcome.text());
    }

    /**
     * @param rep first name, as of the mentor
     * @param welcome what the programme says to each new rep; may be empty
     */
    public record After(String rep, String mentor, String welcome) {}
}
