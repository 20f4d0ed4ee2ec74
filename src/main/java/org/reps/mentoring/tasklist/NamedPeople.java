package org.reps.mentoring.tasklist;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom somebody can choose where a form asks for a person: those they know already, not who else is here. */
@Component
class NamedPeople {

    private final CurrentPerson person;
    private final People people;
    private final Mentors mentors;
    private final Mentorships mentorships;

    NamedPeople(CurrentPerson person, People people, Mentors mentors, Mentorships mentorships) {
        this.person = person;
        this.people = people;
        this.mentors = mentors;
        this.mentorships = mentorships;
    }

    /**
     * By their names: for the council everybody, also by user name; for all others the mentors, who are listed for
     * everybody, the contacts, and their own mentees.
     */
    @Transactional(readOnly = true)
    List<Entry> entries() {
        var id = person.id();
        var isCouncil = person.isIn(Group.COUNCIL) || person.isIn(Group.CONTACTS);
        return person.lookUp(() -> {
            var names = isCouncil ? people.names() : people.names(known(id));
            var guiding = guiding();
            return names.entrySet().stream()
                    .map(named -> new Entry(
                            named.getValue(), isCouncil ? named.getKey() : null, guiding.contains(named.getKey())))
                    .sorted(comparing(Entry::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        });
    }

    private HashSet<String> known(String id) {
        var known = new HashSet<>(mentorships.menteesOf(id));
        known.addAll(guiding());
        known.addAll(people.in(Group.CONTACTS));
        known.remove(id);
        return known;
    }

    /** Those who stand in the list of mentors. */
    private Set<String> guiding() {
        var here = Set.copyOf(people.in(Group.MENTORS));
        return mentors.findAll().stream()
                .filter(mentor -> mentor.isServing() && here.contains(mentor.id()))
                .map(Mentor::id)
                .collect(toSet());
    }

    /**
     * @param userName only for those who look after people
     * @param mentor whether a form that asks for a mentor can mean them
     */
    record Entry(String name, @Nullable String userName, boolean mentor) {}
}
