package org.reps.mentoring.toomuch;

import java.util.List;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the form of {@code bpmn/too-much.bpmn} shows. */
@Component("tooMuchForms")
@Transactional(readOnly = true)
public class TooMuchForms {

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final People people;

    TooMuchForms(Mentors mentors, Mentorships mentorships, People people) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.people = people;
    }

    /** How much it is at the moment. */
    public Now now(String mentorId) {
        return new Now(
                people.firstName(mentorId),
                mentors.findById(mentorId).orElseThrow().capacity(),
                mentorships.menteesOf(mentorId).size());
    }

    /** The mentees a mentor can hand over. */
    public List<Option> menteeOptions(String mentorId) {
        return people.options(mentorships.menteesOf(mentorId));
    }

    /**
     * What a mentor has taken on.
     *
     * @param capacity the largest number of mentees they have agreed to
     */
    public record Now(String firstName, int capacity, int mentees) {}
}
