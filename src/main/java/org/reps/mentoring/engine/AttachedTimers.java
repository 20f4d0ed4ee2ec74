package org.reps.mentoring.engine;

import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The timers that run while somebody has a task, as they are drawn at its edge. */
@Component
public class AttachedTimers {

    private final ManagementService management;
    private final RepositoryService repository;

    AttachedTimers(ManagementService management, RepositoryService repository) {
        this.management = management;
        this.repository = repository;
    }

    /** Those of this task for which it holds as they are drawn. */
    public List<Job> of(Task task, Predicate<BoundaryEvent> wanted) {
        return management.createJobQuery().timers().processInstanceId(task.getProcessInstanceId()).list().stream()
                .filter(timer -> timer.getExecutionId().equals(task.getExecutionId()))
                .filter(timer -> drawn(timer, task) instanceof BoundaryEvent drawn
                        && drawn.getAttachedTo().getId().equals(task.getTaskDefinitionKey())
                        && wanted.test(drawn))
                .toList();
    }

    private ModelElementInstance drawn(Job timer, Task task) {
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
    }
}
