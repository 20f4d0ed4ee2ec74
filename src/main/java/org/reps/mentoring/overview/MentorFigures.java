package org.reps.mentoring.overview;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;
import static org.reps.mentoring.table.Table.Column.number;
import static org.reps.mentoring.table.Table.Column.text;

import java.util.List;
import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.reps.mentoring.inactivity.SilentMentors;
import org.reps.mentoring.leaving.Departed;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Section.Chart;
import org.reps.mentoring.table.Table;
import org.reps.mentoring.table.Table.Row;
import org.reps.mentoring.text.Words;
import org.springframework.stereotype.Component;

/** Mentors: whom they guide, how many more they could, and who is silent. */
@Component
class MentorFigures {

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final Departed departed;
    private final SilentMentors silentMentors;
    private final Days days;
    private final CasesInSight cases;

    MentorFigures(
            Mentors mentors,
            Mentorships mentorships,
            Departed departed,
            SilentMentors silentMentors,
            Days days,
            CasesInSight cases) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.departed = departed;
        this.silentMentors = silentMentors;
        this.days = days;
        this.cases = cases;
    }

    Section mentors(OutOfSight outOfSight, Map<String, String> names) {
        var now = days.nowForMany();
        var tooMuch = cases.inSight("too-much", outOfSight);
        var gone = departed.underWay().stream()
                .filter(Departed.UnderWay::noticed)
                .map(Departed.UnderWay::personId)
                .collect(toSet());
        var mentees = mentorships.load();
        var loads = mentors.findAll().stream()
                .filter(mentor -> mentor.status() != Mentor.Status.RESIGNED)
                .map(mentor -> gone.contains(mentor.id())
                        ? Load.gone(mentor, mentees.getOrDefault(mentor.id(), 0), names)
                        : Load.of(
                                mentor,
                                mentees.getOrDefault(mentor.id(), 0),
                                tooMuch.contains(mentor.id()),
                                now,
                                names))
                .sorted(comparing(Load::mentees).reversed().thenComparing(Load::name))
                .toList();
        return Section.of(
                "mentors",
                "Mentors and their mentees",
                loads.isEmpty() ? List.of("There are no mentors yet.") : Load.sentences(loads),
                Table.of(
                        List.of(
                                text("Mentor"),
                                text("Standing"),
                                number("Mentees"),
                                number("Free places"),
                                number("Capacity")),
                        loads.stream()
                                .map(load -> Row.of(
                                        load.name(), load.standing(), load.mentees(), load.free(), load.capacity()))
                                .toList()),
                new Chart("Mentees and free places of each mentor", 0, List.of(2, 3), 4, 1, true));
    }

    Section silent(String readerId, OutOfSight outOfSight, Map<String, String> names) {
        var today = days.ofProgramme();
        var mentees = mentorships.load();
        var own = cases.ofReader("mentor-inactivity", outOfSight);
        var silent = silentMentors.now().stream()
                .filter(mentor ->
                        !own.contains(mentor.mentorId()) && !mentor.mentorId().equals(readerId))
                .toList();
        var left = silent.stream()
                .mapToInt(mentor -> mentees.getOrDefault(mentor.mentorId(), 0))
                .sum();
        return Section.of(
                "silent",
                "Mentors who are silent",
                List.of(
                        silent.isEmpty()
                                ? "No mentor is silent."
                                : "%s not answer; %s for them."
                                        .formatted(
                                                Words.number(silent.size(), "mentor does", "mentors do"),
                                                Words.number(left, "mentee waits", "mentees wait"))),
                Table.of(
                        List.of(
                                text("Mentor"),
                                text("Last answer"),
                                number("Days"),
                                number("Mentees"),
                                text("Asked whether they are there")),
                        silent.stream()
                                .map(mentor -> Row.of(
                                        Subjects.name(mentor.mentorId(), names),
                                        mentor.lastAnswer() == null
                                                ? "never"
                                                : mentor.lastAnswer().toString(),
                                        mentor.lastAnswer() == null ? "" : Words.days(mentor.lastAnswer(), today),
                                        mentees.getOrDefault(mentor.mentorId(), 0),
                                        mentor.askedOn() == null
                                                ? "found inactive"
                                                : mentor.askedOn().toString()))
                                .toList()),
                null);
    }
}
