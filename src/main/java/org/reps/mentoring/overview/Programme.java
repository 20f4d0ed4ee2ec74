package org.reps.mentoring.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.reports.RunningCases;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.reps.mentoring.recognition.RecognisedPeople;
import org.reps.mentoring.table.Section;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the programme is doing. It takes as many statements for a large programme as for a small one: everything is
 * counted where it is kept.
 */
@Component
@Transactional(readOnly = true)
public class Programme {

    private final MentorFigures mentors;
    private final PairFigures pairs;
    private final ComingAndGoing comingAndGoing;
    private final CaseFigures cases;
    private final RecognisedPeople recognised;
    private final PartOfCase partOfCase;
    private final People people;

    Programme(
            MentorFigures mentors,
            PairFigures pairs,
            ComingAndGoing comingAndGoing,
            CaseFigures cases,
            RecognisedPeople recognised,
            PartOfCase partOfCase,
            People people) {
        this.mentors = mentors;
        this.pairs = pairs;
        this.comingAndGoing = comingAndGoing;
        this.cases = cases;
        this.recognised = recognised;
        this.partOfCase = partOfCase;
        this.people = people;
    }

    /** What is on the page as soon as it opens, in this order; without the cases that this person is part of. */
    public List<Section> sections(String readerId) {
        var names = people.names();
        var outOfSight = partOfCase.outOfSight(readerId);
        return Stream.of(
                        "mentors",
                        "silent",
                        "waiting",
                        "without",
                        "first-calls",
                        "lost-touch",
                        "check-ins",
                        "cases",
                        "training",
                        "recognised",
                        "resignations",
                        "leavings",
                        "reasons",
                        "passwords",
                        "mails")
                .map(id -> section(id, readerId, outOfSight, names))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The section with this id. */
    public Optional<Section> section(String id, String readerId) {
        return section(id, readerId, partOfCase.outOfSight(readerId), people.names());
    }

    private Optional<Section> section(String id, String readerId, OutOfSight outOfSight, Map<String, String> names) {
        return Optional.ofNullable(
                switch (id) {
                    case "mentors" -> mentors.mentors(outOfSight, names);
                    case "silent" -> mentors.silent(readerId, outOfSight, names);
                    case "waiting" -> pairs.waiting(names);
                    case "without" -> pairs.without(names);
                    case "first-calls" -> pairs.firstCalls(outOfSight, names);
                    case "lost-touch" -> pairs.lostTouch(readerId, names);
                    case "check-ins" -> pairs.checkIns();
                    case "cases" -> cases.cases(outOfSight, names);
                    case "tasks" -> cases.tasks(outOfSight, names);
                    case "running" -> cases.running(outOfSight, names);
                    case "training" -> comingAndGoing.training();
                    case "recognised" -> recognised.section(names);
                    case "resignations" -> comingAndGoing.resignations(outOfSight, names);
                    case "leavings" -> comingAndGoing.leavings(outOfSight, names);
                    case "reasons" -> pairs.reasons();
                    case "passwords" -> comingAndGoing.passwords();
                    case "mails" -> cases.mails();
                    default -> null;
                });
    }

    /** What runs of each process, as {@link #section} says it of all of them. */
    public List<RunningCases.Running> processes(String readerId) {
        return cases.processes(partOfCase.outOfSight(readerId));
    }
}
