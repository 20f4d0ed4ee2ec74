package org.reps.mentoring.council;

import java.util.List;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.People;
import org.springframework.stereotype.Component;

/** The council, of which some members are contacts for mentorship administration. */
@Component("council")
public class Council {

    private final People people;

    Council(People people) {
        this.people = people;
    }

    public boolean isContact(String userId) {
        return people.isIn(Group.CONTACTS, userId);
    }

    public List<String> contacts() {
        return people.in(Group.CONTACTS);
    }

    /**
     * Who may decide a case about these people without being part of it: the contacts, or the other council members
     * where no contact is left.
     *
     * @throws IllegalStateException when nobody impartial is left; the case then waits with an incident for the
     *     operator
     */
    public List<String> impartial(String... involved) {
        for (var group : List.of(Group.CONTACTS, Group.COUNCIL)) {
            var impartial = people.in(group).stream()
                    .filter(member -> !List.of(involved).contains(member))
                    .toList();
            if (!impartial.isEmpty()) {
                return impartial;
            }
        }
        throw new IllegalStateException("Nobody impartial is left in the council; somebody has to join it");
    }
}
