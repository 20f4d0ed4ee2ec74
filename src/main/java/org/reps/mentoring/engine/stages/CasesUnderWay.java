package org.reps.mentoring.engine.stages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.stages.UnderWay.Awaited;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases that are under way for somebody, as far as the diagrams say that they stand on that person's page. On whose
 * page they stand and who may be named, the newest version of a diagram says for the cases of all versions; the stages
 * are those of the version a case began with.
 *
 * <p>A few statements read it, however many cases there are.
 */
@Component
public class CasesUnderWay {

    /** Of no process instance: no statement can ask for what is in an empty list. */
    private static final String NONE = "";

    private final RepositoryService repository;
    private final JdbcClient database;

    /** What a version of a diagram says never changes. */
    private final Map<String, Stages> said = new ConcurrentHashMap<>();

    CasesUnderWay(RepositoryService repository, JdbcClient database) {
        this.repository = repository;
        this.database = database;
    }

    /**
     * What is under way for this person, the latest first.
     *
     * @param pairs business keys: the mentorships in which they guide or are guided, and all who are guided in them
     */
    public List<UnderWay> of(String person, Collection<String> pairs) {
        var newest = newest();
        var shown = roots(person, pairs).stream()
                .filter(root -> isShown(root, person, pairs, newest))
                .toList();
        var ids = shown.stream().map(Root::caseId).collect(toSet());
        ids.add(NONE);
        var steps = steps(ids);
        var tasks = tasks(ids);
        return shown.stream()
                .flatMap(root -> underWay(
                        root,
                        isOwn(root, person, newest),
                        steps.getOrDefault(root.caseId(), List.of()),
                        tasks.getOrDefault(root.caseId(), List.of()),
                        newest)
                        .stream())
                .toList();
    }

    private Optional<UnderWay> underWay(
            Root root, boolean own, List<Step> all, List<OpenTask> open, Map<String, ProcessDefinition> newest) {
        // What a case has called about somebody else is theirs, as when mentees get other mentors.
        var steps = all.stream()
                .filter(step -> Objects.equals(step.subject(), root.subject()))
                .toList();
        var tasks = open.stream()
                .filter(task -> Objects.equals(task.subject(), root.subject()))
                .toList();
        var way = new Way(said(root.definition()).names());
        steps.forEach(step -> way.add(
                said(step.definition()).stageOf().get(step.activity()),
                step.began(),
                step.ended(),
                said(step.definition()).waiting().contains(step.activity())));
        if (way.isOver()) {
            return Optional.empty();
        }
        var instances = new HashSet<>(Set.of(root.caseId()));
        steps.forEach(step -> instances.add(step.instance()));
        return Optional.of(new UnderWay(
                root.caseId(),
                root.process(),
                root.name(),
                own,
                Objects.requireNonNullElse(root.subject(), ""),
                root.since(),
                way.stages(),
                own
                        ? tasks.stream()
                                .flatMap(task -> awaited(task, newest).stream())
                                .distinct()
                                .toList()
                        : List.of(),
                instances));
    }

    private Optional<Awaited> awaited(OpenTask task, Map<String, ProcessDefinition> newest) {
        var latest = newestOf(task.process(), newest);
        var who = latest.waiting().contains(task.activity())
                ? latest.awaited().get(task.activity())
                : said(task.definition()).awaited().get(task.activity());
        if (who == null || (who == Who.NAME && task.assignee() == null)) {
            return Optional.empty();
        }
        return Optional.of(new Awaited(who, who == Who.NAME ? task.assignee() : null, task.due()));
    }

    // --- on whose page

    private boolean isShown(Root root, String person, Collection<String> pairs, Map<String, ProcessDefinition> newest) {
        return isOwn(root, person, newest)
                || (newestOf(root.process(), newest).shownTo().contains(ShownTo.PAIR)
                        && root.subject() != null
                        && pairs.contains(root.subject()));
    }

    private boolean isOwn(Root root, String person, Map<String, ProcessDefinition> newest) {
        return newestOf(root.process(), newest).shownTo().stream()
                .anyMatch(shown -> shown.isOwn(person, root.subject(), root.startedBy()));
    }

    // --- what the diagrams say

    private Map<String, ProcessDefinition> newest() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(toMap(ProcessDefinition::getKey, newest -> newest, (one, other) -> one));
    }

    private Stages newestOf(String process, Map<String, ProcessDefinition> newest) {
        var definition = newest.get(process);
        return definition == null ? Stages.NONE : said(definition.getId());
    }

    private Stages said(String definition) {
        return said.computeIfAbsent(definition, id -> Stages.in(repository.getBpmnModelInstance(id)));
    }

    // --- what the engine knows

    private List<Root> roots(String person, Collection<String> pairs) {
        var keys = new HashSet<>(pairs);
        keys.add(person);
        return database.sql("""
                        select root.ID_ as case_id, root.BUSINESS_KEY_ as subject, begun.START_USER_ID_ as started_by,
                            begun.START_TIME_ as since, process.ID_ as definition, process.KEY_ as process,
                            process.NAME_ as name
                        from ACT_RU_EXECUTION root
                        join ACT_HI_PROCINST begun on begun.ID_ = root.ID_
                        join ACT_RE_PROCDEF process on process.ID_ = root.PROC_DEF_ID_
                        where root.PARENT_ID_ is null and root.SUPER_EXEC_ is null
                        and (root.BUSINESS_KEY_ in (:keys) or begun.START_USER_ID_ = :person)
                        order by begun.START_TIME_ desc, root.ID_""")
                .param("keys", keys)
                .param("person", person)
                .query((row, number) -> new Root(
                        row.getString("case_id"),
                        row.getString("process"),
                        Objects.requireNonNullElse(row.getString("name"), row.getString("process")),
                        row.getString("definition"),
                        row.getString("subject"),
                        row.getString("started_by"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** What was reached in these cases, and in all they have called; by the case. */
    private Map<String, List<Step>> steps(Set<String> cases) {
        return database
                .sql("""
                        select step.ROOT_PROC_INST_ID_ as case_id, step.PROC_INST_ID_ as instance,
                            instance.BUSINESS_KEY_ as subject, step.PROC_DEF_ID_ as definition,
                            step.ACT_ID_ as activity, step.START_TIME_ as began, step.END_TIME_ as ended
                        from ACT_HI_ACTINST step join ACT_HI_PROCINST instance on instance.ID_ = step.PROC_INST_ID_
                        where step.ROOT_PROC_INST_ID_ in (:cases) and step.ACT_TYPE_ <> 'subProcess'
                        order by step.START_TIME_, step.SEQUENCE_COUNTER_""")
                .param("cases", cases)
                .query((row, number) -> Map.entry(row.getString("case_id"), step(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getString("instance"),
                row.getString("subject"),
                row.getString("definition"),
                row.getString("activity"),
                row.getTimestamp("began").toInstant(),
                instant(row, "ended"));
    }

    /** What somebody has to do in these cases, what is due first at the top; by the case. */
    private Map<String, List<OpenTask>> tasks(Set<String> cases) {
        return database
                .sql("""
                        select instance.ROOT_PROC_INST_ID_ as case_id, instance.BUSINESS_KEY_ as subject,
                            task.TASK_DEF_KEY_ as activity,
                            task.PROC_DEF_ID_ as definition, process.KEY_ as process, task.ASSIGNEE_ as assignee,
                            task.DUE_DATE_ as due
                        from ACT_RU_TASK task
                        join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
                        join ACT_RE_PROCDEF process on process.ID_ = task.PROC_DEF_ID_
                        where instance.ROOT_PROC_INST_ID_ in (:cases) and task.PRIORITY_ >= :toBeDone
                        order by task.DUE_DATE_, task.ID_""")
                .param("cases", cases)
                .param("toBeDone", Task.PRIORITY_NORMAL)
                .query((row, number) -> Map.entry(
                        row.getString("case_id"),
                        new OpenTask(
                                row.getString("subject"),
                                row.getString("activity"),
                                row.getString("definition"),
                                row.getString("process"),
                                row.getString("assignee"),
                                instant(row, "due"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private record Root(
            String caseId,
            String process,
            String name,
            String definition,
            @Nullable String subject,
            @Nullable String startedBy,
            Instant since) {}

    private record Step(
            String instance,
            @Nullable String subject,
            String definition,
            String activity,
            Instant began,
            @Nullable Instant ended) {}

    private record OpenTask(
            @Nullable String subject,
            String activity,
            String definition,
            String process,
            @Nullable String assignee,
            @Nullable Instant due) {}
}
