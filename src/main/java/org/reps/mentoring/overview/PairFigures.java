package org.reps.mentoring.overview;

import static java.util.Comparator.comparing;
import static org.reps.mentoring.table.Table.Column.number;
import static org.reps.mentoring.table.Table.Column.text;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.checkin.CheckInsHeld;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.reps.mentoring.firstcall.CallsAhead;
import org.reps.mentoring.keepintouch.InTouchOfPairs;
import org.reps.mentoring.mentorchange.ChangeReasons;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Section.Chart;
import org.reps.mentoring.table.Table;
import org.reps.mentoring.table.Table.Row;
import org.reps.mentoring.text.Words;
import org.springframework.stereotype.Component;

/** Reps and their mentors: who waits for one, how pairs begin, whether they meet, and why they part. */
@Component
class PairFigures {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

    private final Mentorships mentorships;
    private final CheckInsHeld checkIns;
    private final ChangeReasons reasons;
    private final CallsAhead callsAhead;
    private final InTouchOfPairs inTouch;
    private final People people;
    private final MentoringRules rules;
    private final Days days;
    private final CasesInSight cases;

    PairFigures(
            Mentorships mentorships,
            CheckInsHeld checkIns,
            ChangeReasons reasons,
            CallsAhead callsAhead,
            InTouchOfPairs inTouch,
            People people,
            MentoringRules rules,
            Days days,
            CasesInSight cases) {
        this.mentorships = mentorships;
        this.checkIns = checkIns;
        this.reasons = reasons;
        this.callsAhead = callsAhead;
        this.inTouch = inTouch;
        this.people = people;
        this.rules = rules;
        this.days = days;
        this.cases = cases;
    }

    Section waiting(Map<String, String> names) {
        var today = days.ofProgramme();
        var waiting = reps(mentorships.waiting());
        return Section.of(
                "waiting",
                "Reps who wait for a mentor",
                List.of(
                        waiting.isEmpty()
                                ? "Nobody waits for a mentor."
                                : "%s for a mentor, the longest %s."
                                        .formatted(
                                                Words.number(waiting.size(), "rep waits", "reps wait"),
                                                Words.howLong(Words.days(
                                                        waiting.get(0).since(), today)))),
                Table.of(
                        List.of(text("Rep"), text("Since"), number("Days")),
                        waiting.stream()
                                .map(rep -> Row.of(
                                        Subjects.name(rep.repId(), names),
                                        rep.since().toString(),
                                        Words.days(rep.since(), today)))
                                .toList()),
                new Chart("Days each rep has waited", 2));
    }

    Section without(Map<String, String> names) {
        var without = reps(mentorships.withoutMentor());
        return Section.of(
                "without",
                "Reps without a mentor",
                List.of(
                        without.isEmpty()
                                ? "There is no rep for whom nobody has looked for a mentor."
                                : ("%s no mentor, and nobody has looked for one yet. They can start “Look for a mentor”;"
                                                + " a contact can do it for them.")
                                        .formatted(Words.number(without.size(), "rep has", "reps have"))),
                Table.of(
                        List.of(text("Rep"), text("Joined on")),
                        without.stream()
                                .map(rep -> Row.of(
                                        Subjects.name(rep.repId(), names),
                                        rep.since().toString()))
                                .toList()),
                null);
    }

    /**
     * Whoever is in the group only: the tables know who was a rep, and somebody in the council may have been one. The
     * accounts may be in a directory, so no view of ours can ask for the group.
     */
    private List<Mentorships.Waiting> reps(List<Mentorships.Waiting> all) {
        var reps = new HashSet<>(people.in(Group.REPS));
        return all.stream().filter(waiting -> reps.contains(waiting.repId())).toList();
    }

    Section firstCalls(OutOfSight outOfSight, Map<String, String> names) {
        var today = days.ofProgramme();
        var arranged = callsAhead.byMentorship();
        var pairs = mentorships.withIds(cases.inSight("first-call", outOfSight)).stream()
                .filter(pair -> arranged.containsKey(pair.id()))
                .sorted(comparing(Mentorship::beganOn).thenComparing(Mentorship::id))
                .toList();
        return Section.of(
                "first-calls",
                "New pairs before their first call",
                List.of(
                        pairs.isEmpty()
                                ? "After each change of mentor the new pair is asked for a first call. All have had theirs."
                                : "%s talked yet since somebody got another mentor, the first %s. The mentor is reminded."
                                        .formatted(
                                                Words.number(pairs.size(), "pair has not", "pairs have not"),
                                                Words.howLong(
                                                        Words.days(pairs.get(0).beganOn(), today)))),
                Table.of(
                        List.of(text("Rep"), text("New mentor"), text("Since"), number("Days"), text("Arranged for")),
                        pairs.stream()
                                .map(pair -> Row.of(
                                        Subjects.name(pair.menteeId(), names),
                                        Subjects.name(pair.mentorId(), names),
                                        pair.beganOn().toString(),
                                        Words.days(pair.beganOn(), today),
                                        Objects.requireNonNull(arranged.get(pair.id()))
                                                .map(at -> days.ofProgramme(at).toString())
                                                .orElse("not yet")))
                                .toList()),
                null);
    }

    /** Whoever is one of a pair reads nothing here of it. */
    Section lostTouch(String readerId, Map<String, String> names) {
        var lost = inTouch.lost().stream()
                .filter(one -> !one.pair().menteeId().equals(readerId)
                        && !one.pair().mentorId().equals(readerId))
                .sorted(comparing(InTouchOfPairs.Lost::since)
                        .thenComparing(one -> one.pair().id()))
                .toList();
        return Section.of(
                "lost-touch",
                "Pairs who lost touch",
                List.of(
                        lost.isEmpty()
                                ? "No pair has lost touch, as far as anybody has said."
                                : "%s not talked when asked, several times in a row. One of them was asked kindly for a first step."
                                        .formatted(Words.number(lost.size(), "pair had", "pairs had"))),
                Table.of(
                        List.of(text("Rep"), text("Mentor"), text("Talked last")),
                        lost.stream()
                                .map(one -> Row.of(
                                        Subjects.name(one.pair().menteeId(), names),
                                        Subjects.name(one.pair().mentorId(), names),
                                        Objects.toString(one.talkedOn(), "not known")))
                                .toList()),
                null);
    }

    Section checkIns() {
        var found = checkIns.lastYear();
        var due = found.stream().mapToInt(CheckInsHeld.Month::due).sum();
        var held = found.stream().mapToInt(CheckInsHeld.Month::held).sum();
        var overdue = found.stream().mapToInt(CheckInsHeld.Month::overdue).sum();
        var sentences = new ArrayList<String>();
        var time = checkIns.isSinceMovingIn()
                ? "since the programme moved in (" + checkIns.since() + ")"
                : "in the last twelve months";
        if (due == 0) {
            sentences.add("No check-in was due " + time + ".");
        } else {
            var reached = held * 100 >= due * rules.checkInGoal();
            sentences.add("%d of %s due %s %s held: %d %%. The goal of %d %% is %s."
                    .formatted(
                            held,
                            Words.number(due, "check-in", "check-ins"),
                            time,
                            held == 1 ? "was" : "were",
                            held * 100 / due,
                            rules.checkInGoal(),
                            reached ? "reached" : "not reached"));
        }
        if (overdue > 0) {
            sentences.add(Words.number(overdue, "is overdue.", "are overdue."));
        }
        var ahead = checkIns.ahead();
        if (ahead > 0) {
            sentences.add(
                    Words.number(ahead, "more has begun and is due later.", "more have begun and are due later."));
        }
        return Section.of(
                "check-ins",
                "Yearly check-ins",
                sentences,
                Table.of(
                        List.of(text("Due in"), number("Held"), number("Overdue"), number("Not held"), number("Due")),
                        found.stream()
                                .map(month -> Row.of(
                                        MONTH.format(month.month()),
                                        month.held(),
                                        month.overdue(),
                                        month.notHeld(),
                                        month.due()))
                                .toList()),
                due == 0 ? null : new Chart("Check-ins by the month in which they were due", 1, 2, 3));
    }

    Section reasons() {
        var counted = reasons.counted();
        var sentence = "A reason is shown once %d reps have given it and their requests have ended, so that nobody"
                        .formatted(rules.feedbackThreshold())
                + " can be recognised.";
        return Section.of(
                "reasons",
                "Why reps would like another mentor",
                counted.isEmpty()
                        ? List.of("There are too few requests to show anything yet.", sentence)
                        : List.of(sentence),
                Table.of(
                        List.of(text("Reason"), number("Requests")),
                        counted.stream()
                                .map(count -> Row.of(count.reason(), count.requests()))
                                .toList()),
                counted.isEmpty() ? null : new Chart("How often each reason was given", 1));
    }
}
