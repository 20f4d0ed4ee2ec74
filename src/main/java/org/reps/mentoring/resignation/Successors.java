package org.reps.mentoring.resignation;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.matching.MentorMatchingSteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/** The mentors whom somebody who steps down can recommend, and for how many mentees. */
@Component
class Successors {

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final MentorMatchingSteps matching;
    private final People people;
    private final Days days;

    Successors(Mentors mentors, Mentorships mentorships, MentorMatchingSteps matching, People people, Days days) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.matching = matching;
        this.people = people;
        this.days = days;
    }

    /**
     * Whoever can take one of these mentees now and is not recommended for all their free places already.
     *
     * @param menteeIds for whom nobody is recommended yet
     */
    List<Option> options(Resignation resignation, Collection<String> menteeIds) {
        var now = days.nowForMany();
        var names = people.names();
        var excluded = menteeIds.stream().map(mentorships::cannotGuide).toList();
        var here = Set.copyOf(people.in(Group.MENTORS));
        return mentors.findAll().stream()
                .filter(mentor -> here.contains(mentor.id()))
                .filter(mentor -> mentor.takesMenteesAt(now) && !mentor.id().equals(resignation.mentorId()))
                .filter(mentor -> excluded.isEmpty() || excluded.stream().anyMatch(ids -> !ids.contains(mentor.id())))
                .filter(mentor -> places(mentor, resignation) > 0)
                .map(mentor -> new Option(
                        names.getOrDefault(mentor.id(), mentor.id()) + " (free places: " + places(mentor, resignation)
                                + ")",
                        mentor.id()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /**
     * Makes sure that this mentor could guide all of these mentees.
     *
     * @throws Refusal when they are too many, or when one of them cannot be guided by this mentor
     */
    void require(String successorId, Collection<String> menteeIds, Resignation resignation) {
        var name = people.firstName(successorId);
        var places = places(mentors.findById(successorId).orElseThrow(), resignation);
        if (menteeIds.size() > places) {
            throw Refusal.at(
                    "successorId",
                    name + " has room for " + Math.max(places, 0) + " of your mentees, and you have chosen "
                            + menteeIds.size()
                            + ". Please choose \"A mentor for some of them\" and recommend others after"
                            + " that.");
        }
        var impossible = menteeIds.stream()
                .filter(not(menteeId -> matching.suggest(menteeId, List.of()).contains(successorId)))
                .map(people::firstName)
                .sorted()
                .collect(joining(", "));
        if (!impossible.isEmpty()) {
            throw Refusal.at(
                    "successorId", name + " cannot guide " + impossible + ". Please recommend somebody else there.");
        }
    }

    private int places(Mentor mentor, Resignation resignation) {
        return mentor.capacity() - mentorships.menteesOf(mentor.id()).size() - resignation.recommended(mentor.id());
    }
}
