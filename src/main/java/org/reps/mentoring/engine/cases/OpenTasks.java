package org.reps.mentoring.engine.cases;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.OneOfTwo;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.rights.Rights;
import org.reps.mentoring.engine.rights.TaskRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have been asked and have not answered yet. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final RepositoryService repository;
    private final Rights rights;
    private final PartOfCase partOfCase;
    private final JdbcClient database;
    private final Clock clock;

    OpenTasks(
            TaskService tasks,
            RepositoryService repository,
            Rights rights,
            PartOfCase partOfCase,
            JdbcClient database,
            Clock clock) {
        this.tasks = tasks;
        this.repository = repository;
        this.rights = rights;
        this.partOfCase = partOfCase;
        this.database = database;
        this.clock = clock;
    }

    /** Whether anything waits for this person; what they may do and need not does not wait. */
    public boolean has(String userId) {
        return tasks.createTaskQuery()
                        .taskAssignee(userId)
                        .taskMinPriority(Task.PRIORITY_NORMAL)
                        .count()
                > 0;
    }

    /**
     * The user ids of everybody for whom something waits that was there then already; what they may do and need not
     * does not wait. Read from the engine's table in one statement: the engine's own query would fetch each task.
     */
    public Set<String> waitingBefore(Instant then) {
        return database.sql("""
                        select distinct ASSIGNEE_ from ACT_RU_TASK
                        where CREATE_TIME_ <= :then and ASSIGNEE_ is not null and PRIORITY_ >= :toBeDone""")
                .param("then", Timestamp.from(then))
                .param("toBeDone", Task.PRIORITY_NORMAL)
                .query(String.class)
                .set();
    }

    /**
     * The task that waits for this person, or that they could take, in the case that is being worked on right now; none
     * where there are several, or no case.
     */
    public Optional<OpenTask> inThisCase(String userId) {
        var context = Context.getBpmnExecutionContext();
        if (context == null) {
            return Optional.empty();
        }
        var inCase = context.getExecution().getProcessInstanceId();
        return only(tasks.createTaskQuery().processInstanceId(inCase).taskAssignee(userId))
                .or(() -> only(tasks.createTaskQuery().processInstanceId(inCase).taskCandidateUser(userId)));
    }

    private static Optional<OpenTask> only(TaskQuery query) {
        var found = query.listPage(0, 2);
        return found.size() == 1 ? Optional.of(OpenTask.of(found.get(0))) : Optional.empty();
    }

    /**
     * What these people should do by then, what is due first coming first; what they may do and need not is left out.
     */
    public List<OpenTask> of(Collection<String> userIds, Instant dueBefore) {
        return tasks
                .createTaskQuery()
                .taskAssigneeIn(userIds.toArray(String[]::new))
                .dueBefore(Date.from(dueBefore))
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .map(OpenTask::of)
                .filter(task -> !task.optional())
                .toList();
    }

    /** What this person could take, what is due first coming first. */
    public List<OpenTask> offeredTo(String userId) {
        return couldTake(userId).stream().map(OpenTask::of).toList();
    }

    /** What this person could take, what is due first coming first; the council's apart. */
    public Offered offered(String userId) {
        var said = rights.inForce();
        var toCouncil = couldTake(userId).stream()
                .collect(partitioningBy(task -> said(said, task).forCouncil(), mapping(OpenTask::of, toList())));
        return new Offered(Objects.requireNonNull(toCouncil.get(true)), Objects.requireNonNull(toCouncil.get(false)));
    }

    private List<Task> couldTake(String userId) {
        return tasks.createTaskQuery()
                .taskCandidateUser(userId)
                .orderByDueDate()
                .asc()
                .list();
    }

    /**
     * What somebody of the council has taken, this person could have taken instead, and should have been done by now.
     *
     * @param outOfSight what is not for this person
     */
    public List<OpenTask> overdueWithOthers(String councilMemberId, PartOfCase.OutOfSight outOfSight) {
        return tasks
                .createTaskQuery()
                .taskCandidateUser(councilMemberId)
                .includeAssignedTasks()
                .taskAssigned()
                .dueBefore(Date.from(clock.instant()))
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .map(OpenTask::of)
                .filter(task -> !task.isOf(councilMemberId) && !outOfSight.own().contains(task.caseId()))
                .toList();
    }

    /**
     * What reps and mentors should have done by now, in cases that the council may see; what is due first comes first.
     *
     * @param outOfSight what is not for whoever reads
     */
    public List<OpenTask> overdueInOpenCases(PartOfCase.OutOfSight outOfSight) {
        var said = rights.inForce();
        return tasks
                .createTaskQuery()
                .processDefinitionKeyIn(seenByCouncil())
                .taskAssigned()
                .dueBefore(Date.from(clock.instant()))
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .filter(task -> !said(said, task).forCouncil())
                .map(OpenTask::of)
                .filter(task -> !task.optional() && !outOfSight.includes(task.caseId()))
                .toList();
    }

    /**
     * What this person should have done by now, the oldest first. Only what the council can see anyhow: the name of a
     * task of a confidential case would tell that there is such a case.
     */
    public List<Overdue> overdue(String userId) {
        var inConfidence = partOfCase.calledInConfidence();
        return tasks
                .createTaskQuery()
                .taskAssignee(userId)
                .taskMinPriority(Task.PRIORITY_NORMAL)
                .processDefinitionKeyIn(seenByCouncil())
                .dueBefore(Date.from(clock.instant()))
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .filter(task -> !inConfidence.contains(task.getProcessInstanceId()))
                .map(task -> new Overdue(task.getName(), task.getDueDate().toInstant()))
                .toList();
    }

    /** Everything that waits for this person, what is due first at the top. */
    public List<OpenTask> of(String userId) {
        return tasks.createTaskQuery().taskAssignee(userId).active().orderByDueDate().asc().list().stream()
                .map(OpenTask::of)
                .toList();
    }

    /**
     * What these mentors have to do in these cases and their mentees may know of, as the diagrams say; what is due
     * first is at the top.
     *
     * @param subjects business keys
     */
    public List<OpenTask> seenByMentee(Collection<String> mentorIds, Collection<String> subjects) {
        return seenBy(OneOfTwo.MENTEE, mentorIds, subjects);
    }

    /** What these mentees have to do and their mentors may know of, in the same way. */
    public List<OpenTask> seenByMentor(Collection<String> menteeIds, Collection<String> subjects) {
        return seenBy(OneOfTwo.MENTOR, menteeIds, subjects);
    }

    private List<OpenTask> seenBy(OneOfTwo reader, Collection<String> userIds, Collection<String> subjects) {
        var said = rights.inForce();
        var kinds = said.values().stream()
                .flatMap(process -> process.tasks().entrySet().stream())
                .filter(task -> task.getValue().seenBy() == reader)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (userIds.isEmpty() || kinds.length == 0) {
            return List.of();
        }
        return tasks
                .createTaskQuery()
                .taskAssigneeIn(userIds.toArray(String[]::new))
                .processInstanceBusinessKeyIn(subjects.toArray(String[]::new))
                .taskDefinitionKeyIn(kinds)
                .active()
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .filter(task -> said(said, task).seenBy() == reader)
                .map(OpenTask::of)
                .toList();
    }

    private TaskRights said(Map<String, ProcessRights> said, Task task) {
        var process =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        return said.getOrDefault(process, ProcessRights.NOTHING).task(task.getTaskDefinitionKey());
    }

    private String[] seenByCouncil() {
        return rights.seenByCouncil().toArray(String[]::new);
    }

    /**
     * What somebody could take.
     *
     * @param toCouncil what the diagrams say is the council's
     * @param toAnybody everything else
     */
    public record Offered(List<OpenTask> toCouncil, List<OpenTask> toAnybody) {}

    /**
     * A task that is overdue.
     *
     * @param name what is to be done
     * @param due since when it is overdue
     */
    public record Overdue(String name, Instant due) {}

    /**
     * A task that waits for somebody.
     *
     * @param kind its id in the diagram
     * @param name what is to be done
     * @param caseId the process instance it belongs to
     * @param assignee user id of whose it is; null as long as nobody has taken it
     * @param optional whether it is something they may do, and need not
     * @param since when it began to wait
     * @param due until when; null when there is no such day
     */
    public record OpenTask(
            String id,
            String kind,
            String name,
            String caseId,
            @Nullable String assignee,
            boolean optional,
            Instant since,
            @Nullable Instant due) {

        private static OpenTask of(Task task) {
            return new OpenTask(
                    task.getId(),
                    task.getTaskDefinitionKey(),
                    task.getName(),
                    task.getProcessInstanceId(),
                    task.getAssignee(),
                    task.getPriority() < Task.PRIORITY_NORMAL,
                    task.getCreateTime().toInstant(),
                    task.getDueDate() == null
                            ? null
                            : Instant.ofEpochMilli(task.getDueDate().getTime()));
        }

        /** The same task with another name, such as that in the language of whoever reads it. */
        public OpenTask called(String name) {
            return new OpenTask(id, kind, name, caseId, assignee, optional, since, due);
        }

        /** Whether it belongs to this person. */
        public boolean isOf(String userId) {
            return userId.equals(assignee);
        }
    }
}
