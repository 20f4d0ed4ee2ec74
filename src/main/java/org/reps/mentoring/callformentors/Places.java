package org.reps.mentoring.callformentors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places that mentors have, and who waits for one. */
@Component
@Transactional(readOnly = true)
class Places {

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final People people;
    private final Days days;

    Places(Mentors mentors, Mentorships mentorships, People people, Days days) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.people = people;
        this.days = days;
    }

    Now now() {
        var now = days.nowForMany();
        var load = mentorships.load();
        // Whoever is gone without a word cannot be asked, whatever they said when they were here.
        var here = Set.copyOf(people.in(Group.MENTORS));
        var free = mentors.findAll().stream()
                .filter(mentor -> here.contains(mentor.id()) && mentor.takesMenteesAt(now))
                .filter(mentor -> mentor.capacity() > load.getOrDefault(mentor.id(), 0))
                .toList();
        var reps = new HashSet<>(people.in(Group.REPS));
        return new Now(
                free.stream()
                        .mapToInt(mentor -> mentor.capacity() - load.getOrDefault(mentor.id(), 0))
                        .sum(),
                free,
                mentorships.waiting().stream()
                        .map(Mentorships.Waiting::repId)
                        .filter(reps::contains)
                        .toList());
    }

    /**
     * How it is now.
     *
     * @param free places
     * @param mentors those who have them
     * @param waiting user ids of the reps who wait for a mentor
     */
    record Now(int free, List<Mentor> mentors, List<String> waiting) {

        /** How many places would be left if everybody who waits had one; negative when there are not enough. */
        int left() {
            return free - waiting.size();
        }
    }
}
