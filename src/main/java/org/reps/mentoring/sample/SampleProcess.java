package org.reps.mentoring.sample;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.EngineClock;
import org.springframework.stereotype.Component;

/** Does for the sample people what they would do in Tasklist, with the same forms and checks, some days ago. */
@Component
class SampleProcess {

    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final IdentityService identities;
    private final ManagementService management;
    private final EngineClock clock;

    SampleProcess(
            FormService forms,
            TaskService tasks,
            RepositoryService repository,
            IdentityService identities,
            ManagementService management,
            EngineClock clock) {
        this.forms = forms;
        this.tasks = tasks;
        this.repository = repository;
        this.identities = identities;
        this.management = management;
        this.clock = clock;
    }

    /**
     * Lets everything until {@link #backToToday()} happen that many days ago. Only before the application serves
     * anybody.
     */
    void travelBack(int days) {
        clock.goBack(Duration.ofDays(days));
    }

    void backToToday() {
        clock.goOn();
    }

    void start(String process, String userId, Map<String, Object> answers) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        as(userId, () -> forms.submitStartForm(definition.getId(), answers));
    }

    /** Takes the task about this subject if it is nobody's, and completes it. */
    void complete(String activity, String subjectId, String userId, Map<String, Object> answers) {
        runJobs();
        complete(
                tasks.createTaskQuery()
                        .taskDefinitionKey(activity)
                        .processInstanceBusinessKey(subjectId)
                        .singleResult(),
                userId,
                answers);
    }

    /** Completes the person's own task, whatever it is about. */
    void completeTheirs(String activity, String userId, Map<String, Object> answers) {
        complete(
                tasks.createTaskQuery()
                        .taskDefinitionKey(activity)
                        .taskAssignee(userId)
                        .singleResult(),
                userId,
                answers);
    }

    private void complete(Task task, String userId, Map<String, Object> answers) {
        as(userId, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), userId);
            }
            forms.submitTaskForm(task.getId(), answers);
        });
    }

    private void as(String userId, Runnable action) {
        var groups = identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(userId, groups);
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
        runJobs();
    }

    /** All that was due by then; mails are left to the engine, which sends them when it is up. */
    private void runJobs() {
        Job job;
        while ((job = nextJob()) != null) {
            management.executeJob(job.getId());
        }
    }

    private @Nullable Job nextJob() {
        return management.createJobQuery().executable().list().stream()
                .filter(job -> job.getProcessInstanceId() != null
                        && !job.getProcessDefinitionKey().equals("send-mail"))
                .findFirst()
                .orElse(null);
    }
}
