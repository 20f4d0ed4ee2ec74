package org.reps.mentoring.leaving;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reps.mentoring.engine.farewell.LeftBehind;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.MembershipEnds;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.resignation.LeavingMentors;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever is taken out of a group or loses their account in Camunda Admin leaves like everybody else; who was only a
 * rep has left the programme then. It is refused while somebody is guided by them, or guides them; otherwise what is
 * open of them ends in the same transaction. Whoever is not in the council any more has none of its tasks.
 */
@Component
@Transactional
class Memberships {

    private final Goodbye goodbye;
    private final LeftBehind leftBehind;
    private final LeavingMentors leavingMentors;
    private final Mentorships mentorships;
    private final KnownPeople known;
    private final Everybody everybody;
    private final People people;

    Memberships(
            Goodbye goodbye,
            LeftBehind leftBehind,
            LeavingMentors leavingMentors,
            Mentorships mentorships,
            KnownPeople known,
            Everybody everybody,
            People people) {
        this.goodbye = goodbye;
        this.leftBehind = leftBehind;
        this.leavingMentors = leavingMentors;
        this.mentorships = mentorships;
        this.known = known;
        this.everybody = everybody;
        this.people = people;
    }

    /** @throws Refusal while a mentorship runs */
    @EventListener
    void ends(MembershipEnds ends) {
        var person = ends.userId();
        var group = ends.group();
        if (known.hasLeft(person) || (group != null && !people.isIn(group, person))) {
            return;
        }
        if (group == null) {
            requireNobodyDepends(person, true, "The account cannot be deleted");
            goodbye.now(person);
        } else if (group == Group.REPS) {
            requireNobodyDepends(person, true, "Nobody can be taken out of the group reps");
            if (isNothingElse(person)) {
                goodbye.now(person);
            } else {
                leavingMentors.endAll(person);
                goodbye.endCases(person);
            }
        } else if (group == Group.MENTORS) {
            requireNobodyDepends(person, false, "Nobody can be taken out of the group mentors");
            leavingMentors.endAll(person);
            leftBehind.giveBackToMentors(person);
        } else if (isOfCouncil(group) && !isInCouncilWithout(group, person)) {
            leftBehind.giveBackToCouncil(person);
        } else if (group == Group.CONTACTS) {
            var others = new HashSet<>(people.in(Group.CONTACTS));
            others.remove(person);
            leftBehind.giveBackToContacts(person, others);
        }
    }

    private static boolean isOfCouncil(Group group) {
        return group == Group.COUNCIL || group == Group.CONTACTS;
    }

    private boolean isInCouncilWithout(Group group, String person) {
        return people.isIn(group == Group.COUNCIL ? Group.CONTACTS : Group.COUNCIL, person);
    }

    /** Whoever is in another group is still here. */
    private boolean isNothingElse(String person) {
        return Set.of(Group.REPS.id(), Group.MENTORS.id())
                .containsAll(requireNonNull(everybody.accounts().get(person)).groups());
    }

    private void requireNobodyDepends(String person, boolean asRep, String what) {
        var guided = mentorships.menteesOf(person).size();
        var mentor = asRep
                ? mentorships
                        .ofMentee(person)
                        .map(Mentorship::mentorId)
                        .map(List::of)
                        .orElse(List.of())
                : List.<String>of();
        if (guided == 0 && mentor.isEmpty()) {
            return;
        }
        var name = people.name(person);
        var why = name + " has a mentor, who would wait for them.";
        if (guided > 0) {
            why = guided == 1
                    ? name + " guides somebody whom nobody would guide any more."
                    : name + " guides " + guided + " people whom nobody would guide any more.";
        }
        throw new Refusal(List.of(
                what + " while a mentorship runs.",
                why,
                asRep
                        ? "Please have a contact start \"Leave the programme\" for them in Tasklist; when their mentorships"
                                + " are over, this is possible."
                        : "Please have a contact start \"Leave the programme\" for them, or have them start \"Step down as a"
                                + " mentor\" in Tasklist; when their mentorships are over, this is possible."));
    }
}
