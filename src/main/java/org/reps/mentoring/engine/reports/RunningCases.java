package org.reps.mentoring.engine.reports;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

    /** As many ids as go into one statement. */
    private static final int AT_ONCE = 1000;

    /** Tasks with the case they are part of, and the one that it began with. */
    private static final String TASKS = """
             from ACT_RU_TASK task
            join ACT_RU_EXECUTION part on part.ID_ = task.PROC_INST_ID_
            join ACT_RU_EXECUTION root on root.ID_ = part.ROOT_PROC_INST_ID_
            where task.PRIORITY_ >= :toBeDone and part.ID_ not in (:outOfSight)
            """;

    private final JdbcClient database;
    private final Rights rights;
    private final Clock clock;

    RunningCases(JdbcClient database, Rights rights, Clock clock) {
        this.database = database;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * All open processes with what runs of them, by their names. What a case has called is part of it, and counts where
     * the case does. Of what the programme does {@linkplain Rights#byItself() by itself} only failures count.
     *
     * @param outOfSight what is not for whoever reads
     */
    public List<Running> byProcess(PartOfCase.OutOfSight outOfSight) {
        var seen = seen(outOfSight);
        var unattended = rights.byItself();
        var cases = numbers(seen, """
                select PROC_DEF_ID_ as own, PROC_DEF_ID_ as definition, count(*) as number from ACT_RU_EXECUTION
                where PARENT_ID_ is null and SUPER_EXEC_ is null and ID_ not in (:outOfSight)
                group by PROC_DEF_ID_""");
        var failed = numbers(seen, """
                select part.PROC_DEF_ID_ as own, root.PROC_DEF_ID_ as definition, count(*) as number
                from ACT_RU_INCIDENT incident
                join ACT_RU_EXECUTION part on part.ID_ = incident.PROC_INST_ID_
                join ACT_RU_EXECUTION root on root.ID_ = part.ROOT_PROC_INST_ID_
                where incident.CAUSE_INCIDENT_ID_ = incident.ID_ and part.ID_ not in (:outOfSight)
                group by part.PROC_DEF_ID_, root.PROC_DEF_ID_""");
        var tasks = numbersOfTasks(seen);
        var oldest = oldest(seen, tasks);
        var candidates = candidates(oldest.values().stream()
                .filter(step -> step.assignee() == null)
                .map(OldestStep::taskId)
                .toList());
        return processNames().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(process -> {
                    var key = process.getKey();
                    var byItself = unattended.contains(key);
                    var ofProcess = tasks.getOrDefault(key, OpenTasksOf.NONE);
                    var step = oldest.get(key);
                    return new Running(
                            key,
                            process.getValue(),
                            byItself,
                            byItself ? 0 : cases.getOrDefault(key, 0),
                            ofProcess.number(),
                            ofProcess.overdue(),
                            failed.getOrDefault(key, 0),
                            step == null ? null : step.step(candidates.getOrDefault(step.taskId(), List.of())));
                })
                .toList();
    }

    /**
     * All tasks that people should do now, what is due first first.
     *
     * @param outOfSight what is not for whoever reads
     */
    public List<ToDo> tasks(PartOfCase.OutOfSight outOfSight) {
        var seen = seen(outOfSight);
        var names = processNames();
        var found = database
                .sql("""
                        select task.ID_ as task_id, task.NAME_ as step, task.ASSIGNEE_ as assignee,
                            task.CREATE_TIME_ as since, task.DUE_DATE_ as due, task.PROC_DEF_ID_ as own,
                            root.PROC_DEF_ID_ as definition, part.ID_ as instance_id,
                            part.BUSINESS_KEY_ as business_key, root.ID_ as case_id""" + TASKS + " order by task.DUE_DATE_ nulls last, task.CREATE_TIME_, task.ID_")
                .param("toBeDone", TO_BE_DONE)
                .param("outOfSight", seen.except())
                .query((row, number) -> {
                    var process = seen.process(row.getString("own"), row.getString("definition"));
                    var due = row.getTimestamp("due");
                    return new Found(
                            process == null ? "" : process,
                            row.getString("case_id"),
                            due == null ? null : due.toInstant(),
                            new OldestStep(
                                    row.getString("task_id"),
                                    row.getString("step"),
                                    row.getString("assignee"),
                                    row.getTimestamp("since").toInstant(),
                                    row.getString("instance_id"),
                                    row.getString("business_key")));
                })
                .list()
                .stream()
                .filter(task -> names.containsKey(task.process()))
                .toList();
        var candidates = candidates(found.stream()
                .map(Found::step)
                .filter(step -> step.assignee() == null)
                .map(OldestStep::taskId)
                .toList());
        var now = clock.instant();
        return found.stream()
                .map(task -> new ToDo(
                        Objects.requireNonNull(names.get(task.process())),
                        task.caseId(),
                        task.due(),
                        task.due() != null && task.due().isBefore(now),
                        task.step().step(candidates.getOrDefault(task.step().taskId(), List.of()))))
                .toList();
    }

    /**
     * All cases that run and that somebody began, or that began for somebody, the oldest first; not what they have
     * called.
     *
     * @param outOfSight what is not for whoever reads
     */
    public List<RunningCase> cases(PartOfCase.OutOfSight outOfSight) {
        var seen = seen(outOfSight);
        var unattended = rights.byItself();
        var names = processNames();
        return database
                .sql("""
                        select root.ID_ as case_id, root.PROC_DEF_ID_ as definition,
                            root.BUSINESS_KEY_ as business_key, begun.START_TIME_ as since
                        from ACT_RU_EXECUTION root join ACT_HI_PROCINST begun on begun.ID_ = root.ID_
                        where root.PARENT_ID_ is null and root.SUPER_EXEC_ is null and root.ID_ not in (:outOfSight)
                        order by begun.START_TIME_, root.ID_""")
                .param("outOfSight", seen.except())
                .query((row, number) -> {
                    var process = seen.definitions().getOrDefault(row.getString("definition"), "");
                    return new RunningCase(
                            unattended.contains(process) ? "" : names.getOrDefault(process, ""),
                            row.getString("case_id"),
                            row.getString("business_key"),
                            row.getTimestamp("since").toInstant());
                })
                .list()
                .stream()
                .filter(running -> !running.process().isEmpty())
                .toList();
    }

    private Seen seen(PartOfCase.OutOfSight outOfSight) {
        // No statement can ask for what is in an empty list.
        var except = new HashSet<>(Set.of(""));
        except.addAll(outOfSight.all());
        return new Seen(openDefinitions(), except);
    }

    /** What the running cases of a process are about: their business keys by their ids, whoever may see them. */
    public Map<String, String> subjects(String process) {
        var subjects = new HashMap<String, String>();
        database.sql("""
                        select instance.ID_, instance.BUSINESS_KEY_ from ACT_RU_EXECUTION instance
                        join ACT_RE_PROCDEF process on process.ID_ = instance.PROC_DEF_ID_
                        where process.KEY_ = :process and instance.BUSINESS_KEY_ is not null""").param("process", process).query(row -> {
            subjects.put(row.getString(1), row.getString(2));
        });
        return subjects;
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
            var process = seen.process(row.getString("own"), row.getString("definition"));
            if (process != null) {
                numbers.merge(process, row.getInt("number"), Integer::sum);
            }
        });
        return numbers;
    }

    private Map<String, OpenTasksOf> numbersOfTasks(Seen seen) {
        var tasks = new HashMap<String, OpenTasksOf>();
        database.sql("""
                        select task.PROC_DEF_ID_ as own, root.PROC_DEF_ID_ as definition, count(*) as number,
                            min(task.CREATE_TIME_) as oldest,
                            sum(case when task.DUE_DATE_ < :now then 1 else 0 end) as overdue""" + TASKS + " group by task.PROC_DEF_ID_, root.PROC_DEF_ID_")
                .param("now", Timestamp.from(clock.instant()))
                .param("toBeDone", TO_BE_DONE)
                .param("outOfSight", seen.except())
                .query(row -> {
                    var own = row.getString("own");
                    var definition = row.getString("definition");
                    var process = seen.process(own, definition);
                    if (process != null) {
                        tasks.merge(
                                process,
                                new OpenTasksOf(
                                        row.getInt("number"),
                                        row.getInt("overdue"),
                                        List.of(own, definition, row.getTimestamp("oldest"))),
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
                        select task.PROC_DEF_ID_ as own, root.PROC_DEF_ID_ as definition,
                            task.CREATE_TIME_ as created, min(task.ID_) as task_id""" + TASKS + """
                         and task.CREATE_TIME_ in (:times)
                        group by task.PROC_DEF_ID_, root.PROC_DEF_ID_, task.CREATE_TIME_""")
                .param("toBeDone", TO_BE_DONE)
                .param("times", tasks.values().stream().map(OpenTasksOf::since).toList())
                .param("outOfSight", seen.except())
                .query((row, number) -> Map.entry(
                        List.<Object>of(row.getString("own"), row.getString("definition"), row.getTimestamp("created")),
                        row.getString("task_id")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var processes = new HashMap<String, String>();
        tasks.forEach((process, found) -> processes.put(Objects.requireNonNull(ids.get(found.oldest())), process));
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

    private Map<String, List<String>> candidates(List<String> nobodys) {
        var candidates = new HashMap<String, List<String>>();
        for (var first = 0; first < nobodys.size(); first += AT_ONCE) {
            database.sql("""
                            select TASK_ID_ as task_id, USER_ID_ as user_id, GROUP_ID_ as group_id
                            from ACT_RU_IDENTITYLINK
                            where TYPE_ = 'candidate' and TASK_ID_ in (:tasks) order by USER_ID_""")
                    .param("tasks", nobodys.subList(first, Math.min(nobodys.size(), first + AT_ONCE)))
                    .query(row -> {
                        candidates
                                .computeIfAbsent(row.getString("task_id"), task -> new ArrayList<>())
                                .add(
                                        row.getString("user_id") == null
                                                ? title(row.getString("group_id"))
                                                : row.getString("user_id"));
                    });
        }
        return candidates;
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
    private record Seen(Map<String, String> definitions, Set<String> except) {

        /**
         * The process of a case.
         *
         * @param own the diagram of the part of it that something belongs to
         * @param definition the diagram it began with
         * @return null where either of them is not open
         */
        @Nullable
        String process(String own, String definition) {
            return definitions.containsKey(own) ? definitions.get(definition) : null;
        }
    }

    /** @param oldest by what the oldest of them is found: two versions of diagrams, and when it was created */
    private record OpenTasksOf(int number, int overdue, List<Object> oldest) {

        private static final OpenTasksOf NONE = new OpenTasksOf(0, 0, List.of());

        Timestamp since() {
            return (Timestamp) oldest.get(2);
        }

        OpenTasksOf and(OpenTasksOf other) {
            return new OpenTasksOf(
                    number + other.number,
                    overdue + other.overdue,
                    since().after(other.since()) ? other.oldest : oldest);
        }
    }

    private record Found(
            String process, String caseId, @Nullable Instant due, OldestStep step) {}

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
     * @param byItself whether nobody begins it, and nobody waits for it
     * @param tasks how many tasks people should do
     * @param overdue how many of these should have been done by now
     * @param failed how many steps have failed so often that somebody has to look at it
     * @param oldest the task that is open longest; null when nobody has to do anything
     */
    public record Running(
            String key,
            String process,
            boolean byItself,
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

    /**
     * A task that somebody should do.
     *
     * @param process name of the process that the case began with
     * @param caseId id of that case
     */
    public record ToDo(
            String process, String caseId, @Nullable Instant due, boolean overdue, Step step) {}

    /**
     * A case that runs.
     *
     * @param process its name
     * @param businessKey what it is about
     */
    public record RunningCase(
            String process, String id, @Nullable String businessKey, Instant since) {}

    /** A mail that could not be sent. */
    public record FailedMail(String instanceId, Instant failedAt) {}
}
