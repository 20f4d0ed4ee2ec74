package org.reps.mentoring.engine.cases;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.Task;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.TasklistFilters;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;

/** Contact tasks that nobody has taken for too long are offered to the rest of the council ("the bottleneck"). */
@Component("overdueTasks")
public class OverdueCouncilTasks {

    private static final String CONTACTS_FIRST = "${council.impartial(";
    private static final String WHOLE_COUNCIL = "${council.impartialMembers(";
    private static final int AT_ONCE = 100;

    /** How urgent a task is that the whole council can take; others have 50. */
    private static final int URGENT = 75;

    private final ProcessEngine engine;
    private final PartOfCase partOfCase;
    private final MentoringRules rules;
    private final Clock clock;

    OverdueCouncilTasks(ProcessEngine engine, PartOfCase partOfCase, MentoringRules rules, Clock clock) {
        this.engine = engine;
        this.partOfCase = partOfCase;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Offers the next of these tasks to all impartial council members and makes them urgent.
     *
     * @return how many they were; 0 when nothing is left to do
     */
    public int offerToCouncil() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var overdue = next();
            for (var task : overdue) {
                for (var member : impartialMembers((TaskEntity) task, configuration)) {
                    engine.getTaskService().addCandidateUser(task.getId(), member);
                }
                engine.getTaskService().setPriority(task.getId(), URGENT);
            }
            return overdue.size();
        });
    }

    private List<Task> next() {
        var kinds = TasklistFilters.userTasks(
                engine.getRepositoryService(), task -> forContactsFirst(task).isPresent());
        if (kinds.length == 0) {
            return List.of();
        }
        var dueBefore = Date.from(clock.instant());
        DatatypeFactory.newDefaultInstance()
                .newDuration(rules.councilAnswer())
                .negate()
                .addTo(dueBefore);
        return engine.getTaskService()
                .createTaskQuery()
                .taskUnassigned()
                .taskDefinitionKeyIn(kinds)
                .dueBefore(dueBefore)
                .taskMaxPriority(URGENT - 1)
                .orderByTaskId()
                .asc()
                .listPage(0, AT_ONCE);
    }

    /**
     * Whom the diagram hands to {@code council.impartial} is left out again, and so is who is part of the case. Where a
     * diagram gives a task in another way, for instance a concern, it stays as it is.
     */
    private Collection<String> impartialMembers(TaskEntity task, ProcessEngineConfigurationImpl configuration) {
        var candidates = forContactsFirst(task.getTaskDefinition()).orElseThrow();
        var members = configuration
                .getExpressionManager()
                .createExpression(candidates.replace(CONTACTS_FIRST, WHOLE_COUNCIL))
                .getValue(task);
        var partOfIt = partOfCase.of(task);
        return ((Collection<?>) members)
                .stream().map(String::valueOf).filter(not(partOfIt::contains)).toList();
    }

    private static Optional<String> forContactsFirst(TaskDefinition task) {
        return task.getCandidateUserIdExpressions().stream()
                .map(Expression::getExpressionText)
                .filter(candidates -> candidates.startsWith(CONTACTS_FIRST))
                .findFirst();
    }
}
