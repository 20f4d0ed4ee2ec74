package org.reps.mentoring.engine.cases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the council may know of the cases that run. It is read from the engine's tables with a few statements, however
 * many cases there are; the engine's own queries would fetch every task to find the oldest.
 *
 * <p>Only {@linkplain Rights#seenByCouncil() open processes} are read, and of these no case that is
 * {@linkplain PartOfCase.OutOfSight out of sight} for whoever reads: that somebody looks for a mentor can tell that
 * they would like another one.
 */
@Component
@Transactional(readOnly = true)
public class RunningCases {

    /** What somebody may do and need not has a lower priority, and nothing waits for it. */
    private static final int TO_BE_DONE = 50;

    private final JdbcClient database;
    private final Rights rights;
    private final Clock clock;

    RunningCases(JdbcClient database, Rights rights, Clock clock) {
        this.database = database;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * All open processes with what runs of them, by their names.
     *
     * @param outOfSight what is not for whoever reads
     */
    public List<Running> byProcess(PartOfCase.OutOfSight outOfSight) {
        // No statement can ask for what is in an empty list.
        var except = new HashSet<>(Set.of(""));
        except.addAll(outOfSight.all());
        var seen = new Seen(openDefinitions(), except);
        var cases = numbers(seen, """
                select PROC_DEF_ID_ as definition, count(*) as number from ACT_RU_EXECUTION
                where PARENT_ID_ is null and ID_ not in (:outOfSight)
                group by PROC_DEF_ID_""");
        var failed = numbers(seen, """
                select PROC_DEF_ID_ as definition, count(*) as number from ACT_RU_INCIDENT
                where CAUSE_INCIDENT_ID_ = ID_ and PROC_INST_ID_ not in (:outOfSight)
                group by PROC_DEF_ID_""");
        var tasks = tasks(seen);
        var oldest = oldest(seen, tasks);
        var candidates = candidates(oldest.values());
        return processNames().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(process -> {
                    var ofProcess = tasks.getOrDefault(process.getKey(), OpenTasksOf.NONE);
                    var step = oldest.get(process.getKey());
                    return new Running(
                            process.getValue(),
                            cases.getOrDefault(process.getKey(), 0),
                            ofProcess.number(),
                            ofProcess.overdue(),
                            failed.getOrDefault(process.getKey(), 0),
                            step == null ? null : step.step(candidates.getOrDefault(step.taskId(), List.of())));
                })
                .toList();
    }

    /** What these cases of a process are about: their business keys. */
    public Set<String> subjects(String process, Collection<String> caseIds) {
        return caseIds.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql("""
                                select instance.BUSINESS_KEY_ from ACT_RU_EXECUTION instance
                                join ACT_RE_PROCDEF process on process.ID_ = instance.PROC_DEF_ID_
                                where process.KEY_ = :process and instance.BUSINESS_KEY_ is not null
                                and instance.ID_ in (:cases)""")
                        .param("process", process)
                        .param("cases", caseIds)
                        .query(String.class)
                        .list());
    }

    /** How many mails have failed so often that somebody has to look at it. */
    public int failedMails() {
        return database.sql("""
                        select count(*) from ACT_RU_INCIDENT incident
                        join ACT_RE_PROCDEF process on process.ID_ = incident.PROC_DEF_ID_
                        where process.KEY_ = 'send-mail'""").query(Integer.class).single();
    }

    /** The latest of these mails. Whom they are for, and what the mail server said, is not part of it. */
    public List<FailedMail> latestFailedMails(int most) {
        return database.sql("""
                        select incident.PROC_INST_ID_ as instance_id, incident.INCIDENT_TIMESTAMP_ as failed_at
                        from ACT_RU_INCIDENT incident
                        join ACT_RE_PROCDEF process on process.ID_ = incident.PROC_DEF_ID_
                        where process.KEY_ = 'send-mail'
                        order by incident.INCIDENT_TIMESTAMP_ desc, incident.ID_ limit :most""")
                .param("most", most)
                .query((row, number) -> new FailedMail(
                        row.getString("instance_id"),
                        row.getTimestamp("failed_at").toInstant()))
                .list();
    }

    private Map<String, String> openDefinitions() {
        var open = new HashMap<String, String>();
        database.sql("select ID_, KEY_ from ACT_RE_PROCDEF where KEY_ in (:open)")
                .param("open", rights.seenByCouncil())
                .query(row -> {
                    open.put(row.getString("ID_"), row.getString("KEY_"));
                });
        return open;
    }

    private Map<String, Integer> numbers(Seen seen, String sql) {
        var numbers = new HashMap<String, Integer>();
        database.sql(sql).param("outOfSight", seen.except()).query(row -> {
            var process = seen.definitions().get(row.getString("definition"));
            if (process != null) {
                numbers.merge(process, row.getInt("number"), Integer::sum);
            }
        });
        return numbers;
    }

    private Map<String, OpenTasksOf> tasks(Seen seen) {
        var tasks = new HashMap<String, OpenTasksOf>();
        database.sql("""
                        select PROC_DEF_ID_ as definition, count(*) as number, min(CREATE_TIME_) as oldest,
                            sum(case when DUE_DATE_ < :now then 1 else 0 end) as overdue
                        from ACT_RU_TASK where PRIORITY_ >= :toBeDone and PROC_INST_ID_ not in (:outOfSight)
                        group by PROC_DEF_ID_""")
                .param("now", Timestamp.from(clock.instant()))
                .param("toBeDone", TO_BE_DONE)
                .param("outOfSight", seen.except())
                .query(row -> {
                    var definition = row.getString("definition");
                    var process = seen.definitions().get(definition);
                    if (process != null) {
                        tasks.merge(
                                process,
                                new OpenTasksOf(
                                        row.getInt("number"),
                                        row.getInt("overdue"),
                                        definition,
                                        row.getTimestamp("oldest")),
                                OpenTasksOf::and);
                    }
                });
        return tasks;
    }

    /** The oldest open task of each process. */
    private Map<String, OldestStep> oldest(Seen seen, Map<String, OpenTasksOf> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        var ids = database
                .sql("""
                        select PROC_DEF_ID_ as definition, CREATE_TIME_ as created, min(ID_) as task_id from ACT_RU_TASK
                        where PRIORITY_ >= :toBeDone and CREATE_TIME_ in (:times) and PROC_INST_ID_ not in (:outOfSight)
                        group by PROC_DEF_ID_, CREATE_TIME_""")
                .param("toBeDone", TO_BE_DONE)
                .param("times", tasks.values().stream().map(OpenTasksOf::oldest).toList())
                .param("outOfSight", seen.except())
                .query((row, number) -> Map.entry(
                        List.of(row.getString("definition"), row.getTimestamp("created")), row.getString("task_id")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var processes = new HashMap<String, String>();
        tasks.forEach((process, found) ->
                processes.put(Objects.requireNonNull(ids.get(List.of(found.definition(), found.oldest()))), process));
        return database
                .sql("""
                        select task.ID_ as task_id, task.NAME_ as step, task.ASSIGNEE_ as assignee,
                            task.CREATE_TIME_ as since, task.PROC_INST_ID_ as instance_id,
                            instance.BUSINESS_KEY_ as business_key
                        from ACT_RU_TASK task join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
                        where task.ID_ in (:ids)""")
                .param("ids", processes.keySet())
                .query((row, number) -> new OldestStep(
                        row.getString("task_id"),
                        row.getString("step"),
                        row.getString("assignee"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("instance_id"),
                        row.getString("business_key")))
                .list()
                .stream()
                .collect(toMap(step -> Objects.requireNonNull(processes.get(step.taskId())), Function.identity()));
    }

    private Map<String, List<String>> candidates(Iterable<OldestStep> steps) {
        var nobodys = new ArrayList<String>();
        steps.forEach(step -> {
            if (step.assignee() == null) {
                nobodys.add(step.taskId());
            }
        });
        if (nobodys.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select TASK_ID_ as task_id, USER_ID_ as user_id, GROUP_ID_ as group_id from ACT_RU_IDENTITYLINK
                        where TYPE_ = 'candidate' and TASK_ID_ in (:tasks) order by USER_ID_""")
                .param("tasks", nobodys)
                .query((row, number) -> Map.entry(
                        row.getString("task_id"),
                        row.getString("user_id") == null ? title(row.getString("group_id")) : row.getString("user_id")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static String title(String groupId) {
        return Group.withId(groupId).map(Group::title).orElse(groupId);
    }

    /** The names of the open processes, in the newest version of their diagrams, by their keys. */
    Map<String, String> processNames() {
        var names = new LinkedHashMap<String, String>();
        database.sql("select KEY_, NAME_ from ACT_RE_PROCDEF where KEY_ in (:open) order by VERSION_")
                .param("open", rights.seenByCouncil())
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(process -> names.put(process.getKey(), process.getValue()));
        return names;
    }

    /**
     * What may be known. There are few versions of diagrams, so statements read all cases and leave out what is not
     * open here: asking the database for those of many versions would take it longer.
     *
     * @param definitions the keys of the open processes by the ids of their versions
     * @param except ids of cases
     */
    private record Seen(Map<String, String> definitions, Set<String> except) {}

    /**
     * The open tasks of one process.
     *
     * @param definition the version of the diagram that the oldest of them belongs to
     * @param oldest when that one was created
     */
    private record OpenTasksOf(int number, int overdue, String definition, Timestamp oldest) {

        private static final OpenTasksOf NONE = new OpenTasksOf(0, 0, "", new Timestamp(0));

        OpenTasksOf and(OpenTasksOf other) {
            var first = oldest.after(other.oldest) ? other : this;
            return new OpenTasksOf(number + other.number, overdue + other.overdue, first.definition, first.oldest);
        }
    }

    private record OldestStep(
            String taskId,
            String name,
            @Nullable String assignee,
            Instant since,
            String instanceId,
            @Nullable String businessKey) {

        Step step(List<String> candidates) {
            return new Step(name, since, assignee == null ? candidates : List.of(assignee), instanceId, businessKey);
        }
    }

    /**
     * What runs of one process.
     *
     * @param process its name
     * @param tasks how many tasks people should do
     * @param overdue how many of these should have been done by now
     * @param failed how many steps have failed so often that somebody has to look at it
     * @param oldest the task that is open longest; null when nobody has to do anything
     */
    public record Running(
            String process,
            int cases,
            int tasks,
            int overdue,
            int failed,
            @Nullable Step oldest) {}

    /**
     * A task that is open.
     *
     * @param waitsFor user ids of those who could do it, or names of groups
     * @param businessKey what the case is about
     */
    public record Step(
            String name,
            Instant since,
            List<String> waitsFor,
            String instanceId,
            @Nullable String businessKey) {}

    /** A mail that could not be sent. */
    public record FailedMail(String instanceId, Instant failedAt) {}
}
