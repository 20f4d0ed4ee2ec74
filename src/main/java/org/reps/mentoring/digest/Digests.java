package org.reps.mentoring.digest;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.cases.FailedSteps;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.mailsettings.MailChoice;
import org.reps.mentoring.mailsettings.MailChoices;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.notice.FailedMails;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.tellperson.TellPersonProcess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The digests that {@code bpmn/daily-round.bpmn} sends (SOP: not everybody reads chat): in the morning of whoever gets
 * it, at most one a day, none when nothing is waiting, and none for mentors who are away.
 */
@Component("digests")
@Transactional
public class Digests {

    private static final int AT_ONCE = 100;
    private static final Duration WEEK = Duration.ofDays(7);

    private final OpenTasks tasks;
    private final PartOfCase partOfCase;
    private final FailedSteps failedSteps;
    private final FailedMails failedMails;
    private final People people;
    private final Mentors mentors;
    private final MailChoices choices;
    private final TimeZones zones;
    private final ReadersLanguage languages;
    private final Days days;
    private final Notices notices;
    private final TellPersonProcess telling;
    private final LocalTime morning;
    private final Clock clock;

    Digests(
            OpenTasks tasks,
            PartOfCase partOfCase,
            FailedSteps failedSteps,
            FailedMails failedMails,
            People people,
            Mentors mentors,
            MailChoices choices,
            TimeZones zones,
            ReadersLanguage languages,
            Days days,
            Notices notices,
            TellPersonProcess telling,
            @Value("${mentoring.daily-round.digest-at}") LocalTime morning,
            Clock clock) {
        this.tasks = tasks;
        this.partOfCase = partOfCase;
        this.failedSteps = failedSteps;
        this.failedMails = failedMails;
        this.people = people;
        this.mentors = mentors;
        this.choices = choices;
        this.zones = zones;
        this.languages = languages;
        this.days = days;
        this.notices = notices;
        this.telling = telling;
        this.morning = morning;
        this.clock = clock;
    }

    /**
     * Has the digests of the next people whose morning has come sent, each in a case of its own
     * ({@code bpmn/tell-person.bpmn}), so that one that cannot be written keeps nobody else from theirs.
     *
     * @return how many people it was looked for, also without anything to send; 0 when everybody whose morning has come
     *     has been looked for
     */
    public int sendNext() {
        var council = new HashSet<>(people.in(Group.COUNCIL));
        var due = nextReaders(council);
        if (due.isEmpty()) {
            return 0;
        }
        var ids = due.keySet();
        var waiting = tasks.of(ids, clock.instant().plus(WEEK)).stream()
                .map(Digests::assignee)
                .collect(toSet());
        var chosen = byId(choices.findAllById(ids));
        var away = new HashSet<String>();
        var now = days.nowForMany();
        mentors.findAllById(ids).forEach(mentor -> {
            if (mentor.isAwayAt(now)) {
                away.add(mentor.id());
            }
        });
        due.forEach((reader, zone) -> {
            var choice = chosen.getOrDefault(reader, MailChoice.usual(reader));
            if (choice.digest()
                    && !away.contains(reader)
                    && (council.contains(reader) || waiting.contains(reader) || isOfferedAnything(reader))) {
                telling.digest(reader);
            }
            choices.save(choice.digestedOn(today(zone)));
        });
        return due.size();
    }

    private boolean isOfferedAnything(String reader) {
        return !tasks.offeredTo(reader).isEmpty();
    }

    /** Sends one person what waits for them now; nothing if nothing does. */
    public void send(String reader) {
        send(
                reader,
                zones.of(reader),
                tasks.of(List.of(reader), clock.instant().plus(WEEK)),
                people.isIn(Group.COUNCIL, reader));
    }

    /** When the next morning begins anywhere where people live, as ISO text. */
    @Transactional(readOnly = true)
    public String nextMorning() {
        return Stream.concat(zones.said().values().stream(), Stream.of(zones.otherwise()))
                .distinct()
                .map(this::nextMorning)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .toString();
    }

    private Instant nextMorning(ZoneId zone) {
        var now = clock.instant().atZone(zone);
        var next = now.with(morning);
        return (next.isAfter(now) ? next : next.plusDays(1)).toInstant();
    }

    /** The next people whose morning has come and who have not been looked for today, with where they live. */
    private Map<String, ZoneId> nextReaders(Set<String> council) {
        var everybody = new TreeSet<>(people.in(Group.REPS));
        everybody.addAll(council);
        var said = zones.said();
        var done = choices.findAll().stream().collect(toMap(MailChoice::id, choice -> choice));
        var next = new TreeMap<String, ZoneId>();
        for (var person : everybody) {
            var zone = said.getOrDefault(person, zones.otherwise());
            var choice = done.get(person);
            if (!LocalTime.ofInstant(clock.instant(), zone).isBefore(morning)
                    && (choice == null || choice.isDigestDueOn(today(zone)))) {
                next.put(person, zone);
                if (next.size() == AT_ONCE) {
                    break;
                }
            }
        }
        return next;
    }

    private void send(String reader, ZoneId zone, List<OpenTask> theirs, boolean isCouncil) {
        var now = clock.instant();
        var language = languages.inMailsTo(reader);
        var outOfSight = isCouncil ? partOfCase.outOfSight(reader) : OutOfSight.NOTHING;
        var digest = new Digest(
                items(theirs.stream().filter(task -> isOverdue(task, now)), language, zone),
                items(theirs.stream().filter(task -> !isOverdue(task, now)), language, zone),
                items(tasks.offeredTo(reader).stream(), language, zone),
                isCouncil
                        ? withOthers(tasks.overdueWithOthers(reader, outOfSight).stream(), language, zone)
                        : List.of(),
                isCouncil ? notMoving(reader, outOfSight, language, zone) : List.of(),
                isCouncil ? failedSteps(outOfSight, language, zone) : List.of(),
                isCouncil ? failedMails(zone) : List.of());
        if (!digest.isEmpty()) {
            notices.digest(reader, today(zone), digest.values());
        }
    }

    private List<Digest.Item> items(Stream<OpenTask> waiting, String language, ZoneId zone) {
        return waiting.map(task -> new Digest.Item(
                        said(language, task.name()), "", day(task.due(), zone), notices.link(task.id())))
                .toList();
    }

    private List<Digest.Item> withOthers(Stream<OpenTask> overdue, String language, ZoneId zone) {
        var names = people.names();
        return overdue.map(task -> new Digest.Item(
                        said(language, task.name()),
                        names.getOrDefault(assignee(task), assignee(task)),
                        day(task.due(), zone),
                        notices.caseLink(task.caseId())))
                .toList();
    }

    private List<Digest.Item> notMoving(String reader, OutOfSight outOfSight, String language, ZoneId zone) {
        return withOthers(
                tasks.overdueInOpenCases(outOfSight).stream().filter(task -> !task.isOf(reader)), language, zone);
    }

    private List<Digest.Item> failedSteps(OutOfSight outOfSight, String language, ZoneId zone) {
        return failedSteps.inOpenCases(outOfSight).stream()
                .map(step -> new Digest.Item(
                        said(language, step.process()), "", day(step.since(), zone), notices.caseLink(step.caseId())))
                .toList();
    }

    private List<Digest.Item> failedMails(ZoneId zone) {
        var names = people.names();
        return failedMails.all().stream()
                .map(mail -> new Digest.Item(
                        names.getOrDefault(mail.recipientId(), mail.recipientId()),
                        "",
                        day(mail.writtenAt(), zone),
                        notices.caseLink(mail.caseId())))
                .toList();
    }

    private static String said(String language, String name) {
        return Translations.OF_DIAGRAMS.in(language, name);
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static @Nullable LocalDate day(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }

    private static boolean isOverdue(OpenTask task, Instant now) {
        return task.due() != null && task.due().isBefore(now);
    }

    private static String assignee(OpenTask task) {
        return String.valueOf(task.assignee());
    }

    private static Map<String, MailChoice> byId(List<MailChoice> choices) {
        return choices.stream().collect(toMap(MailChoice::id, choice -> choice));
    }
}
