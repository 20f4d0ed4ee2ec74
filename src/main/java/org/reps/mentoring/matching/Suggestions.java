package org.reps.mentoring.matching;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.world.Languages;
import org.springframework.stereotype.Component;

/** Who could guide a rep: the mentors who can take somebody now, ranked by the decision table. */
@Component
class Suggestions {

    private final Reps reps;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final MentorMatchingProcess decisions;
    private final People people;
    private final Days days;

    Suggestions(
            Reps reps,
            Mentors mentors,
            Mentorships mentorships,
            MentorMatchingProcess decisions,
            People people,
            Days days) {
        this.reps = reps;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.decisions = decisions;
        this.people = people;
        this.days = days;
    }

    /**
     * The eligible mentors for this rep, the best first; never one who {@linkplain Mentorships#cannotGuide cannot guide
     * them}, or one of the excluded.
     */
    List<Suggestion> forMentee(String menteeId, @Nullable Collection<String> excludedMentorIds) {
        var excluded = new TreeSet<>(excludedMentorIds == null ? Set.of() : excludedMentorIds);
        excluded.addAll(mentorships.cannotGuide(menteeId));
        var now = days.nowForMany();
        // Whoever is gone without a word cannot be asked, whatever they said when they were here.
        var here = Set.copyOf(people.in(Group.MENTORS));
        var available = mentors.findAll().stream()
                .filter(mentor ->
                        here.contains(mentor.id()) && !excluded.contains(mentor.id()) && mentor.takesMenteesAt(now))
                .toList();
        var load = mentorships.load(available.stream().map(Mentor::id).toList());
        var mentee = reps.findById(menteeId).orElseThrow();
        return available.stream()
                .map(mentor -> suggestion(mentor, mentee, load.getOrDefault(mentor.id(), 0), now))
                .filter(suggestion -> suggestion.freePlaces() > 0)
                .sorted(Suggestion.BEST_FIRST)
                .toList();
    }

    /** What speaks for this mentor now, whether or not they are still eligible. */
    Suggestion of(String mentorId, String menteeId) {
        var mentor = mentors.findById(mentorId).orElseThrow();
        var mentees = mentorships.load(List.of(mentorId)).getOrDefault(mentorId, 0);
        return suggestion(mentor, reps.findById(menteeId).orElseThrow(), mentees, days.now());
    }

    private Suggestion suggestion(Mentor mentor, Rep mentee, int mentees, Now now) {
        var languages = shared(mentor.languages(), mentee.languages()).stream()
                // Nobody knows which one either of them means.
                .filter(not(Languages.OTHER::equals))
                .map(Languages::name)
                .collect(toCollection(TreeSet::new));
        var skills = shared(mentor.skills(), mentee.skillsWanted());
        var hoursApart = hoursApart(now.offsetOf(mentor.id()), now.offsetOf(mentee.id()));
        var freePlaces = Math.max(0, mentor.capacity() - mentees);
        var points = decisions.points(languages.size(), skills.size(), hoursApart, freePlaces);
        return new Suggestion(mentor.id(), points, mentees, freePlaces, languages, skills, hoursApart);
    }

    private static int hoursApart(ZoneOffset one, ZoneOffset other) {
        var seconds = Math.abs(one.getTotalSeconds() - other.getTotalSeconds());
        var hours = Math.round(seconds / 3600f);
        return Math.min(hours, 24 - hours);
    }

    private static SortedSet<String> shared(Set<String> some, Set<String> others) {
        var shared = new TreeSet<>(some);
        shared.retainAll(others);
        return shared;
    }
}
