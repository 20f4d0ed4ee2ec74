package org.reps.mentoring.overview;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/** Whom a case is about: its business key is a person or a mentorship, and people read names. */
@Component
public class Subjects {

    private static final int MOST_PEOPLE = 100;

    private final People people;
    private final Mentorships mentorships;
    private final KnownPeople known;

    Subjects(People people, Mentorships mentorships, KnownPeople known) {
        this.people = people;
        this.mentorships = mentorships;
        this.known = known;
    }

    /**
     * The names of these subjects by their business keys, and the user names of those who have no account any more;
     * without those that are nobody.
     */
    public Map<String, String> names(Collection<String> businessKeys, Map<String, String> people) {
        var keys = new HashSet<>(businessKeys);
        var others = keys.stream().filter(key -> !people.containsKey(key)).toList();
        var names = keys.stream().filter(people::containsKey).collect(toMap(key -> key, people::get));
        if (!others.isEmpty()) {
            mentorships
                    .withIds(others)
                    .forEach(mentorship -> names.put(
                            mentorship.id(),
                            name(mentorship.menteeId(), people) + " – " + name(mentorship.mentorId(), people)));
            known.userNames(others.stream()
                            .filter(key -> !names.containsKey(key))
                            .toList())
                    .forEach(userName -> names.put(userName, userName));
        }
        return names;
    }

    public static String name(@Nullable String userId, Map<String, String> people) {
        return userId == null ? "" : people.getOrDefault(userId, userId);
    }

    /**
     * The business keys of cases about somebody.
     *
     * @param text as {@link People#mentioned(String)}
     * @throws Refusal when this could be half the programme
     */
    public Set<String> about(String text) {
        var found = people.mentioned(text);
        if (found.size() > MOST_PEOPLE) {
            throw new Refusal("There are many people with \"" + text + "\" in their names. Please write more of it.");
        }
        found.addAll(ofMentorshipsWith(found));
        // Somebody may paste a business key, also one of a person who is not there any more.
        found.add(text);
        return found;
    }

    /** The mentorships in which one of these people guides or is guided. */
    private List<String> ofMentorshipsWith(Collection<String> userIds) {
        return mentorships.of(userIds).stream().map(Mentorship::id).toList();
    }
}
