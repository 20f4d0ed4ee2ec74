package org.reps.mentoring.engine.gate;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.beans.DirectFieldAccessor;

/**
 * The case in which somebody would act for the council with a command; empty where they would not. A task that the
 * diagram gives to the council is done for it; any other is somebody's own, who may well be part of the case.
 */
record CaseOf(Command<?> command) implements Command<String> {

    @Override
    public String execute(CommandContext context) {
        var caseId = context.runWithoutAuthorization(() -> caseId(context));
        return caseId == null ? "" : caseId;
    }

    private @Nullable String caseId(CommandContext context) {
        if (command instanceof AssignTaskCmd) {
            var task = task(context);
            return task == null ? null : task.getProcessInstanceId();
        }
        if (command instanceof ClaimTaskCmd
                || command instanceof SubmitTaskFormCmd
                || command instanceof GetTaskFormVariablesCmd) {
            var task = task(context);
            return task == null || !Rights.of(task, context).forCouncil() ? null : task.getProcessInstanceId();
        }
        if (command instanceof SetJobRetriesCmd
                || command instanceof SetJobDuedateCmd
                || command instanceof RecalculateJobDuedateCmd) {
            var job = job(context);
            return job == null ? null : job.getProcessInstanceId();
        }
        return null;
    }

    private @Nullable TaskEntity task(CommandContext context) {
        var id = command instanceof GetTaskFormVariablesCmd form ? form.resourceId : field("taskId");
        return id == null ? null : context.getTaskManager().findTaskById(id);
    }

    private @Nullable JobEntity job(CommandContext context) {
        var id = field("jobId");
        return id == null ? null : context.getJobManager().findJobById(id);
    }

    private @Nullable String field(String name) {
        return (String) new DirectFieldAccessor(command).getPropertyValue(name);
    }
}
