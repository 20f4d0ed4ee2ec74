package org.reps.mentoring.cockpit;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.reports.FinishedCases;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.overview.Subjects;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.table.CouncilWords;
import org.reps.mentoring.text.PlainText;
import org.reps.mentoring.text.TypedDay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that have ended, with the names of people.
 *
 * <p>Nobody in the council finds cases here that they were part of: how a check-in ended can tell that their mentee
 * would like another mentor.
 */
@Component
@Transactional(readOnly = true)
class History {

    private static final int ON_A_PAGE = 25;

    private final FinishedCases cases;
    private final PartOfCase partOfCase;
    private final People people;
    private final Subjects subjects;
    private final Days days;

    History(FinishedCases cases, PartOfCase partOfCase, People people, Subjects subjects, Days days) {
        this.cases = cases;
        this.partOfCase = partOfCase;
        this.people = people;
        this.subjects = subjects;
        this.days = days;
    }

    /** What can be looked for. */
    List<FinishedCases.Process> processes() {
        return cases.processes();
    }

    /** One page of what was looked for. */
    Page find(String readerId, Wanted wanted) {
        var search = search(readerId, wanted);
        var found = cases.find(search, wanted.page() * ON_A_PAGE, ON_A_PAGE);
        var names = people.names();
        var about = subjects.names(
                found.stream()
                        .map(FinishedCases.Case::businessKey)
                        .filter(Objects::nonNull)
                        .toList(),
                names);
        var processes = processNames();
        return new Page(
                cases.count(search),
                wanted.page(),
                ON_A_PAGE,
                found.stream()
                        .map(ended -> line(ended, processes, about, names))
                        .toList());
    }

    /** One case with what happened in it; empty when there is none to be shown. */
    Optional<Story> story(String readerId, String id) {
        var own = partOfCase.everOf(readerId);
        return cases.find(id, own).map(ended -> {
            var names = people.names();
            var key = ended.businessKey();
            var about = subjects.names(key == null ? List.of() : List.of(key), names);
            var steps = cases.steps(id);
            return new Story(
                    line(ended, processNames(), about, names),
                    ended.definitionId(),
                    steps.stream()
                            .filter(step -> step.name() != null && !step.type().contains("Gateway"))
                            .map(step -> happened(step, ended, own, names))
                            .toList(),
                    steps.stream()
                            .filter(step -> !step.cancelled())
                            .map(FinishedCases.Step::activityId)
                            .distinct()
                            .toList(),
                    steps.stream()
                            .filter(FinishedCases.Step::cancelled)
                            .map(FinishedCases.Step::activityId)
                            .distinct()
                            .toList());
        });
    }

    private Happened happened(
            FinishedCases.Step step, FinishedCases.Case ended, Set<String> own, Map<String, String> names) {
        var who = step.type().equals("startEvent") && step.activityId().startsWith("Event_")
                ? ended.startedBy()
                : step.assignee();
        var called = step.calledId();
        return new Happened(
                step.activityId(),
                Objects.requireNonNull(step.name()),
                Subjects.name(who, names),
                step.beganAt().toString(),
                step.endedAt() == null ? "" : step.endedAt().toString(),
                step.cancelled(),
                called == null
                        ? null
                        : cases.find(called, own).map(FinishedCases.Case::id).orElse(null));
    }

    private FinishedCases.Search search(String readerId, Wanted wanted) {
        return new FinishedCases.Search(
                orNull(wanted.process()),
                wanted.about().isBlank() ? null : subjects.about(wanted.about().strip()),
                partOfCase.everOf(readerId),
                from(wanted.startedFrom(), readerId),
                before(wanted.startedUntil(), readerId),
                from(wanted.endedFrom(), readerId),
                before(wanted.endedUntil(), readerId),
                orNull(wanted.outcome()));
    }

    private Map<String, String> processNames() {
        return cases.processes().stream().collect(toMap(FinishedCases.Process::key, FinishedCases.Process::name));
    }

    private static Line line(
            FinishedCases.Case ended,
            Map<String, String> processes,
            Map<String, String> about,
            Map<String, String> names) {
        var key = ended.businessKey() == null ? "" : ended.businessKey();
        return new Line(
                ended.id(),
                processes.getOrDefault(ended.process(), ended.process()),
                about.getOrDefault(key, ""),
                key,
                Subjects.name(ended.startedBy(), names),
                ended.startedAt().toString(),
                ended.endedAt().toString(),
                ended.outcome() == null ? "Ended in the middle" : ended.outcome());
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private @Nullable Instant from(String day, String readerId) {
        return day.isBlank() ? null : days.beginOf(day(day), readerId);
    }

    private @Nullable Instant before(String day, String readerId) {
        return day.isBlank() ? null : days.beginOf(day(day).plusDays(1), readerId);
    }

    private static LocalDate day(String text) {
        var days = TypedDay.meanings(PlainText.visible(text));
        if (days.size() == 1 && days.get(0).getYear() > 0) {
            return days.get(0);
        }
        throw new Refusal(
                days.size() < 2
                        ? "Please write the date like 2026-11-20."
                        : "The date " + text.strip() + " could be " + days.get(0) + " or " + days.get(1)
                                + ". Please write the one you mean.");
    }

    /**
     * What is looked for, as it was typed; empty where it does not matter.
     *
     * @param about a name, a user name or a business key
     * @param page from 0
     */
    record Wanted(
            String process,
            String about,
            String startedFrom,
            String startedUntil,
            String endedFrom,
            String endedUntil,
            String outcome,
            int page) {

        Wanted {
            if (page < 0 || page > 1_000_000) {
                throw new Refusal("There is no such page.");
            }
        }
    }

    /** @param total how many cases there are on all pages */
    record Page(int total, int page, int pageSize, List<Line> cases) {

        Page said(CouncilWords words) {
            return new Page(
                    total,
                    page,
                    pageSize,
                    cases.stream().map(line -> line.said(words)).toList());
        }
    }

    /**
     * A case that has ended.
     *
     * @param about whom it was about, by name; may be empty
     * @param startedBy full name; empty when the programme started it
     * @param startedAt ISO, as all others
     */
    record Line(
            String id,
            String process,
            String about,
            String businessKey,
            String startedBy,
            String startedAt,
            String endedAt,
            String outcome) {

        private Line said(CouncilWords words) {
            var name = words.inDiagrams(process);
            return new Line(id, name, about, businessKey, startedBy, startedAt, endedAt, words.cell(outcome));
        }
    }

    /**
     * A case that has ended, with what happened in it.
     *
     * @param passed ids of what was completed in the diagram
     * @param cancelled ids of what was taken away before it was done
     */
    record Story(Line line, String definitionId, List<Happened> steps, List<String> passed, List<String> cancelled) {

        Story said(CouncilWords words) {
            var told = steps.stream().map(one -> one.said(words)).toList();
            return new Story(line.said(words), definitionId, told, passed, cancelled);
        }
    }

    /**
     * One thing that happened.
     *
     * @param who full name; empty when the programme did it
     * @param until empty when it has no end
     * @param calledId the case that was called, if it can be shown
     */
    record Happened(
            String activityId,
            String step,
            String who,
            String from,
            String until,
            boolean cancelled,
            @Nullable String calledId) {

        private Happened said(CouncilWords words) {
            return new Happened(activityId, words.inDiagrams(step), who, from, until, cancelled, calledId);
        }
    }
}
