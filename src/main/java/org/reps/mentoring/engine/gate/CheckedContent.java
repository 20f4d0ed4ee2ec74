package org.reps.mentoring.engine.gate;

import static org.reps.mentoring.engine.gate.Asked.refuseIf;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableOrderProperty;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmmn.entity.repository.CaseDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionRequirementsDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.MovedBy;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.Reassignment;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What is in a command that somebody may give: values, dates, people and numbers that are theirs to name. The operator
 * may name any.
 */
final class CheckedContent {

    /** As many as Tasklist asks for. */
    private static final int MOST_RESULTS = 2000;

    private static final Set<Class<?>> DEFINITIONS = Set.of(
            ProcessDefinitionQueryImpl.class,
            DecisionDefinitionQueryImpl.class,
            DecisionRequirementsDefinitionQueryImpl.class,
            CaseDefinitionQueryImpl.class);

    private final Asked asked;
    private final String userId;
    private final CommandExecutor engine;
    private final ProcessEngineConfigurationImpl configuration;
    private final ObjectProvider<PartOfCase> partOfCase;

    /** @param engine to ask what else is needed, without passing the gate */
    CheckedContent(
            Asked asked,
            String userId,
            CommandExecutor engine,
            ProcessEngineConfigurationImpl configuration,
            ObjectProvider<PartOfCase> partOfCase) {
        this.asked = asked;
        this.userId = userId;
        this.engine = engine;
        this.configuration = configuration;
        this.partOfCase = partOfCase;
    }

    /**
     * @throws AuthorizationException where it is not for them
     * @throws Refusal where they ask for too much at once
     */
    void check() {
        var command = asked.command();
        for (var query : asked.queries()) {
            refuseIf(asksForValues(query), "Nothing can be looked up by what is written in it.");
        }
        if (asksForTooMuch()) {
            throw new Refusal("Please ask for at most 2,000 at once.");
        }
        if (command instanceof SubmitTaskFormCmd) {
            refuseIf(
                    Boolean.TRUE.equals(asked.field("returnVariables")),
                    "An answer is taken without giving anything back. Please leave out withVariablesInReturn.");
        } else if (command instanceof ClaimTaskCmd) {
            refuseIf(!userId.equals(asked.field("userId")), "A task can only be claimed for yourself.");
        } else if (command instanceof CheckPassword) {
            refuseIf(!userId.equals(asked.field("userId")), "Only your own password can be checked.");
        } else if (command instanceof SaveUserCmd) {
            checkOwnPasswordOnly((User) Objects.requireNonNull(asked.field("user")));
        } else if (command instanceof AssignTaskCmd) {
            var reassignment = new Reassignment(
                    Objects.requireNonNull(asked.text("taskId")), asked.text("userId"), partOfCase.getObject());
            var problem = engine.execute(reassignment);
            refuseIf(!problem.isEmpty(), problem);
        } else if (command instanceof SetJobRetriesCmd) {
            refuseTheEnginesOwn();
            refuseIf(
                    asked.field("jobId") == null || !Integer.valueOf(1).equals(asked.field("retries")),
                    "What failed can be retried once, one by one.");
        } else if (command instanceof RecalculateJobDuedateCmd) {
            refuseTheEnginesOwn();
            refuseWhatBeginsByItself();
            refuseWhatStays();
            refuseIf(!isTimer(asked.text("jobId")), "Only what waits for a time has a date.");
        } else if (command instanceof SetJobDuedateCmd) {
            refuseTheEnginesOwn();
            refuseWhatBeginsByItself();
            refuseWhatStays();
            refuseIf(asked.field("newDuedate") == null, "Please give a date.");
        }
    }

    private void refuseTheEnginesOwn() {
        refuseIf(isTheEnginesOwn(asked.text("jobId")), "Only the operator changes what the engine does for itself.");
    }

    /** Otherwise one of them could keep the programme from noticing anything, their own silence included. */
    private void refuseWhatBeginsByItself() {
        var job = job(asked.text("jobId"));
        refuseIf(
                job != null && job.getProcessInstanceId() == null,
                "When this begins is said by its diagram, and by nobody else. Only the operator can change it.");
    }

    private void refuseWhatStays() {
        refuseIf(
                engine.execute(new MovedBy(asked.text("jobId"))),
                "Somebody was told that they have until then, so only the operator can move this date.");
    }

    /** Whoever may not read a value could guess it by asking for everything that has it, or what comes first. */
    private static boolean asksForValues(AbstractQuery<?, ?> query) {
        return query.getOrderingProperties().stream().anyMatch(VariableOrderProperty.class::isInstance)
                || (query instanceof TaskQueryImpl tasks
                        && !tasks.getVariables().isEmpty())
                || (query instanceof HistoricTaskInstanceQueryImpl done
                        && !done.getVariables().isEmpty())
                || (query instanceof AbstractVariableQueryImpl<?, ?> others
                        && !others.getQueryVariableValues().isEmpty());
    }

    /**
     * The engine's own limit would also refuse to show Cockpit all versions of a definition, of which there are few.
     */
    private boolean asksForTooMuch() {
        if (asked.command() instanceof ExecuteFilterListPageCmd) {
            return MOST_RESULTS < (int) Objects.requireNonNull(asked.field("maxResults"));
        }
        return asked.command() instanceof AbstractQuery<?, ?> query
                && Boolean.TRUE.equals(asked.field("maxResultsLimitEnabled"))
                && String.valueOf(asked.field("resultType")).startsWith("LIST")
                && !DEFINITIONS.contains(query.getClass())
                && MOST_RESULTS < query.getMaxResults();
    }

    private boolean isTimer(@Nullable String jobId) {
        return configuration
                        .getManagementService()
                        .createJobQuery()
                        .jobId(jobId)
                        .timers()
                        .count()
                > 0;
    }

    /** The engine asks for no right to a job that belongs to no process, such as cleaning up the history. */
    private boolean isTheEnginesOwn(@Nullable String jobId) {
        var job = job(jobId);
        return job != null && job.getProcessDefinitionId() == null;
    }

    private @Nullable Job job(@Nullable String jobId) {
        return jobId == null
                ? null
                : configuration
                        .getManagementService()
                        .createJobQuery()
                        .jobId(jobId)
                        .singleResult();
    }

    private void checkOwnPasswordOnly(User user) {
        var kept = configuration
                .getIdentityService()
                .createUserQuery()
                .userId(userId)
                .singleResult();
        refuseIf(
                kept == null
                        || !userId.equals(user.getId())
                        || !Objects.equals(kept.getFirstName(), user.getFirstName())
                        || !Objects.equals(kept.getLastName(), user.getLastName())
                        || !Objects.equals(kept.getEmail(), user.getEmail()),
                "Only the operator changes names and addresses. Please ask a contact.");
    }
}
