package org.reps.mentoring.engine.rights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Who is part of a case, and of which cases somebody is: whom its diagram names ({@link PartOfIt}), whom it is about by
 * its business key, and the same of the cases it was called by or has called. Everything the council does and sees asks
 * here.
 *
 * <p>What somebody is part of is read from the tables with a few statements, however many cases there are.
 */
@Component
@NamedInterface("part-of-case")
public class PartOfCase {

    /** Variables of cases, by what they hold; and business keys, without a name. */
    private static final String RUNNING = """
            select instance.ID_ as id, process.KEY_ as process, named.NAME_ as name, named.TEXT_ as person
            from ACT_RU_VARIABLE named
            join ACT_RU_EXECUTION instance on instance.ID_ = named.PROC_INST_ID_
            join ACT_RE_PROCDEF process on process.ID_ = instance.PROC_DEF_ID_
            where named.NAME_ in (:names) and named.TYPE_ = 'string' and named.TEXT_ in (:ties)
            union all
            select instance.ID_, process.KEY_, null, instance.BUSINESS_KEY_
            from ACT_RU_EXECUTION instance join ACT_RE_PROCDEF process on process.ID_ = instance.PROC_DEF_ID_
            where instance.BUSINESS_KEY_ in (:ties)""";

    /** The history has the running ones too. */
    private static final String ALL = """
            select instance.ID_ as id, instance.PROC_DEF_KEY_ as process, named.NAME_ as name, named.TEXT_ as person
            from ACT_HI_VARINST named join ACT_HI_PROCINST instance on instance.ID_ = named.PROC_INST_ID_
            where named.NAME_ in (:names) and named.VAR_TYPE_ = 'string' and named.TEXT_ in (:ties)
            union all
            select instance.ID_, instance.PROC_DEF_KEY_, null, instance.BUSINESS_KEY_
            from ACT_HI_PROCINST instance where instance.BUSINESS_KEY_ in (:ties)""";

    private final ProcessEngine engine;
    private final Mentorships mentorships;
    private final JdbcClient database;

    PartOfCase(ProcessEngine engine, Mentorships mentorships, JdbcClient database) {
        this.engine = engine;
        this.mentorships = mentorships;
        this.database = database;
    }

    // --- of which cases somebody is part

    /** What runs and is out of sight for this member of the council. */
    public OutOfSight outOfSight(String userId) {
        return inside(context -> outOfSight(userId, context));
    }

    /** As {@link #outOfSight(String)}, where the engine is at work already. */
    public OutOfSight outOfSight(String userId, CommandContext context) {
        var said = Rights.inForce(context);
        return new OutOfSight(cases(userId, RUNNING, Mentorship::isRunning, said), calledInConfidence(said));
    }

    /**
     * The ids of all cases of which this person is or was part, also of those that have ended. Whose mentee somebody
     * has been counts too: the mentorship may have ended after the case.
     */
    public Set<String> everOf(String userId) {
        return inside(context -> cases(userId, ALL, mentorship -> true, Rights.inForce(context)));
    }

    private Set<String> cases(
            String userId, String sql, Predicate<Mentorship> counts, Map<String, ProcessRights> said) {
        var names = said.values().stream()
                .map(ProcessRights::partOfIt)
                .flatMap(one -> Stream.concat(one.people().stream(), one.mentors().stream()))
                .collect(toSet());
        var own = new HashSet<>(Set.of(userId));
        var mentors = new HashSet<String>();
        for (var mentorship : mentorships.of(List.of(userId))) {
            own.add(mentorship.id());
            if (counts.test(mentorship) && mentorship.menteeId().equals(userId)) {
                mentors.add(mentorship.mentorId());
            }
        }
        var ties = new HashSet<>(own);
        ties.addAll(mentors);
        var found = new HashSet<String>();
        database.sql(sql).param("names", names).param("ties", ties).query(row -> {
            var name = row.getString("name");
            var person = row.getString("person");
            var process = said.getOrDefault(row.getString("process"), ProcessRights.NOTHING)
                    .partOfIt();
            if ((own.contains(person) && (name == null || process.people().contains(name)))
                    || (mentors.contains(person) && process.mentors().contains(String.valueOf(name)))) {
                found.add(row.getString("id"));
            }
        });
        return upAndDown(found);
    }

    /** These cases, those they were called by, and those they have called; not what others beside them have called. */
    private Set<String> upAndDown(Set<String> cases) {
        if (cases.isEmpty()) {
            return cases;
        }
        var callers = new HashMap<String, String>();
        database.sql("""
                        select ID_, SUPER_PROCESS_INSTANCE_ID_ from ACT_HI_PROCINST
                        where SUPER_PROCESS_INSTANCE_ID_ is not null and ROOT_PROC_INST_ID_ in
                            (select ROOT_PROC_INST_ID_ from ACT_HI_PROCINST where ID_ in (:cases))""").param("cases", cases).query(row -> {
            callers.put(row.getString(1), row.getString(2));
        });
        var called = callers.keySet().stream().collect(groupingBy(callers::get));
        var all = new HashSet<String>();
        for (var one : cases) {
            for (var above = one; above != null; above = callers.get(above)) {
                all.add(above);
            }
            addCalled(one, called, all);
        }
        return all;
    }

    private static void addCalled(String caller, Map<String, List<String>> called, Set<String> all) {
        for (var one : called.getOrDefault(caller, List.of())) {
            all.add(one);
            addCalled(one, called, all);
        }
    }

    /**
     * The ids of running cases that began with one the council does not see, and are not for them either. A resignation
     * is known to everybody, so the changes of mentor that it calls ({@code PlacementGrants}) and the searches of these
     * are not among them.
     */
    public Set<String> calledInConfidence() {
        return inside(context -> calledInConfidence(Rights.inForce(context)));
    }

    private Set<String> calledInConfidence(Map<String, ProcessRights> said) {
        var open = said.entrySet().stream()
                .filter(process -> process.getValue().seenByCouncil())
                .map(Map.Entry::getKey)
                .collect(toSet());
        return new HashSet<>(
                database.sql("""
                        select called.ID_ from ACT_RU_EXECUTION root
                        join ACT_RE_PROCDEF process on process.ID_ = root.PROC_DEF_ID_
                        join ACT_RU_EXECUTION called on called.ROOT_PROC_INST_ID_ = root.ID_
                        where process.KEY_ not in (:open) and called.SUPER_EXEC_ is not null""").param("open", open).query(String.class).list());
    }

    private <T> T inside(Command<T> command) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command);
    }

    // --- who is part of a case

    /** Who is part of the case that is being worked on right now; nobody where there is none. */
    public Set<String> ofThisCase() {
        var working = Context.getBpmnExecutionContext();
        return working == null ? Set.of() : of(working.getExecution());
    }

    /** Who is part of the case this task belongs to. */
    public Set<String> of(DelegateTask task) {
        return of(((TaskEntity) task).getExecution());
    }

    private Set<String> of(ExecutionEntity execution) {
        var people = new TreeSet<String>();
        for (var scope = execution;
                scope != null;
                scope = scope.getProcessInstance().getSuperExecution()) {
            people.addAll(namedIn(scope));
        }
        return people;
    }

    private Collection<String> namedIn(ExecutionEntity execution) {
        var said = ProcessRights.of(execution.getProcessDefinition()).partOfIt();
        var named = new LinkedHashSet<String>();
        for (var name : said.people()) {
            add(execution.getVariable(name), named);
        }
        add(execution.getProcessBusinessKey(), named);
        var people = new ArrayList<>(named);
        for (Mentorship mentorship : mentorships.withIds(named)) {
            people.add(mentorship.menteeId());
            people.add(mentorship.mentorId());
        }
        for (var name : said.mentors()) {
            if (execution.getVariable(name) instanceof String mentor) {
                people.addAll(mentorships.menteesOf(mentor));
            }
        }
        return people;
    }

    private static void add(@Nullable Object value, Set<String> named) {
        if (value instanceof String id && !id.isEmpty()) {
            named.add(id);
        }
    }

    /**
     * What runs and is not for a member of the council to see or to change.
     *
     * @param own ids of the cases of which they are part
     * @param inConfidence ids of the cases that were called by one nobody in the council sees
     */
    @NamedInterface("part-of-case")
    public record OutOfSight(Set<String> own, Set<String> inConfidence) {

        /** For whom it makes no difference. */
        public static final OutOfSight NOTHING = new OutOfSight(Set.of(), Set.of());

        /** Whether this case is among them. */
        public boolean includes(String caseId) {
            return own.contains(caseId) || inConfidence.contains(caseId);
        }

        /** The ids of all of them. */
        public Set<String> all() {
            var all = new TreeSet<>(own);
            all.addAll(inConfidence);
            return all;
        }
    }
}
