package org.reps.mentoring.engine.rights;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the diagrams in force say of rights. The newest version of a process holds for the cases of all versions,
 * because an older one may have said nothing.
 *
 * <p>It is asked for anew each time, as somebody may have deployed something; what a version says was read when the
 * engine read it.
 */
@Component
public class Rights {

    private static final Logger LOG = LoggerFactory.getLogger(Rights.class);

    /** Ids of those that the engine can no longer read, so that the log says it once. */
    private static final Set<String> UNREADABLE = ConcurrentHashMap.newKeySet();

    private final ProcessEngineConfigurationImpl configuration;

    Rights(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** The processes in force with what they say, by key. */
    public Map<String, ProcessRights> inForce() {
        return asNobody(
                configuration.getIdentityService(),
                () -> configuration.getCommandExecutorTxRequired().execute(Rights::inForce));
    }

    /** Keys of the processes whose cases the council sees. */
    public Set<String> seenByCouncil() {
        return keys(ProcessRights::seenByCouncil);
    }

    /** Keys of the processes that run without anybody. */
    public Set<String> byItself() {
        return keys(ProcessRights::isByItself);
    }

    private Set<String> keys(Predicate<ProcessRights> wanted) {
        return inForce().entrySet().stream()
                .filter(process -> wanted.test(process.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** As {@link #inForce()}, where the engine is at work already. */
    public static Map<String, ProcessRights> inForce(CommandContext context) {
        var said = new LinkedHashMap<String, ProcessRights>();
        for (var process : newest(context)) {
            said.put(process.getKey(), saidIn(process.getId(), context));
        }
        return said;
    }

    private static List<ProcessDefinition> newest(CommandContext context) {
        return context.runWithoutAuthorization(() -> context.getProcessDefinitionManager()
                .findProcessDefinitionsByQueryCriteria(
                        (ProcessDefinitionQueryImpl) new ProcessDefinitionQueryImpl().latestVersion(), null));
    }

    /**
     * Where the engine can no longer read a diagram, it says nothing: only business keys tell who is part of its cases,
     * and everything else goes on.
     */
    private static ProcessRights saidIn(String definitionId, CommandContext context) {
        try {
            return ProcessRights.of(definition(definitionId, context));
        } catch (ProcessEngineException unreadable) {
            if (UNREADABLE.add(definitionId)) {
                LOG.error(
                        "The engine cannot read {}, so whoever its variables name is not kept away from its cases.",
                        definitionId,
                        unreadable);
            }
            return ProcessRights.NOTHING;
        }
    }

    private static ProcessDefinitionEntity definition(String id, CommandContext context) {
        return context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    /** What is said of the process with this key. */
    public static ProcessRights of(String key, CommandContext context) {
        var newest = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
        return newest == null ? ProcessRights.NOTHING : saidIn(newest.getId(), context);
    }

    /** What is said of this task: by the newest version of its process, or by its own where that has no such task. */
    public static TaskRights of(TaskEntity task, CommandContext context) {
        if (task.getProcessDefinitionId() == null) {
            return TaskRights.NOTHING;
        }
        var own = definition(task.getProcessDefinitionId(), context);
        var said = of(own.getKey(), context);
        var id = task.getTaskDefinitionKey();
        return said.tasks().containsKey(id)
                ? said.task(id)
                : ProcessRights.of(own).task(id);
    }

    /** Whom an expression in a diagram names for this task: nobody, somebody or several. */
    public static Stream<String> named(String expression, TaskEntity task, CommandContext context) {
        var expressions = context.getProcessEngineConfiguration().getExpressionManager();
        var named = expressions.createExpression(expression).getValue(task);
        return (named instanceof Collection<?> all ? all.stream() : Stream.ofNullable(named)).map(String::valueOf);
    }

    /** The ids of the user tasks for which this holds. */
    public static Set<String> tasks(Collection<ProcessRights> processes, Predicate<TaskRights> wanted) {
        return processes.stream()
                .flatMap(process -> process.tasks().entrySet().stream())
                .filter(task -> wanted.test(task.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** The ids of the user tasks for which this holds, by process. */
    public Map<String, Set<String>> tasks(Predicate<TaskRights> wanted) {
        return inForce().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, process -> tasks(List.of(process.getValue()), wanted)));
    }

    /** What rights say is no question of who asks; the engine would look at each of its commands. */
    public static <T> T asNobody(IdentityService identities, Supplier<T> answer) {
        var person = identities.getCurrentAuthentication();
        if (person == null) {
            return answer.get();
        }
        identities.clearAuthentication();
        try {
            return answer.get();
        } finally {
            ((IdentityServiceImpl) identities).setAuthentication(person);
        }
    }
}
