package org.reps.mentoring.leaving;

import static java.util.stream.Collectors.joining;

import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code leave-programme} show and offer. */
@Component("leavingForms")
@Transactional(readOnly = true)
public class LeavingForms {

    private final Leavings leavings;
    private final Mentorships mentorships;
    private final People people;

    LeavingForms(Leavings leavings, Mentorships mentorships, People people) {
        this.leavings = leavings;
        this.mentorships = mentorships;
        this.people = people;
    }

    /** What is known of it, for the person and for the council. */
    public Said said(String leavingId) {
        var leaving = leavings.get(leavingId);
        var personId = leaving.personId();
        return new Said(
                people.name(personId),
                people.firstName(personId),
                personId,
                leaving.beganOn().toString(),
                leaving.lastDay().toString(),
                mentorships
                        .ofMentee(personId)
                        .map(Mentorship::mentorId)
                        .map(people::name)
                        .orElse(""),
                mentorships.menteesOf(personId).stream()
                        .map(people::name)
                        .sorted()
                        .collect(joining(", ")));
    }

    /** Why they leave: a reference to a sealed text. */
    public String reason(String leavingId) {
        return leavings.get(leavingId).reason();
    }

    /** Somebody who leaves as forms show it; dates are ISO text, and what there is none of is empty. */
    public record Said(
            String person,
            String firstName,
            String userId,
            String since,
            String lastDay,
            String mentor,
            String mentees) {}
}
