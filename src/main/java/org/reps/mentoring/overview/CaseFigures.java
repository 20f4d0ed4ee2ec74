package org.reps.mentoring.overview;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.reps.mentoring.table.Table.Column.number;
import static org.reps.mentoring.table.Table.Column.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.reports.RunningCases;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Section.Chart;
import org.reps.mentoring.table.Table;
import org.reps.mentoring.table.Table.Row;
import org.reps.mentoring.text.Words;
import org.springframework.stereotype.Component;

/** What runs: cases, their open tasks, and mails that could not be sent. */
@Component
class CaseFigures {

    private static final int FAILED_MAILS = 20;
    private static final String MAILS = "send-mail";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV").withZone(ZoneId.of("UTC"));

    private final RunningCases running;
    private final Subjects subjects;
    private final Days days;

    CaseFigures(RunningCases running, Subjects subjects, Days days) {
        this.running = running;
        this.subjects = subjects;
        this.days = days;
    }

    Section cases(OutOfSight outOfSight, Map<String, String> names) {
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
        return named.size() <= 3 ? String.join(" / ", named) : "one of " + named.size() + " people";
    }

    Section tasks(OutOfSight outOfSight, Map<String, String> names) {
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

    Section running(OutOfSight outOfSight, Map<String, String> names) {
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

    /** What runs of each process, as {@link #cases} says it of all of them. */
    List<RunningCases.Running> processes(OutOfSight outOfSight) {
        return running.byProcess(outOfSight);
    }

    private Map<String, String> about(Stream<@Nullable String> businessKeys, Map<String, String> names) {
        return subjects.names(businessKeys.filter(Objects::nonNull).toList(), names);
    }

    Section mails() {
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
}
