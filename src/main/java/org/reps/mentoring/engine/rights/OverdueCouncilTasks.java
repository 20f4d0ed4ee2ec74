package org.reps.mentoring.engine.rights;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;

/**
 * Contact tasks that nobody has taken for too long are offered to more of the council ("the bottleneck"): to those whom
 * their diagram names ({@code whenOverdue}).
 */
@Component("overdueTasks")
public class OverdueCouncilTasks {

    private static final int AT_ONCE = 100;

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
     * Offers the next of these tasks to those who can take them as well now, and makes them urgent.
     *
     * @return how many they were; 0 when nothing is left to do
     */
    public int offerToCouncil() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var overdue = next();
            for (var task : overdue) {
                for (var person : others((TaskEntity) task, context)) {
                    engine.getTaskService().addCandidateUser(task.getId(), person);
                }
                engine.getTaskService().setPriority(task.getId(), URGENT);
            }
            return overdue.size();
        });
    }

    private List<Task> next() {
        var dueBefore = Date.from(clock.instant());
        DatatypeFactory.newDefaultInstance()
                .newDuration(rules.councilAnswer())
                .negate()
                .addTo(dueBefore);
        var overdue = new ArrayList<Task>();
        rights.tasks(TaskRights::escalates).forEach((process, kinds) -> {
            if (!kinds.isEmpty() && overdue.size() < AT_ONCE) {
                overdue.addAll(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey(process)
                        .taskUnassigned()
                        .taskDefinitionKeyIn(kinds.toArray(String[]::new))
                        .dueBefore(dueBefore)
                        .taskMaxPriority(URGENT - 1)
                        .orderByTaskId()
                        .asc()
                        .listPage(0, AT_ONCE - overdue.size()));
            }
        });
        return overdue;
    }

    /** Whoever is part of the case is left out, whether or not the diagram names them there. */
    private Collection<String> others(TaskEntity task, CommandContext context) {
        var people = context.getProcessEngineConfiguration()
                .getExpressionManager()
                .createExpression(Rights.of(task, context).whenOverdue())
                .getValue(task);
        var partOfIt = partOfCase.of(task);
        return (people instanceof Collection<?> several ? several.stream() : Stream.of(people))
                .map(String::valueOf)
                .filter(not(partOfIt::contains))
                .toList();
    }
}
