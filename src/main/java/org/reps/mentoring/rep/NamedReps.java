package org.reps.mentoring.rep;

import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/** The reps whom people name in forms. */
@Component
public class NamedReps {

    private final People people;

    NamedReps(People people) {
        this.people = people;
    }

    /**
     * Makes sure that somebody is a rep.
     *
     * @param field key of the field in which they were named
     * @param userId of whoever was named
     * @throws Refusal when they are none
     */
    public void require(String field, String userId) {
        if (!people.isIn(Group.REPS, userId)) {
            throw Refusal.at(field, people.firstName(userId) + " is not a rep.");
        }
    }
}
