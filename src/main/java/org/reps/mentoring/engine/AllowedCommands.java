package org.reps.mentoring.engine;

import java.util.Set;
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

/**
 * What {@link CommandGate} lets through, recorded from Tasklist and Cockpit in a browser; everything else is refused.
 */
final class AllowedCommands {

    /** What everybody needs to start, see, claim and complete what is theirs in Tasklist. */
    static final Set<Class<?>> PARTICIPANTS = Set.of(
            AuthorizationCheckCmd.class,
            // one's own profile and password
            CheckPassword.class,
            GetPasswordPolicyCmd.class,
            // a draft to compare a new password with; it is not kept
            CreateUserCmd.class,
            IsIdentityServiceReadOnlyCmd.class,
            SaveUserCmd.class,
            CreateUserQueryCmd.class,
            DbUserQueryImpl.class,
            CreateGroupQueryCmd.class,
            DbGroupQueryImpl.class,
            // there are none, which the engine has to find out itself to say so
            CreateTenantQueryCmd.class,
            DbTenantQueryImpl.class,
            // task lists
            FilterQueryImpl.class,
            GetFilterCmd.class,
            ExecuteFilterListPageCmd.class,
            ExecuteFilterCountCmd.class,
            TaskQueryImpl.class,
            // a task with its form, diagram and history
            GetIdentityLinksForTaskCmd.class,
            GetTaskFormCmd.class,
            GetFormKeyCmd.class,
            GetDeployedTaskFormCmd.class,
            GetTaskFormVariablesCmd.class,
            GetDeploymentProcessModelCmd.class,
            GetDeployedProcessDefinitionCmd.class,
            ProcessInstanceQueryImpl.class,
            HistoricTaskInstanceQueryImpl.class,
            UserOperationLogQueryImpl.class,
            ClaimTaskCmd.class,
            SubmitTaskFormCmd.class,
            // starting a process
            ProcessDefinitionQueryImpl.class,
            GetStartFormCmd.class,
            GetDeployedStartFormCmd.class,
            SubmitStartFormCmd.class);

    /** What the council and the analysts need on top, to read in Cockpit. */
    static final Set<Class<?>> STAFF = Set.of(
            ProcessDefinitionStatisticsQueryImpl.class,
            ActivityStatisticsQueryImpl.class,
            GetActivityInstanceCmd.class,
            GetStaticCalledProcessDefinitionCmd.class,
            VariableInstanceQueryImpl.class,
            IncidentQueryImpl.class,
            JobQueryImpl.class,
            JobDefinitionQueryImpl.class,
            GetJobExceptionStacktraceCmd.class,
            ExternalTaskQueryImpl.class,
            DeploymentQueryImpl.class,
            CaseDefinitionQueryImpl.class,
            DecisionDefinitionQueryImpl.class,
            DecisionRequirementsDefinitionQueryImpl.class,
            GetDeploymentDecisionDefinitionCmd.class,
            GetDeploymentDecisionModelCmd.class,
            HistoricDecisionInstanceQueryImpl.class,
            HistoricBatchQueryImpl.class,
            BatchStatisticsQueryImpl.class);

    /** What the council needs on top of that, to retry what failed, move a date and give a task to somebody else. */
    static final Set<Class<?>> COUNCIL =
            Set.of(SetJobRetriesCmd.class, SetJobDuedateCmd.class, RecalculateJobDuedateCmd.class, AssignTaskCmd.class);

    /**
     * What analysts need on top to deploy with Camunda Modeler, which otherwise only asks for the version and for
     * deployments.
     */
    static final Set<Class<?>> DEPLOYMENT = Set.of(DeployCmd.class);

    private AllowedCommands() {}
}
