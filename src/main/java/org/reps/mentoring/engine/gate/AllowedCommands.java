package org.reps.mentoring.engine.gate;

import static java.util.Map.entry;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.DeploymentQueryImpl;
import org.camunda.bpm.engine.impl.ExternalTaskQueryImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.JobDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.batch.BatchStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.batch.history.HistoricBatchQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.GetActivityInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFormKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetJobExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetPasswordPolicyCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStaticCalledProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmmn.entity.repository.CaseDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionModelCmd;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionRequirementsDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.filter.FilterQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.CalledProcessDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionRequirementsDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.reps.mentoring.engine.results.SeenNumbers;

/**
 * What {@link CommandGate} lets through, recorded from Tasklist and Cockpit in a browser, and what may come back from
 * it: {@link Void} for nothing at all, otherwise the kind of what is handed out, alone or in a list. Everything else is
 * refused.
 */
final class AllowedCommands {

    /** What everybody needs to start, see, claim and complete what is theirs in Tasklist. */
    static final Map<Class<?>, Class<?>> PARTICIPANTS = Map.ofEntries(
            entry(AuthorizationCheckCmd.class, Boolean.class),
            // one's own profile and password
            entry(CheckPassword.class, Boolean.class),
            entry(GetPasswordPolicyCmd.class, PasswordPolicy.class),
            // a draft to compare a new password with; it is not kept
            entry(CreateUserCmd.class, User.class),
            entry(IsIdentityServiceReadOnlyCmd.class, Boolean.class),
            entry(SaveUserCmd.class, Void.class),
            entry(CreateUserQueryCmd.class, UserQuery.class),
            entry(DbUserQueryImpl.class, User.class),
            entry(CreateGroupQueryCmd.class, GroupQuery.class),
            entry(DbGroupQueryImpl.class, org.camunda.bpm.engine.identity.Group.class),
            // there are none, which the engine has to find out itself to say so
            entry(CreateTenantQueryCmd.class, TenantQuery.class),
            entry(DbTenantQueryImpl.class, Tenant.class),
            // task lists
            entry(FilterQueryImpl.class, Filter.class),
            entry(GetFilterCmd.class, Filter.class),
            entry(ExecuteFilterListPageCmd.class, Task.class),
            entry(ExecuteFilterCountCmd.class, Long.class),
            entry(TaskQueryImpl.class, Task.class),
            // a task with its form, diagram and history
            entry(GetIdentityLinksForTaskCmd.class, IdentityLink.class),
            entry(GetTaskFormCmd.class, TaskFormData.class),
            entry(GetFormKeyCmd.class, String.class),
            entry(GetDeployedTaskFormCmd.class, InputStream.class),
            entry(GetTaskFormVariablesCmd.class, VariableMap.class),
            entry(GetDeploymentProcessModelCmd.class, InputStream.class),
            entry(GetDeployedProcessDefinitionCmd.class, ProcessDefinition.class),
            entry(ProcessInstanceQueryImpl.class, ProcessInstance.class),
            entry(HistoricTaskInstanceQueryImpl.class, HistoricTaskInstance.class),
            entry(UserOperationLogQueryImpl.class, UserOperationLogEntry.class),
            entry(ClaimTaskCmd.class, Void.class),
            entry(SubmitTaskFormCmd.class, Void.class),
            // starting a process
            entry(ProcessDefinitionQueryImpl.class, ProcessDefinition.class),
            entry(GetStartFormCmd.class, StartFormData.class),
            entry(GetDeployedStartFormCmd.class, InputStream.class),
            entry(SubmitStartFormCmd.class, ProcessInstance.class));

    /** What the council and the analysts need on top, to read in Cockpit. */
    static final Map<Class<?>, Class<?>> STAFF = Map.ofEntries(
            entry(ProcessDefinitionStatisticsQueryImpl.class, ProcessDefinitionStatistics.class),
            // Cockpit's own list of processes, which is changed and not handed out
            entry(SeenNumbers.class, Void.class),
            entry(ActivityStatisticsQueryImpl.class, ActivityStatistics.class),
            entry(GetActivityInstanceCmd.class, ActivityInstance.class),
            entry(GetStaticCalledProcessDefinitionCmd.class, CalledProcessDefinition.class),
            entry(VariableInstanceQueryImpl.class, Void.class),
            entry(IncidentQueryImpl.class, Incident.class),
            entry(JobQueryImpl.class, Job.class),
            entry(JobDefinitionQueryImpl.class, JobDefinition.class),
            entry(GetJobExceptionStacktraceCmd.class, String.class),
            entry(ExternalTaskQueryImpl.class, Void.class),
            entry(DeploymentQueryImpl.class, Deployment.class),
            entry(CaseDefinitionQueryImpl.class, Void.class),
            entry(DecisionDefinitionQueryImpl.class, DecisionDefinition.class),
            entry(DecisionRequirementsDefinitionQueryImpl.class, DecisionRequirementsDefinition.class),
            entry(GetDeploymentDecisionDefinitionCmd.class, DecisionDefinition.class),
            entry(GetDeploymentDecisionModelCmd.class, InputStream.class),
            entry(HistoricDecisionInstanceQueryImpl.class, Void.class),
            entry(HistoricBatchQueryImpl.class, Void.class),
            entry(BatchStatisticsQueryImpl.class, Void.class));

    /** What the council needs on top of that, to retry what failed, move a date and give a task to somebody else. */
    static final Map<Class<?>, Class<?>> COUNCIL = Map.ofEntries(
            entry(SetJobRetriesCmd.class, Void.class),
            entry(SetJobDuedateCmd.class, Void.class),
            entry(RecalculateJobDuedateCmd.class, Void.class),
            entry(AssignTaskCmd.class, Void.class));

    /**
     * What analysts need on top to deploy with Camunda Modeler, which otherwise only asks for the version and for
     * deployments.
     */
    static final Map<Class<?>, Class<?>> DEPLOYMENT =
            Map.ofEntries(entry(DeployCmd.class, DeploymentWithDefinitions.class));

    private static final List<Map<Class<?>, Class<?>>> ALL = List.of(PARTICIPANTS, STAFF, COUNCIL, DEPLOYMENT);

    private AllowedCommands() {}

    /** @return the kind of what may come back; {@link Void} also for what is not allowed */
    static Class<?> resultOf(Class<?> command) {
        return ALL.stream()
                .filter(allowed -> allowed.containsKey(command))
                .findFirst()
                .<Class<?>>map(allowed -> allowed.get(command))
                .orElse(Void.class);
    }
}
