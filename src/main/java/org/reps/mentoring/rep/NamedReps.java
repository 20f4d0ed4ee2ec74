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
     * The rep somebody means.
     *
     * @param typed a user name, as somebody types it
     * @return their user id
     * @throws Refusal when there is no such rep
     */
    public String meant(String typed) {
        var repId = people.meant(typed);
        if (!people.isIn(Group.REPS, repId)) {
            throw new Refusal("There is no rep with the user name \"" + typed + "\".");
        }
        return repId;
    }
}
