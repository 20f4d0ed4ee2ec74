package org.reps.mentoring.council;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/**
 * The council, of which some members are contacts for mentorship administration. Where it is asked who is impartial,
 * whoever is part of the case that is being worked on is not, whether or not the diagram names them there.
 */
@Component("council")
public class Council {

    private final People people;
    private final PartOfCase partOfCase;

    Council(People people, PartOfCase partOfCase) {
        this.people = people;
        this.partOfCase = partOfCase;
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
     * @throws TooFewImpartial when nobody impartial is left; the case then waits with an incident for the operator
     */
    public List<String> impartial(String... involved) {
        return impartial(List.of(involved));
    }

    /** As {@link #impartial(String...)}. */
    public List<String> impartial(Collection<String> involved) {
        return without(involved)
                .orElseThrow(
                        () -> new TooFewImpartial("Nobody impartial is left in the council; somebody has to join it"));
    }

    /** All council members, contacts or not, who are not part of a case about these people; may be nobody. */
    public List<String> impartialMembers(String... involved) {
        return impartialMembers(List.of(involved));
    }

    /** As {@link #impartialMembers(String...)}. */
    public List<String> impartialMembers(Collection<String> involved) {
        return impartialIn(Group.COUNCIL, involved);
    }

    /**
     * Makes sure that somebody of the council decides who is not part of the case. Whoever has the task is not enough:
     * it could have been given to somebody who is.
     *
     * @param partOfIt user ids of those who are part of it
     * @throws Refusal when they are, or are not in the council
     */
    public void requireImpartial(String userId, Collection<String> partOfIt) {
        if (partOfIt.contains(userId) || !(people.isIn(Group.COUNCIL, userId) || isContact(userId))) {
            throw new Refusal("You are part of this case, or not in the council, so somebody else has to do this.");
        }
    }

    public boolean hasImpartial(Collection<String> involved) {
        return without(involved).isPresent();
    }

    private Optional<List<String>> without(Collection<String> involved) {
        return Stream.of(Group.CONTACTS, Group.COUNCIL)
                .map(group -> impartialIn(group, involved))
                .filter(members -> !members.isEmpty())
                .findFirst();
    }

    private List<String> impartialIn(Group group, Collection<String> involved) {
        var partOfIt = partOfCase.ofThisCase();
        return people.in(group).stream()
                .filter(member -> !involved.contains(member) && !partOfIt.contains(member))
                .toList();
    }
}
