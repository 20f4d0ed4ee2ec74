package org.reps.mentoring.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the council may know of the cases that run. It is read from the engine's tables with a few statements, however
 * many cases there are; the engine's own queries would fetch every task to find the oldest.
 *
 * <p>Only {@linkplain Authorizations#OPEN_PROCESSES open processes} are read, and of these no case that a confidential
 * one has called: that somebody looks for a mentor can tell that they would like another one.
 */
@Component
@Transactional(readOnly = true)
public class RunningCases {

    /** What somebody may do and need not has a lower priority, and nothing waits for it. */
    private static final int TO_BE_DONE = 50;

    private static final String OPEN_TO_COUNCIL = """
            join ACT_RE_PROCDEF process on process.ID_ = instance.PROC_DEF_ID_ and process.KEY_ in (:open)
            join ACT_RU_EXECUTION root on root.ID_ = instance.ROOT_PROC_INST_ID_
            join ACT_RE_PROCDEF called_by on called_by.ID_ = root.PROC_DEF_ID_ and called_by.KEY_ in (:open)
            """;

    private final JdbcClient database;
    private final Clock clock;

    RunningCases(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All open processes with what runs of them, by their names. */
    public List<Running> byProcess() {
        var cases = numbers("""
                select process.KEY_ as process, count(*) as number from ACT_RU_EXECUTION instance
                """ + OPEN_TO_COUNCIL + " where instance.PARENT_ID_ is null group by process.KEY_");
        var failed = numbers(
                """
                select process.KEY_ as process, count(*) as number from ACT_RU_INCIDENT incident
                join ACT_RU_EXECUTION instance on instance.ID_ = incident.PROC_INST_ID_
                """ + OPEN_TO_COUNCIL + " where incident.CAUSE_INCIDENT_ID_ = incident.ID_ group by process.KEY_");
        var steps = oldestSteps();
        var waitsFor = candidates(steps.values());
        return processNames().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(process -> {
                    var found = steps.get(process.getKey());
                    return new Running(
                            process.getValue(),
                            cases.getOrDefault(process.getKey(), 0),
                            found == null ? 0 : found.tasks(),
                            found == null ? 0 : found.overdue(),
                            failed.getOrDefault(process.getKey(), 0),
                            found == null ? null : found.step(waitsFor.getOrDefault(found.taskId(), List.of())));
                })
                .toList();
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

    private Map<String, Integer> numbers(String sql) {
        return database
                .sql(sql)
                .param("open", Authorizations.OPEN_PROCESSES)
                .query((row, number) -> Map.entry(row.getString("process"), row.getInt("number")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, OldestStep> oldestSteps() {
        return database
                .sql("""
                        select * from (
                            select process.KEY_ as process, task.ID_ as task_id, task.NAME_ as step,
                                task.ASSIGNEE_ as assignee, task.CREATE_TIME_ as since,
                                task.PROC_INST_ID_ as instance_id, instance.BUSINESS_KEY_ as business_key,
                                count(*) over (partition by process.KEY_) as tasks,
                                sum(case when task.DUE_DATE_ < :now then 1 else 0 end)
                                    over (partition by process.KEY_) as overdue,
                                row_number() over (partition by process.KEY_ order by task.CREATE_TIME_, task.ID_)
                                    as place
                            from ACT_RU_TASK task
                            join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
                        """ + OPEN_TO_COUNCIL + " where task.PRIORITY_ >= :toBeDone) ranked where place = 1")
                .param("now", Timestamp.from(clock.instant()))
                .param("open", Authorizations.OPEN_PROCESSES)
                .param("toBeDone", TO_BE_DONE)
                .query((row, number) -> new OldestStep(
                        row.getString("process"),
                        row.getString("task_id"),
                        row.getString("step"),
                        row.getString("assignee"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("instance_id"),
                        row.getString("business_key"),
                        row.getInt("tasks"),
                        row.getInt("overdue")))
                .list()
                .stream()
                .collect(toMap(OldestStep::process, Function.identity()));
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
        return Arrays.stream(Group.values())
                .filter(group -> group.id().equals(groupId))
                .map(Group::title)
                .findFirst()
                .orElse(groupId);
    }

    /** The names of the open processes, in the newest version of their diagrams, by their keys. */
    Map<String, String> processNames() {
        var names = new LinkedHashMap<String, String>();
        database.sql("select KEY_, NAME_ from ACT_RE_PROCDEF where KEY_ in (:open) order by VERSION_")
                .param("open", Authorizations.OPEN_PROCESSES)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(process -> names.put(process.getKey(), process.getValue()));
        return names;
    }

    private record OldestStep(
            String process,
            String taskId,
            String name,
            @Nullable String assignee,
            Instant since,
            String instanceId,
            @Nullable String businessKey,
            int tasks,
            int overdue) {

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
