package org.reps.mentoring.overview;

import static org.reps.mentoring.table.Table.Column.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.text.Words;

/** A mentor, as the table of mentors has them. */
record Load(String name, String standing, int mentees, int free, int capacity) {

    static Load of(Mentor mentor, int mentees, boolean tooMuch, Now now, Map<String, String> names) {
        return new Load(
                Subjects.name(mentor.id(), names),
                standing(mentor, tooMuch, now),
                mentees,
                mentor.takesMenteesAt(now) ? Math.max(0, mentor.capacity() - mentees) : 0,
                mentor.capacity());
    }

    /** Nobody can be guided by them, whatever they said when they were here. */
    static Load gone(Mentor mentor, int mentees, Map<String, String> names) {
        return new Load(Subjects.name(mentor.id(), names), "Gone without a word", mentees, 0, mentor.capacity());
    }

    private static String standing(Mentor mentor, boolean tooMuch, Now now) {
        if (mentor.status() == Mentor.Status.INACTIVE) {
            return "Inactive";
        }
        if (mentor.isAwayAt(now)) {
            return "Away until " + mentor.awayUntil();
        }
        if (mentor.isResigning()) {
            return "Steps down on " + mentor.resigningOn();
        }
        if (tooMuch) {
            return "Too much right now";
        }
        return mentor.takesMenteesAt(now) ? "Active" : "No new mentees until " + mentor.noNewMenteesUntil();
    }

    static List<String> sentences(List<Load> loads) {
        var guided = loads.stream().mapToInt(Load::mentees).sum();
        var free = loads.stream().mapToInt(Load::free).sum();
        var none = (int) loads.stream().filter(load -> load.mentees() == 0).count();
        var sentences = new ArrayList<String>();
        sentences.add("%s %s, and %s free."
                .formatted(
                        Words.number(loads.size(), "mentor guides", "mentors guide"),
                        Words.number(guided, "mentee", "mentees"),
                        Words.number(free, "place is", "places are")));
        if (loads.size() > 1) {
            sentences.add("The fullest mentor has %d, the one in the middle %d%s."
                    .formatted(
                            loads.get(0).mentees(),
                            loads.get(loads.size() / 2).mentees(),
                            none == 0 ? "" : "; " + Words.number(none, "has none", "have none")));
        }
        var standings = new TreeMap<String, Integer>();
        loads.stream()
                .filter(load -> !load.standing().equals("Active"))
                .forEach(load -> standings.merge(load.standing().split(" ", 2)[0], 1, Integer::sum));
        Stream.of(
                        said(standings, "Away", "is away", "are away"),
                        said(standings, "Inactive", "is inactive", "are inactive"),
                        said(standings, "Gone", "is gone without a word", "are gone without a word"),
                        said(standings, "Steps", "steps down", "step down"),
                        said(standings, "Too", "says that it is too much", "say that it is too much"),
                        said(standings, "No", "takes nobody new for now", "take nobody new for now"))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(all -> sentences.add("Of them " + all + "."));
        return sentences;
    }

    private static Optional<String> said(Map<String, Integer> standings, String standing, String one, String several) {
        return Optional.ofNullable(standings.get(standing)).map(number -> Words.number(number, one, several));
    }
}
