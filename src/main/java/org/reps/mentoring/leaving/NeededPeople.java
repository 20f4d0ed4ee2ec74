package org.reps.mentoring.leaving;

import java.util.List;
import java.util.Objects;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Without whom the programme could not go on. */
@Component
@Transactional
class NeededPeople {

    private final Leavings leavings;
    private final Everybody everybody;
    private final People people;
    private final KnownPeople known;

    NeededPeople(Leavings leavings, Everybody everybody, People people, KnownPeople known) {
        this.leavings = leavings;
        this.everybody = everybody;
        this.people = people;
        this.known = known;
    }

    /**
     * Makes sure that others stay where this person leaves.
     *
     * @throws Refusal when they keep the application running, or are the last of the council or its contacts
     */
    void requireOthers(String personId) {
        if (Objects.requireNonNull(everybody.accounts().get(personId)).isOperator()) {
            throw new Refusal(
                    "Whoever keeps the application running cannot leave like this. Please have another operator"
                            + " take it over first.");
        }
        for (var group : List.of(Group.CONTACTS, Group.COUNCIL)) {
            var members = people.isIn(group, personId) ? people.in(group) : List.<String>of();
            // Of two who say it at the same moment, the second sees the first.
            members.forEach(known::isLocked);
            var stay = members.stream().filter(member -> !leavings.existsByOpenPerson(member));
            if (!members.isEmpty() && stay.allMatch(personId::equals)) {
                throw new Refusal(
                        "There is nobody else in the group \"" + group.title() + "\" who stays, and the programme needs"
                                + " one. Please have the operator add somebody first.");
            }
        }
    }
}
