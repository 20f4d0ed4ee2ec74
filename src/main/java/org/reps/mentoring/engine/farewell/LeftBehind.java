package org.reps.mentoring.engine.farewell;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.reps.mentoring.engine.AttachedTimers;
import org.reps.mentoring.engine.rights.Reassignment;
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.stereotype.Component;

/**
 * The cases and tasks of somebody who has left. A case about them ends as a whole, unless its diagram says that it goes
 * on ({@code whenLeft}); in a case about others nobody waits for them any more.
 */
@Component
public class LeftBehind {

    private static final String REASON = "The person whom it is about has left the programme.";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final AttachedTimers timers;
    private final ProcessEngineConfigurationImpl configuration;
    private final Clock clock;

    LeftBehind(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            RepositoryService repository,
            AttachedTimers timers,
            ProcessEngine engine,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.timers = timers;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.clock = clock;
    }

    /**
     * Ends the cases about this person, with all that they have called. The one that is being carried on right now is
     * not among them.
     *
     * @return what others had to do in them, and need not any more
     */
    public List<Over> endCasesAbout(String userId) {
        var current = Context.getBpmnExecutionContext() == null
                ? ""
                : Context.getBpmnExecutionContext().getExecution().getRootProcessInstanceId();
        var over = new ArrayList<Over>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(userId).rootProcessInstances().list().stream()
                .filter(about -> !about.getId().equals(current))
                .filter(about -> !goesOn(about))
                .map(Execution::getId)
                .forEach(id -> {
                    parts(id)
                            .flatMap(this::waiting)
                            .filter(task -> !task.userId.equals(userId))
                            .forEach(over::add);
                    runtime.deleteProcessInstance(id, REASON);
                });
        return over;
    }

    /** A case with all that it has called. */
    private Stream<String> parts(String caseId) {
        var called = runtime.createProcessInstanceQuery().superProcessInstanceId(caseId).list().stream()
                .map(ProcessInstance::getId);
        return Stream.concat(Stream.of(caseId), called.flatMap(this::parts));
    }

    private Stream<Over> waiting(String caseId) {
        return tasks.createTaskQuery().processInstanceId(caseId).taskAssigned().list().stream()
                .filter(LeftBehind::hasToBeDone)
                .map(task -> new Over(task.getId(), task.getAssignee(), task.getName()));
    }

    /**
     * Nobody waits for this person any more in the cases of others. What they had taken can be taken by the others;
     * what only they could answer goes on as if their time were over; and where neither is possible, those can take it
     * who may cover for them. What nobody has to do stays until its day.
     */
    public void passOn(String userId) {
        for (var task : tasks.createTaskQuery()
                .taskCandidateUser(userId)
                .includeAssignedTasks()
                .list()) {
            tasks.deleteCandidateUser(task.getId(), userId);
        }
        for (var task : tasks.createTaskQuery().taskAssignee(userId).list()) {
            if (isOffered(task)) {
                tasks.setAssignee(task.getId(), null);
            } else if (hasToBeDone(task)) {
                // With these the case goes on when nobody has answered.
                var inTime = timers.of(task, BoundaryEvent::cancelActivity);
                inTime.forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(clock.instant())));
                if (inTime.isEmpty()) {
                    offerToCovers(task.getId());
                }
            }
        }
    }

    /**
     * Whoever is not in the council any more has and reads none of its tasks: what they had taken can be taken by the
     * others, or by the whole council when it is overdue.
     */
    public void giveBackToCouncil(String userId) {
        giveBack(userId, true);
        tasks.createTaskQuery().taskAssignee(userId).list().stream()
                .map(Task::getId)
                .filter(this::isForCouncil)
                .forEach(given -> tasks.setAssignee(given, null));
    }

    /**
     * Whoever is in the council and no contact any more has none of the tasks that only contacts are offered, unless
     * there is nobody else for it.
     *
     * @param others the contacts who stay
     */
    public void giveBackToContacts(String userId, Set<String> others) {
        giveBack(
                tasks.createTaskQuery().taskCandidateUser(userId).includeAssignedTasks().list().stream()
                        .filter(task -> isForCouncil(task.getId()))
                        .filter(task -> {
                            var offeredTo = candidates(task);
                            offeredTo.remove(userId);
                            return !offeredTo.isEmpty() && others.containsAll(offeredTo);
                        }),
                userId);
    }

    private Set<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getUserId() != null)
                .map(IdentityLink::getUserId)
                .collect(toCollection(HashSet::new));
    }

    /** Whoever is no mentor any more is offered nothing that mentors are, such as to guide somebody. */
    public void giveBackToMentors(String userId) {
        giveBack(userId, false);
    }

    private void giveBack(String userId, boolean ofCouncil) {
        giveBack(
                tasks.createTaskQuery().taskCandidateUser(userId).includeAssignedTasks().list().stream()
                        .filter(task -> isForCouncil(task.getId()) == ofCouncil),
                userId);
    }

    private void giveBack(Stream<Task> given, String userId) {
        given.forEach(task -> {
            tasks.deleteCandidateUser(task.getId(), userId);
            if (userId.equals(task.getAssignee())) {
                tasks.setAssignee(task.getId(), null);
            }
        });
    }

    private boolean isForCouncil(String taskId) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> Rights.of(context.getTaskManager().findTaskById(taskId), context)
                        .forCouncil());
    }

    private void offerToCovers(String taskId) {
        var covers = configuration
                .getCommandExecutorTxRequired()
                .execute(context -> Reassignment.covers(context.getTaskManager().findTaskById(taskId), context)
                        .toList());
        if (!covers.isEmpty()) {
            tasks.setAssignee(taskId, null);
            covers.forEach(cover -> tasks.addCandidateUser(taskId, cover));
        }
    }

    private boolean isOffered(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> link.getType().equals(IdentityLinkType.CANDIDATE));
    }

    private static boolean hasToBeDone(Task task) {
        return task.getPriority() >= Task.PRIORITY_NORMAL;
    }

    /** The newest version of a process holds for the cases of all versions. */
    private boolean goesOn(ProcessInstance about) {
        var process = repository.getProcessDefinition(about.getProcessDefinitionId());
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process.getKey())
                .latestVersion()
                .singleResult();
        return WhenLeft.goesOn(repository.getBpmnModelInstance(newest.getId()));
    }

    /**
     * A task that is no longer there.
     *
     * @param userId who had it
     * @param name as it stood in their list
     */
    public record Over(String taskId, String userId, String name) {}
}
