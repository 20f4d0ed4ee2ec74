package org.reps.mentoring.reach;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reaches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides who sees how somebody can be reached ({@link Reach.SeenBy}). Every page, form and mail
 * asks it at the moment at which it is shown or sent, so that whoever narrows the circle is shown to nobody else from
 * then on. That somebody has said nothing, and that they have not said it to this reader, looks the same.
 */
@Component
@Transactional(readOnly = true)
public class HowToReach {

    private final Reaches reaches;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final People people;
    private final Days days;

    HowToReach(Reaches reaches, Mentorships mentorships, Mentors mentors, People people, Days days) {
        this.reaches = reaches;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.people = people;
        this.days = days;
    }

    /**
     * How these people can be reached, in their own words and by their user ids; whoever has not told this reader is
     * not in it. How much is read does not depend on how many they are.
     *
     * @param readerId user id of whoever is shown it
     */
    public Map<String, String> of(String readerId, Collection<String> personIds) {
        var said = reaches.findAllById(personIds);
        if (said.isEmpty()) {
            return Map.of();
        }
        var close = closeTo(readerId);
        var isContact = people.isIn(Group.CONTACTS, readerId);
        return said.stream()
                .filter(reach -> reach.id().equals(readerId)
                        || switch (reach.seenBy()) {
                            case MENTOR_AND_MENTEES -> close.contains(reach.id());
                            case CONTACTS -> isContact || close.contains(reach.id());
                            case EVERYBODY -> true;
                        })
                .collect(toMap(Reach::id, Reach::how));
    }

    /** As {@link #of(String, Collection)}, of one person. */
    public Optional<String> of(String readerId, String personId) {
        return Optional.ofNullable(of(readerId, List.of(personId)).get(personId));
    }

    /** The same as a form or mail says it, also where nothing is said. */
    public String inWords(String readerId, String personId) {
        var name = people.name(personId);
        return of(readerId, personId)
                .map(how -> "How to reach " + name + ": " + how)
                .orElse("How to reach " + name + ": they have not told you here.");
    }

    /**
     * As {@link #inWords(String, String)} of somebody who has asked whoever reads it for help: asking for help says how
     * one can be reached, whatever circle was chosen otherwise.
     */
    String inWordsToWhoeverHelps(String personId) {
        var name = people.name(personId);
        return reaches.findById(personId)
                .map(reach -> "How to reach " + name + ": " + reach.how())
                .orElse("How to reach " + name + ": they have not told you here.");
    }

    /**
     * A contact who has told this reader how to be reached, for whoever does not see the pages any more that name them
     * all.
     */
    public Optional<String> contactFor(String readerId) {
        var contacts = people.in(Group.CONTACTS);
        var told = of(readerId, contacts);
        return contacts.stream().filter(told::containsKey).findFirst();
    }

    /**
     * The reader's mentor, and whom they guide, as long as their mentorship runs. While a mentor is away, whoever
     * covers stands in their place.
     */
    private Set<String> closeTo(String readerId) {
        var now = days.now();
        var close = new HashSet<>(mentorships.menteesOf(readerId));
        var mentorId = mentorships.ofMentee(readerId).map(Mentorship::mentorId);
        mentorId.ifPresent(close::add);
        mentorId.flatMap(mentors::findById)
                .filter(mentor -> mentor.isAwayAt(now))
                .map(Mentor::cover)
                .ifPresent(close::add);
        var away = mentors.findByAbsenceCover(readerId).stream()
                .filter(mentor -> mentor.isAwayAt(now))
                .map(Mentor::id)
                .toList();
        mentorships.guidedBy(away).values().forEach(close::addAll);
        return close;
    }
}
