package org.reps.mentoring.cockpit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.reps.mentoring.table.Table.Column.number;
import static org.reps.mentoring.table.Table.Column.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.checkin.CheckInsHeld;
import org.reps.mentoring.engine.reports.RunningCases;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.reps.mentoring.firstcall.CallsAhead;
import org.reps.mentoring.inactivity.SilentMentors;
import org.reps.mentoring.leaving.Departed;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorchange.ChangeReasons;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.resignation.Placements;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Section.Chart;
import org.reps.mentoring.table.Table;
import org.reps.mentoring.table.Table.Row;
import org.reps.mentoring.text.Words;
import org.reps.mentoring.training.TrainingStages;
import org.reps.mentoring.wayin.Invitations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the programme is doing. It takes as many statements for a large programme as for a small one: everything is
 * counted where it is kept.
 */
@Component
@Transactional(readOnly = true)
class Programme {

    private static final int FAILED_MAILS = 20;
    private static final String MAILS = "send-mail";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV").withZone(ZoneId.of("UTC"));

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final CheckInsHeld checkIns;
    private final RunningCases running;
    private final PartOfCase partOfCase;
    private final ChangeReasons reasons;
    private final TrainingStages training;
    private final Placements placements;
    private final Departed departed;
    private final CallsAhead callsAhead;
    private final Invitations invitations;
    private final SilentMentors silentMentors;
    private final People people;
    private final Subjects subjects;
    private final MentoringRules rules;
    private final Days days;

    Programme(
            Mentors mentors,
            Mentorships mentorships,
            CheckInsHeld checkIns,
            RunningCases running,
            PartOfCase partOfCase,
            ChangeReasons reasons,
            TrainingStages training,
            Placements placements,
            Departed departed,
            CallsAhead callsAhead,
            Invitations invitations,
            SilentMentors silentMentors,
            People people,
            Subjects subjects,
            MentoringRules rules,
            Days days) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.checkIns = checkIns;
        this.running = running;
        this.partOfCase = partOfCase;
        this.reasons = reasons;
        this.training = training;
        this.placements = placements;
        this.departed = departed;
        this.callsAhead = callsAhead;
        this.invitations = invitations;
        this.silentMentors = silentMentors;
        this.people = people;
        this.subjects = subjects;
        this.rules = rules;
        this.days = days;
    }

    /** What is on the page as soon as it opens, in this order; without the cases that this person is part of. */
    List<Section> sections(String readerId) {
        var names = people.names();
        var outOfSight = partOfCase.outOfSight(readerId);
        return Stream.of(
                        "mentors",
                        "silent",
                        "waiting",
                        "without",
                        "first-calls",
                        "check-ins",
                        "cases",
                        "training",
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
    Optional<Section> section(String id, String readerId) {
        return section(id, readerId, partOfCase.outOfSight(readerId), people.names());
    }

    private Optional<Section> section(String id, String readerId, OutOfSight outOfSight, Map<String, String> names) {
        return Optional.ofNullable(
                switch (id) {
                    case "mentors" -> load(outOfSight, names);
                    case "silent" -> silent(readerId, outOfSight, names);
                    case "waiting" -> waiting(names);
                    case "without" -> without(names);
                    case "first-calls" -> firstCalls(outOfSight, names);
                    case "check-ins" -> checkIns();
                    case "cases" -> cases(outOfSight, names);
                    case "tasks" -> tasks(outOfSight, names);
                    case "running" -> running(outOfSight, names);
                    case "training" -> training();
                    case "resignations" -> leaving(outOfSight, names);
                    case "leavings" -> leavings(outOfSight, names);
                    case "reasons" -> reasons();
                    case "passwords" -> passwords();
                    case "mails" -> mails();
                    default -> null;
                });
    }

    // --- mentors and those who need one

    private Section load(OutOfSight outOfSight, Map<String, String> names) {
        var now = days.nowForMany();
        var tooMuch = inSight("too-much", outOfSight);
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

    private record Load(String name, String standing, int mentees, int free, int capacity) {

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

        private static Optional<String> said(
                Map<String, Integer> standings, String standing, String one, String several) {
            return Optional.ofNullable(standings.get(standing)).map(number -> Words.number(number, one, several));
        }
    }

    private Section silent(String readerId, OutOfSight outOfSight, Map<String, String> names) {
        var today = days.ofProgramme();
        var mentees = mentorships.load();
        var own = ofReader("mentor-inactivity", outOfSight);
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

    private Section waiting(Map<String, String> names) {
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

    private Section without(Map<String, String> names) {
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

    private Section firstCalls(OutOfSight outOfSight, Map<String, String> names) {
        var today = days.ofProgramme();
        var arranged = callsAhead.byMentorship();
        var pairs = mentorships.withIds(inSight("first-call", outOfSight)).stream()
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

    // --- what is done

    private Section checkIns() {
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

    private Section cases(OutOfSight outOfSight, Map<String, String> names) {
        var today = days.ofProgramme();
        // Mails have a section of their own, and the daily round is there only when it needs somebody.
        var processes = running.byProcess(outOfSight).stream()
                .filter(process -> !process.byItself()
                        || (process.failed() > 0 && !process.key().equals(MAILS)))
                .toList();
        var about = about(
                processes.stream()
                        .map(RunningCases.Running::oldest)
                        .filter(Objects::nonNull)
                        .map(RunningCases.Step::businessKey),
                names);
        var cases = processes.stream().mapToInt(RunningCases.Running::cases).sum();
        var tasks = processes.stream().mapToInt(RunningCases.Running::tasks).sum();
        var overdue = processes.stream().mapToInt(RunningCases.Running::overdue).sum();
        var failed = processes.stream().mapToInt(RunningCases.Running::failed).sum();
        var sentences = new ArrayList<String>();
        sentences.add("%s, with %s; %s overdue."
                .formatted(
                        Words.number(cases, "case is running", "cases are running"),
                        Words.number(tasks, "open task", "open tasks"),
                        Words.number(overdue, "is", "are")));
        processes.stream()
                .map(RunningCases.Running::oldest)
                .filter(Objects::nonNull)
                .min(comparing(RunningCases.Step::since))
                .ifPresent(oldest -> sentences.add(
                        "The oldest has been open %s.".formatted(Words.howLong(Words.days(day(oldest), today)))));
        if (failed > 0) {
            sentences.add("%s failed and %s somebody to look at it in Cockpit."
                    .formatted(Words.number(failed, "step has", "steps have"), failed == 1 ? "needs" : "need"));
        }
        return Section.of(
                "cases",
                "Running cases",
                sentences,
                Table.of(
                        List.of(
                                text("Process"),
                                number("Cases"),
                                number("Open tasks"),
                                number("Overdue"),
                                number("Failed"),
                                text("Oldest open task"),
                                text("About"),
                                text("Waits for"),
                                number("Days")),
                        processes.stream()
                                .map(process -> row(process, about, names, today))
                                .toList()),
                new Chart("Open tasks of each process", 2));
    }

    private Row row(
            RunningCases.Running process, Map<String, String> about, Map<String, String> names, LocalDate today) {
        var oldest = process.oldest();
        if (oldest == null) {
            return Row.of(
                    process.process(),
                    process.cases(),
                    process.tasks(),
                    process.overdue(),
                    process.failed(),
                    "",
                    "",
                    "",
                    "");
        }
        return Row.leadingTo(
                oldest.instanceId(),
                process.process(),
                process.cases(),
                process.tasks(),
                process.overdue(),
                process.failed(),
                oldest.name(),
                about.getOrDefault(String.valueOf(oldest.businessKey()), ""),
                waitsFor(oldest.waitsFor(), names),
                Words.days(day(oldest), today));
    }

    private LocalDate day(RunningCases.Step step) {
        return days.ofProgramme(step.since());
    }

    private static String waitsFor(List<String> somebody, Map<String, String> names) {
        var named = somebody.stream().map(id -> Subjects.name(id, names)).toList();
        if (named.isEmpty()) {
            return "nobody";
        }
        return named.size() <= 3 ? String.join(" or ", named) : "one of " + named.size() + " people";
    }

    private Section tasks(OutOfSight outOfSight, Map<String, String> names) {
        var open = running.tasks(outOfSight);
        var about = about(open.stream().map(task -> task.step().businessKey()), names);
        var overdue = (int) open.stream().filter(RunningCases.ToDo::overdue).count();
        return Section.of(
                "tasks",
                "Open tasks",
                List.of("%s open; %s overdue. What people may do and need not is not counted."
                        .formatted(
                                Words.number(open.size(), "task is", "tasks are"), Words.number(overdue, "is", "are"))),
                Table.of(
                        List.of(
                                text("Task"),
                                text("About"),
                                text("Waits for"),
                                text("Due"),
                                text("Overdue"),
                                text("Since"),
                                text("Case")),
                        open.stream()
                                .map(task -> Row.leadingTo(
                                        task.step().instanceId(),
                                        task.step().name(),
                                        about.getOrDefault(
                                                String.valueOf(task.step().businessKey()), ""),
                                        waitsFor(task.step().waitsFor(), names),
                                        task.due() == null
                                                ? ""
                                                : days.ofProgramme(task.due()).toString(),
                                        task.overdue() ? "yes" : "",
                                        day(task.step()).toString(),
                                        task.process()))
                                .toList()),
                null);
    }

    private Section running(OutOfSight outOfSight, Map<String, String> names) {
        var cases = running.cases(outOfSight);
        var about = about(cases.stream().map(RunningCases.RunningCase::businessKey), names);
        var open = running.tasks(outOfSight).stream().collect(groupingBy(RunningCases.ToDo::caseId));
        return Section.of(
                "running",
                "Running cases",
                List.of(Words.number(cases.size(), "case is running.", "cases are running.")),
                Table.of(
                        List.of(text("Case"), text("Since"), text("Open tasks")),
                        cases.stream()
                                .map(one -> Row.leadingTo(
                                        one.id(),
                                        title(one, about),
                                        days.ofProgramme(one.since()).toString(),
                                        open.getOrDefault(one.id(), List.of()).stream()
                                                .map(task -> task.step().name())
                                                .distinct()
                                                .collect(joining(", "))))
                                .toList()),
                null);
    }

    private static String title(RunningCases.RunningCase one, Map<String, String> about) {
        var subject = about.get(String.valueOf(one.businessKey()));
        return subject == null ? one.process() + " (one case)" : one.process() + ": " + subject;
    }

    /** What runs of each process, as {@link #section} says it of all of them. */
    List<RunningCases.Running> processes(String readerId) {
        return running.byProcess(partOfCase.outOfSight(readerId));
    }

    private Map<String, String> about(Stream<@Nullable String> businessKeys, Map<String, String> names) {
        return subjects.names(businessKeys.filter(Objects::nonNull).toList(), names);
    }

    /** What the cases of a process are about that this person is part of. */
    private Set<String> ofReader(String process, OutOfSight outOfSight) {
        if (outOfSight.own().isEmpty()) {
            return Set.of();
        }
        var subjects = running.subjects(process);
        subjects.keySet().retainAll(outOfSight.own());
        return Set.copyOf(subjects.values());
    }

    /** What the cases of an open process are about that this person may see. */
    private Set<String> inSight(String process, OutOfSight outOfSight) {
        var subjects = running.subjects(process);
        subjects.keySet().removeAll(outOfSight.all());
        return Set.copyOf(subjects.values());
    }

    // --- how it changes

    private Section training() {
        var stages = training.all();
        var underWay = stages.stream().mapToInt(TrainingStages.Stage::underWay).sum();
        var mentors = stages.get(stages.size() - 1).ended();
        var ended = stages.stream().mapToInt(TrainingStages.Stage::ended).sum() - mentors;
        return Section.of(
                "training",
                "New mentors",
                List.of(
                        Words.number(
                                        underWay,
                                        "rep is on the way to becoming a mentor",
                                        "reps are on the way to becoming mentors")
                                + ".",
                        "Since the programme began, %s; %s before."
                                .formatted(
                                        Words.number(mentors, "rep has become a mentor", "reps have become mentors"),
                                        ended == 0 ? "nobody has stopped" : ended + " stopped")),
                Table.of(
                        List.of(text("Stage"), number("On the way"), number("Ended here")),
                        stages.stream()
                                .map(stage -> Row.of(capital(stage.words()), stage.underWay(), stage.ended()))
                                .toList()),
                new Chart("How far reps have come on the way to becoming mentors", 1, 2));
    }

    private Section leaving(OutOfSight outOfSight, Map<String, String> names) {
        var own = ofReader("mentor-resignation", outOfSight);
        var leaving = placements.underWay().stream()
                .filter(mentor -> !own.contains(mentor.mentorId()))
                .toList();
        var retired = placements.retiredLastYear();
        var placed = leaving.stream().mapToInt(Placements.UnderWay::placed).sum();
        var all =
                placed + leaving.stream().mapToInt(Placements.UnderWay::toPlace).sum();
        var sentences = new ArrayList<String>();
        sentences.add(
                leaving.isEmpty()
                        ? "No mentor is stepping down."
                        : "%s down; %d of their %s another mentor already."
                                .formatted(
                                        Words.number(leaving.size(), "mentor is stepping", "mentors are stepping"),
                                        placed,
                                        all == 1 ? "1 mentee has" : all + " mentees have"));
        if (retired > 0) {
            sentences.add(Words.number(retired, "mentor has", "mentors have")
                    + " left with thanks in the last twelve months.");
        }
        return Section.of(
                "resignations",
                "Mentors who step down",
                sentences,
                Table.of(
                        List.of(
                                text("Mentor"),
                                text("Last day"),
                                text("Acknowledged"),
                                number("Placed"),
                                number("Still to place")),
                        leaving.stream()
                                .map(mentor -> Row.of(
                                        Subjects.name(mentor.mentorId(), names),
                                        mentor.lastDay() == null
                                                ? "not said yet"
                                                : mentor.lastDay().toString(),
                                        mentor.acknowledged() ? "yes" : "not yet",
                                        mentor.placed(),
                                        mentor.toPlace()))
                                .toList()),
                leaving.isEmpty() ? null : new Chart("Mentees of each who are placed, and still to place", 3, 4));
    }

    private Section leavings(OutOfSight outOfSight, Map<String, String> names) {
        var own = ofReader("leave-programme", outOfSight);
        var leaving = departed.underWay().stream()
                .filter(person -> !own.contains(person.personId()))
                .toList();
        var mentees = mentorships.load(
                leaving.stream().map(Departed.UnderWay::personId).toList());
        var gone = (int) leaving.stream().filter(Departed.UnderWay::noticed).count();
        var left = departed.lastYear();
        var sentences = new ArrayList<String>();
        sentences.add(
                leaving.size() == gone
                        ? "Nobody is leaving the programme."
                        : Words.number(leaving.size() - gone, "person is", "people are") + " leaving the programme.");
        if (gone > 0) {
            sentences.add(Words.number(gone, "person is gone", "people are gone")
                    + " without a word: a task in the council queue asks what becomes of those whom they guide, or who"
                    + " guide them.");
        }
        sentences.add(
                left == 0
                        ? "Nobody has left in the last twelve months."
                        : Words.number(left, "person has", "people have")
                                + " left in the last twelve months. Their cases are in the history.");
        return Section.of(
                "leavings",
                "People who leave",
                sentences,
                Table.of(
                        List.of(text("Who"), text("Last day"), number("Guides"), text("How we know")),
                        leaving.stream()
                                .map(person -> Row.of(
                                        Subjects.name(person.personId(), names),
                                        person.lastDay().toString(),
                                        mentees.getOrDefault(person.personId(), 0),
                                        person.noticed()
                                                ? "noticed; the council decides"
                                                : "they or a contact said so"))
                                .toList()),
                null);
    }

    private Section reasons() {
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

    /** Null where there are no passwords. Of whom it is true is for the operator, who invites them. */
    private @Nullable Section passwords() {
        return invitations.withoutPassword().map(Programme::passwords).orElse(null);
    }

    private static Section passwords(Invitations.WithoutPassword without) {
        return Section.of(
                "passwords",
                "Who cannot log in yet",
                List.of(
                        without.people() == 0
                                ? "Everybody has a password."
                                : Words.number(without.people(), "person has", "people have")
                                        + " not chosen a password yet. The operator invites them, under “Move in”."),
                Table.of(
                        List.of(text("Group"), number("People"), number("Without a password")),
                        without.people() == 0
                                ? List.of()
                                : without.groups().stream()
                                        .map(of -> Row.of(capital(of.group().id()), of.people(), of.withoutPassword()))
                                        .toList()),
                null);
    }

    private Section mails() {
        var failed = running.failedMails();
        return Section.of(
                "mails",
                "Mails that could not be sent",
                List.of(
                        failed == 0
                                ? "No mail has failed."
                                : Words.number(failed, "mail", "mails")
                                        + " could not be sent. Open a case to see why, and to try again."),
                Table.of(
                        List.of(text("Failed at")),
                        running.latestFailedMails(FAILED_MAILS).stream()
                                .map(mail -> Row.leadingTo(mail.instanceId(), MINUTE.format(mail.failedAt())))
                                .toList()),
                null);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
