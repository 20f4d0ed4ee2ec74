package org.reps.mentoring.engine.links;

import java.time.Instant;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.forms.Form;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.springframework.stereotype.Component;

/** What whoever follows a link to a task finds there. */
@Component
public class LinkedTasks {

    private final TaskService tasks;
    private final FormService forms;
    private final HistoryService history;
    private final CurrentPerson person;

    LinkedTasks(TaskService tasks, FormService forms, HistoryService history, CurrentPerson person) {
        this.tasks = tasks;
        this.forms = forms;
        this.history = history;
        this.person = person;
    }

    /** What a task is to somebody. */
    public enum State {

        /** Theirs to answer. */
        MINE,

        /** Offered to them, and theirs with their answer. */
        OFFERED,

        /** Offered to them; it shows what was told in confidence, so it opens when they have taken it. */
        IN_CONFIDENCE,

        /** Offered to them, and somebody else has taken it. */
        TAKEN,

        /** They have done it. */
        DONE,

        /** It was theirs, and is not needed any more. */
        OVER,

        /** Anything else: another one's, unknown, or done by another one. */
        NOT_MINE
    }

    /**
     * What a link leads to.
     *
     * @param at when it was done or was over; null as long as it is not
     */
    public record LinkedTask(State state, @Nullable Instant at) {}

    /** What this task is to whoever is logged in; also of one that there has never been. */
    public LinkedTask forCurrentPerson(String taskId) {
        var me = person.id();
        // As themself: a right may be gone although the diagram has named them.
        var seen = tasks.createTaskQuery().taskId(taskId).count() > 0;
        return person.lookUp(() -> {
            var task = tasks.createTaskQuery().taskId(taskId).singleResult();
            return task == null ? ended(taskId, me) : new LinkedTask(seen ? waiting(task, me) : State.NOT_MINE, null);
        });
    }

    private State waiting(Task task, String me) {
        if (me.equals(task.getAssignee())) {
            return State.MINE;
        }
        if (tasks.createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateUser(me)
                        .includeAssignedTasks()
                        .count()
                == 0) {
            return State.NOT_MINE;
        }
        if (task.getAssignee() != null) {
            return State.TAKEN;
        }
        return showsWhatIsConfidential(task) ? State.IN_CONFIDENCE : State.OFFERED;
    }

    private boolean showsWhatIsConfidential(Task task) {
        return forms.getTaskFormData(task.getId()).getCamundaFormRef() != null
                && Form.read(forms.getDeployedTaskForm(task.getId()))
                        .opens(name -> tasks.getVariableTyped(task.getId(), name, false));
    }

    private LinkedTask ended(String taskId, String me) {
        var task = history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
        return task == null || task.getEndTime() == null || !me.equals(task.getAssignee())
                ? new LinkedTask(State.NOT_MINE, null)
                : new LinkedTask(
                        wasDone(task) ? State.DONE : State.OVER,
                        task.getEndTime().toInstant());
    }

    private static boolean wasDone(HistoricTaskInstance task) {
        return TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason());
    }
}
