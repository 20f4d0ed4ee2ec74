package org.reps.mentoring.engine.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the council may know of the cases that have ended: who did what when, and never a variable.
 *
 * <p>Only {@linkplain Rights#seenByCouncil() open processes} are read, and of these no case that a confidential one has
 * called: that somebody looked for a mentor can tell that they wanted another one.
 */
@Component
@Transactional(readOnly = true)
public class FinishedCases {

    private static final String FROM = """
             from ACT_HI_PROCINST instance
            join ACT_HI_PROCINST root on root.ID_ = instance.ROOT_PROC_INST_ID_ and root.PROC_DEF_KEY_ in (:open)
            left join ACT_HI_PROCINST caller on caller.ID_ = instance.SUPER_PROCESS_INSTANCE_ID_
            where instance.END_TIME_ is not null and instance.PROC_DEF_KEY_ in (:open)
            and (instance.SUPER_PROCESS_INSTANCE_ID_ is null or caller.PROC_DEF_KEY_ in (:open))
            """;

    private static final String CASE = """
            select instance.ID_ as id, instance.PROC_DEF_KEY_ as process, instance.PROC_DEF_ID_ as definition_id,
                instance.BUSINESS_KEY_ as business_key, instance.START_TIME_ as started_at,
                instance.END_TIME_ as ended_at, instance.START_USER_ID_ as started_by,
                (select max(ending.ACT_NAME_) from ACT_HI_ACTINST ending
                    where ending.PROC_INST_ID_ = instance.ID_ and ending.ACT_ID_ = instance.END_ACT_ID_) as outcome
            """;

    private final JdbcClient database;
    private final RepositoryService repository;
    private final Rights rights;

    FinishedCases(JdbcClient database, RepositoryService repository, Rights rights) {
        this.database = database;
        this.repository = repository;
        this.rights = rights;
    }

    /** The open processes with the ways in which they can end, by their names. */
    public List<Process> processes() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKeysIn(rights.seenByCouncil().toArray(String[]::new))
                .latestVersion()
                .list()
                .stream()
                .map(process -> new Process(process.getKey(), process.getName(), outcomes(process)))
                .sorted(Comparator.comparing(Process::name))
                .toList();
    }

    private List<Outcome> outcomes(ProcessDefinition process) {
        return repository.getBpmnModelInstance(process.getId()).getModelElementsByType(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof org.camunda.bpm.model.bpmn.instance.Process)
                .map(end -> new Outcome(end.getId(), end.getName()))
                .sorted(Comparator.comparing(Outcome::name))
                .toList();
    }

    public int count(Search search) {
        var parameters = new HashMap<String, Object>();
        return database.sql("select count(*)" + FROM + conditions(search, parameters))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /** Some of the cases that were looked for, what has ended last first. */
    public List<Case> find(Search search, int first, int most) {
        var parameters = new HashMap<String, Object>(Map.of("first", first, "most", most));
        return database.sql(CASE + FROM + conditions(search, parameters)
                        + " order by instance.END_TIME_ desc, instance.ID_ limit :most offset :first")
                .params(parameters)
                .query(FinishedCases::finished)
                .list();
    }

    /**
     * One case, if it has ended and can be shown.
     *
     * @param except ids of cases that are not for whoever reads
     */
    public Optional<Case> find(String id, Collection<String> except) {
        var parameters = new HashMap<String, Object>(Map.of("id", id));
        parameters.put("open", rights.seenByCouncil());
        return database.sql(CASE + FROM + " and instance.ID_ = :id" + exceptions(except, parameters))
                .params(parameters)
                .query(FinishedCases::finished)
                .optional();
    }

    /** What happened in a case, in the order in which it did. Whether the case can be shown is not asked again. */
    public List<Step> steps(String id) {
        return database.sql("""
                        select activity.ACT_ID_ as activity_id, coalesce(task.NAME_, activity.ACT_NAME_) as name,
                            activity.ACT_TYPE_ as activity_type, activity.START_TIME_ as began_at,
                            activity.END_TIME_ as ended_at, activity.ACT_INST_STATE_ as state,
                            coalesce(task.ASSIGNEE_, activity.ASSIGNEE_) as assignee,
                            activity.CALL_PROC_INST_ID_ as called_id
                        from ACT_HI_ACTINST activity left join ACT_HI_TASKINST task on task.ID_ = activity.TASK_ID_
                        where activity.PROC_INST_ID_ = :id
                        order by activity.START_TIME_, activity.SEQUENCE_COUNTER_, activity.ID_""")
                .param("id", id)
                .query((row, number) -> new Step(
                        row.getString("activity_id"),
                        row.getString("name"),
                        row.getString("activity_type"),
                        row.getString("assignee"),
                        row.getTimestamp("began_at").toInstant(),
                        instant(row, "ended_at"),
                        row.getInt("state") == ActivityInstanceState.CANCELED.getStateCode(),
                        row.getString("called_id")))
                .list();
    }

    private String conditions(Search search, Map<String, Object> parameters) {
        var conditions = new StringBuilder();
        parameters.put("open", rights.seenByCouncil());
        if (search.process() != null) {
            conditions.append(" and instance.PROC_DEF_KEY_ = :process");
            parameters.put("process", search.process());
        } else {
            // What the programme does without anybody is only shown to who asks for it.
            conditions.append(" and instance.PROC_DEF_KEY_ not in (:byItself)");
            parameters.put("byItself", rights.byItself());
        }
        if (search.about() != null) {
            conditions.append(search.about().isEmpty() ? " and 1 = 0" : " and instance.BUSINESS_KEY_ in (:about)");
            parameters.put("about", search.about());
        }
        conditions.append(exceptions(search.except(), parameters));
        if (search.outcome() != null) {
            conditions.append(" and instance.END_ACT_ID_ = :outcome");
            parameters.put("outcome", search.outcome());
        }
        condition(conditions, parameters, "START_TIME_ >= ", "startedFrom", search.startedFrom());
        condition(conditions, parameters, "START_TIME_ < ", "startedBefore", search.startedBefore());
        condition(conditions, parameters, "END_TIME_ >= ", "endedFrom", search.endedFrom());
        condition(conditions, parameters, "END_TIME_ < ", "endedBefore", search.endedBefore());
        return conditions.toString();
    }

    private static String exceptions(Collection<String> except, Map<String, Object> parameters) {
        if (except.isEmpty()) {
            return "";
        }
        parameters.put("except", except);
        return " and instance.ID_ not in (:except)";
    }

    private static void condition(
            StringBuilder conditions,
            Map<String, Object> parameters,
            String comparison,
            String name,
            @Nullable Instant moment) {
        if (moment != null) {
            conditions.append(" and instance.").append(comparison).append(":").append(name);
            parameters.put(name, Timestamp.from(moment));
        }
    }

    private static Case finished(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getString("id"),
                row.getString("process"),
                row.getString("definition_id"),
                row.getString("business_key"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                row.getString("started_by"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /**
     * A process whose cases can be shown.
     *
     * @param outcomes its end events
     */
    public record Process(String key, String name, List<Outcome> outcomes) {

        /** @param words says a name of a diagram in the language of whoever reads it */
        public Process said(UnaryOperator<String> words) {
            return new Process(
                    key,
                    words.apply(name),
                    outcomes.stream()
                            .map(outcome -> new Outcome(outcome.id(), words.apply(outcome.name())))
                            .toList());
        }
    }

    /** An end event. */
    public record Outcome(String id, String name) {}

    /**
     * What is looked for; null where it does not matter.
     *
     * @param process key; null for all in which people take part
     * @param about business keys
     * @param except ids of cases that must not be found
     * @param outcome id of an end event
     */
    public record Search(
            @Nullable String process,
            @Nullable Collection<String> about,
            Collection<String> except,
            @Nullable Instant startedFrom,
            @Nullable Instant startedBefore,
            @Nullable Instant endedFrom,
            @Nullable Instant endedBefore,
            @Nullable String outcome) {}

    /**
     * A case that has ended.
     *
     * @param process key
     * @param definitionId the version of the diagram
     * @param businessKey what it was about
     * @param startedBy user id; null when the programme started it
     * @param outcome name of the end event; null when it was ended in the middle
     */
    public record Case(
            String id,
            String process,
            String definitionId,
            @Nullable String businessKey,
            Instant startedAt,
            Instant endedAt,
            @Nullable String startedBy,
            @Nullable String outcome) {}

    /**
     * Something that happened in a case.
     *
     * @param type as the engine calls it, e.g. {@code userTask}
     * @param assignee user id of who had the task at last
     * @param cancelled whether it was taken away before it was done
     * @param calledId the case that was called
     */
    public record Step(
            String activityId,
            @Nullable String name,
            String type,
            @Nullable String assignee,
            Instant beganAt,
            @Nullable Instant endedAt,
            boolean cancelled,
            @Nullable String calledId) {}
}
