package org.reps.mentoring.engine.versions;

import static java.util.stream.Collectors.toSet;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.versions.Versions.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes running cases from one version of their process to another. Each case moves by itself, whole or not at all:
 * where the new version has no such step, it stays, and goes on as it began.
 *
 * <p>Steps are the same when they have the same id. Who has a task keeps it; its name, its due date and its priority
 * follow the new version where that says something else, and a due date is reckoned from when the task came. Timers
 * that run keep their date, as somebody may have been told it. A step that had failed is tried once more.
 */
@Component
public class Moves {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl configuration;
    private final Versions versions;
    private final TransactionTemplate alone;

    Moves(
            ProcessEngine engine,
            RuntimeService runtime,
            ManagementService management,
            Versions versions,
            PlatformTransactionManager transactions) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.runtime = runtime;
        this.management = management;
        this.versions = versions;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What would become of these cases. */
    public Outcome trial(List<String> cases, Version from, Version to) {
        return go(cases, from, to, (id, plan) -> {});
    }

    /** Moves those that can be. */
    public Outcome move(List<String> cases, Version from, Version to) {
        return go(cases, from, to, (id, plan) -> alone.executeWithoutResult(transaction -> move(id, plan)));
    }

    private Outcome go(List<String> cases, Version from, Version to, BiConsumer<String, MigrationPlan> step) {
        var plan = plan(from, to);
        if (plan == null) {
            return new Outcome(0, Map.of("", cases.size()));
        }
        var known = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(toSet());
        var names = versions.files(from).map(VersionFiles::namesInDiagram).orElse(Map.of());
        var moved = 0;
        var stay = new TreeMap<String, Integer>();
        for (var id : cases) {
            var missing = where(id).stream().filter(at -> !known.contains(at)).findFirst();
            if (missing.isEmpty()) {
                try {
                    step.accept(id, plan);
                    moved++;
                } catch (RuntimeException refused) {
                    // Whatever it was, the others go on. Of what people wrote, something can stand in its message.
                    LOG.warn(
                            "A case of {} stays on version {}: {}",
                            from.definitionId(),
                            from.number(),
                            refused.getClass().getName());
                    stay.merge("", 1, Integer::sum);
                }
            } else {
                stay.merge(names.getOrDefault(missing.get(), missing.get()), 1, Integer::sum);
            }
        }
        return new Outcome(moved, stay);
    }

    /** Nothing where the engine finds that the two do not fit at all. */
    private @Nullable MigrationPlan plan(Version from, Version to) {
        try {
            return runtime.createMigrationPlan(from.definitionId(), to.definitionId())
                    .mapEqualActivities()
                    .build();
        } catch (ProcessEngineException impossible) {
            LOG.warn("Version {} and {} do not fit", from.definitionId(), to.definitionId(), impossible);
            return null;
        }
    }

    /** The steps at which a case is; none where it has ended in the meantime. */
    private Set<String> where(String caseId) {
        var tree = runtime.getActivityInstance(caseId);
        return tree == null ? Set.of() : leaves(tree).collect(toSet());
    }

    private static Stream<String> leaves(ActivityInstance around) {
        var below = Stream.of(around.getChildActivityInstances())
                .flatMap(child ->
                        child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0
                                ? Stream.of(child.getActivityId())
                                : leaves(child));
        return Stream.concat(
                below, Stream.of(around.getChildTransitionInstances()).map(going -> going.getActivityId()));
    }

    private void move(String caseId, MigrationPlan plan) {
        runtime.newMigration(plan).processInstanceIds(caseId).execute();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            follow(caseId, plan, context);
            return null;
        });
        for (Job failed : management
                .createJobQuery()
                .processInstanceId(caseId)
                .noRetriesLeft()
                .list()) {
            management.setJobRetries(failed.getId(), 1);
        }
    }

    private static void follow(String caseId, MigrationPlan plan, CommandContext context) {
        var before = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(plan.getSourceProcessDefinitionId())
                .getTaskDefinitions();
        for (var task : context.getTaskManager().findTasksByProcessInstanceId(caseId)) {
            var then = before.get(task.getTaskDefinitionKey());
            var now = task.getTaskDefinition();
            if (then == null || now == null) {
                continue;
            }
            if (differ(then.getNameExpression(), now.getNameExpression())) {
                task.setName(String.valueOf(value(now.getNameExpression(), task)));
            }
            if (differ(then.getDueDateExpression(), now.getDueDateExpression())) {
                task.setDueDate(due(value(now.getDueDateExpression(), task), task));
            }
            if (differ(then.getPriorityExpression(), now.getPriorityExpression())) {
                var priority = value(now.getPriorityExpression(), task);
                task.setPriority(priority == null ? Task.PRIORITY_NORMAL : Integer.parseInt(priority.toString()));
            }
        }
    }

    private static boolean differ(@Nullable Expression then, @Nullable Expression now) {
        return !Objects.equals(
                then == null ? null : then.getExpressionText(), now == null ? null : now.getExpressionText());
    }

    private static @Nullable Object value(@Nullable Expression expression, TaskEntity task) {
        return expression == null ? null : expression.getValue(task);
    }

    private static @Nullable Date due(@Nullable Object said, TaskEntity task) {
        return said == null || said instanceof Date
                ? (Date) said
                : new DueDateBusinessCalendar().resolveDuedate(said.toString(), task.getCreateTime());
    }

    /**
     * What became of cases, or would.
     *
     * @param stay how many stay, by the step at which they are and that the new version does not have; without a name
     *     where the engine says no
     */
    public record Outcome(int moved, Map<String, Integer> stay) {}
}
