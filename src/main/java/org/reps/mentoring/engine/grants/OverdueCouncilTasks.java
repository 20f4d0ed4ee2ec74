package org.reps.mentoring.engine.grants;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.reps.mentoring.engine.KeptIncidents;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.Rights;
import org.reps.mentoring.engine.rights.TaskRights;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;

/**
 * Contact tasks that nobody has taken for too long are offered to more of the council ("the bottleneck"): to those whom
 * their diagram names ({@code whenOverdue}).
 */
@Component("overdueTasks")
public class OverdueCouncilTasks {

    private static final int AT_ONCE = 100;
    private static final String WHAT = "This cannot be offered to the council; the operator finds out why in the log.";

    /** How urgent a task is that the whole council can take; others have 50. */
    private static final int URGENT = 75;

    private final ProcessEngine engine;
    private final Rights rights;
    private final PartOfCase partOfCase;
    private final MentoringRules rules;
    private final Clock clock;

    OverdueCouncilTasks(ProcessEngine engine, Rights rights, PartOfCase partOfCase, MentoringRules rules, Clock clock) {
        this.engine = engine;
        this.rights = rights;
        this.partOfCase = partOfCase;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Offers the next of these tasks to those who can take them as well now, and makes them urgent. One that cannot be
     * offered stops no other: its case has an incident until it can. Each round tries these again after all others.
     *
     * @return how many it was tried with for the first time; 0 when nothing is left to do
     */
    public int offerToCouncil() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var failed = new KeptIncidents(engine.getRuntimeService(), "taskNotOffered");
            var overdue = overdue(AT_ONCE + failed.size());
            var others = overdue.stream()
                    .filter(task -> !failed.isAbout(task.getId()))
                    .limit(AT_ONCE)
                    .toList();
            (others.isEmpty() ? overdue : others).forEach(task -> offer(task, failed, configuration));
            if (others.isEmpty()) {
                failed.settleOthers();
            }
            return others.size();
        });
    }

    private void offer(Task task, KeptIncidents failed, ProcessEngineConfigurationImpl configuration) {
        try {
            // In a transaction of its own, because one in which something has failed cannot be committed.
            configuration
                    .getCommandExecutorTxRequiresNew()
                    .execute(context -> others(task.getId(), context))
                    .forEach(person -> engine.getTaskService().addCandidateUser(task.getId(), person));
            engine.getTaskService().setPriority(task.getId(), URGENT);
        } catch (RuntimeException why) {
            failed.keep(task.getExecutionId(), task.getId(), WHAT, why);
        }
    }

    private List<Task> overdue(int most) {
        return rights.tasks(TaskRights::escalates).entrySet().stream()
                .filter(process -> !process.getValue().isEmpty())
                .flatMap(process -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey(process.getKey())
                        .taskUnassigned()
                        .taskDefinitionKeyIn(process.getValue().toArray(String[]::new))
                        .dueBefore(Date.from(rules.askedForCouncilAnswer(clock.instant())))
                        .taskMaxPriority(URGENT - 1)
                        .orderByTaskId()
                        .asc()
                        .listPage(0, most)
                        .stream())
                .toList();
    }

    /** Whoever is part of the case is left out, whether or not the diagram names them there. */
    private List<String> others(String taskId, CommandContext context) {
        var task = context.getTaskManager().findTaskById(taskId);
        return Rights.named(Rights.of(task, context).whenOverdue(), task, context)
                .filter(not(partOfCase.of(task)::contains))
                .toList();
    }
}
