package org.reps.mentoring.engine.gate;

import static java.util.stream.Collectors.toSet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableOrderProperty;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractGetDeployedFormCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmmn.entity.repository.CaseDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionRequirementsDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.MovedBy;
import org.reps.mentoring.engine.forms.FormsForBrowsers;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.protection.ProtectionCheck;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.Reassignment;
import org.reps.mentoring.engine.rights.Revocations;
import org.reps.mentoring.engine.shown.Shown;
import org.reps.mentoring.language.FormTexts;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets people do nothing but what Tasklist and Cockpit need for them, whatever address they ask under: every call to
 * the engine is a command and passes here before anything is done.
 *
 * <p>Calls without a person (jobs, start-up) and calls that a command makes itself are not looked at. The operator may
 * do everything except what nobody may: put an expression into a query, which the engine would run as code, and deploy
 * something where that comes with a release only.
 */
@Component
class CommandGate extends AbstractProcessEnginePlugin {

    private final boolean deploymentByAnalysts;
    private final ProtectionCheck protection;
    private final FormsForBrowsers forms;
    private final ObjectProvider<ReadersLanguage> languages;
    private final ObjectProvider<PartOfCase> partOfCase;

    /**
     * @param languages there, as {@code partOfCase} is, as soon as somebody can log in, which is after the engine was
     *     built
     */
    CommandGate(
            @Value("${mentoring.deployment-by-analysts}") boolean deploymentByAnalysts,
            ProtectionCheck protection,
            FormsForBrowsers forms,
            ObjectProvider<ReadersLanguage> languages,
            ObjectProvider<PartOfCase> partOfCase) {
        this.deploymentByAnalysts = deploymentByAnalysts;
        this.protection = protection;
        this.forms = forms;
        this.languages = languages;
        this.partOfCase = partOfCase;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // One for each chain: an interceptor knows the one that comes after it.
        configuration.setCustomPreCommandInterceptorsTxRequired(
                EngineStart.and(configuration.getCustomPreCommandInterceptorsTxRequired(), gate(configuration)));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                EngineStart.and(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), gate(configuration)));
    }

    private Gate gate(ProcessEngineConfigurationImpl configuration) {
        return new Gate(configuration, deploymentByAnalysts, protection, forms, languages, partOfCase);
    }

    private static final class Gate extends CommandInterceptor {

        /** As many as Tasklist asks for. */
        private static final int MOST_RESULTS = 2000;

        private static final int MOST_TRIES = 5;

        private static final Logger LOG = LoggerFactory.getLogger(CommandGate.class);

        private static final Set<Class<?>> DEFINITIONS = Set.of(
                ProcessDefinitionQueryImpl.class,
                DecisionDefinitionQueryImpl.class,
                DecisionRequirementsDefinitionQueryImpl.class,
                CaseDefinitionQueryImpl.class);

        /** {@link ProtectionCheck} would not see them. */
        private static final Set<Class<?>> HISTORIES = Set.of(
                UpdateProcessDefinitionHistoryTimeToLiveCmd.class, UpdateDecisionDefinitionHistoryTimeToLiveCmd.class);

        /** Whoever is added to those who can take a task reads what is told in it in confidence. */
        private static final Set<Class<?>> CANDIDATES = Set.of(
                AddUserIdentityLinkCmd.class,
                AddGroupIdentityLinkCmd.class,
                DeleteUserIdentityLinkCmd.class,
                DeleteGroupIdentityLinkCmd.class);

        private final ProcessEngineConfigurationImpl configuration;
        private final boolean deploymentByAnalysts;
        private final ProtectionCheck protection;
        private final FormsForBrowsers forms;
        private final ObjectProvider<ReadersLanguage> languages;
        private final ObjectProvider<PartOfCase> partOfCase;

        Gate(
                ProcessEngineConfigurationImpl configuration,
                boolean deploymentByAnalysts,
                ProtectionCheck protection,
                FormsForBrowsers forms,
                ObjectProvider<ReadersLanguage> languages,
                ObjectProvider<PartOfCase> partOfCase) {
            this.configuration = configuration;
            this.deploymentByAnalysts = deploymentByAnalysts;
            this.protection = protection;
            this.forms = forms;
            this.languages = languages;
            this.partOfCase = partOfCase;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // The engine's own may come back with nothing, too.
        public <T> T execute(Command<T> command) {
            if (Context.getCommandContext() == null) {
                var person = configuration.getIdentityService().getCurrentAuthentication();
                if (person != null && person.getUserId() != null) {
                    check(command, person);
                    if (command instanceof SaveTaskCmd) {
                        saveAsKept((TaskEntity) Objects.requireNonNull(field(command, "task")), person.getUserId());
                    }
                    return command instanceof GetTaskFormVariablesCmd form
                            ? (T) shownBy(form.resourceId, person.getUserId())
                            : result(command, person);
                }
            }
            return next.execute(command);
        }

        private void saveAsKept(TaskEntity saved, String userId) {
            var id = saved.getId();
            var kept = id == null
                    ? null
                    : next.execute(context -> context.runWithoutAuthorization(
                            () -> context.getTaskManager().findTaskById(id)));
            if (kept != null) {
                InTheirLanguage.asKept(saved, kept, languages.getObject().of(userId));
            }
        }

        /** A form gets what it shows and nothing else, and as text: nothing is made of it for a person. */
        private VariableMap shownBy(String taskId, String userId) {
            var shown = Shown.by(next.execute(new GetDeployedTaskFormCmd(taskId)));
            var values = new GetTaskFormVariablesCmd(taskId, shown.variables(), false);
            // First, because whoever may not read them must not have anything written either.
            var before = next.execute(values);
            var all = shown.of(isMadeAnew(new FreshLists(taskId, shown.lists())) ? next.execute(values) : before);
            if (shown.variables().contains(Shown.HOW_TO_REACH)) {
                all.putValue(
                        Shown.HOW_TO_REACH,
                        Translations.OF_ANSWERS.in(languages.getObject().of(userId), readNow(taskId)));
            }
            return all;
        }

        private String readNow(String taskId) {
            try {
                return next.execute(new ReadNow(taskId));
            } catch (RuntimeException e) {
                LOG.warn("A form does not say how somebody can be reached: it cannot be found out", e);
                return "";
            }
        }

        private boolean isMadeAnew(FreshLists lists) {
            try {
                return brought(lists);
            } catch (RuntimeException e) {
                LOG.warn("A form shows its lists as they were when its task began: they cannot be made anew", e);
                return false;
            }
        }

        @SuppressWarnings("unchecked")
        private <T> @Nullable T result(Command<T> command, Authentication person) {
            var result = next.execute(CheckedDeletion.of(command, protection));
            if (command instanceof ProcessDefinitionStatisticsQueryImpl && result instanceof List<?> list) {
                result = (T) next.execute(
                        new SeenNumbers(list, Boolean.TRUE.equals(field(command, "includeRootIncidents"))));
            }
            var handedOut = groupsOf(person).contains(Groups.CAMUNDA_ADMIN) ? result : Results.judged(command, result);
            if (command instanceof AbstractGetDeployedFormCmd && handedOut instanceof InputStream form) {
                var language = languages.getObject().of(person.getUserId());
                // Its own texts before they are drawn up, and then the options that stand in no form.
                return (T)
                        FormTexts.in(language, forms.in(FormTexts.in(language, form), groupsNow(person.getUserId())));
            }
            if (command instanceof GetDeploymentProcessModelCmd && handedOut instanceof InputStream diagram) {
                return isAnalystOrOperator(groupsOf(person))
                        ? handedOut
                        : (T) PlainNames.in(diagram, languages.getObject().of(person.getUserId()));
            }
            return InTheirLanguage.isSpokenIn(handedOut)
                    ? (T) InTheirLanguage.said(handedOut, languages.getObject().of(person.getUserId()))
                    : handedOut;
        }

        /** What was known at the login may have changed: whoever has just become a mentor is asked as one. */
        private Set<String> groupsNow(String userId) {
            return next.execute(context -> context.runWithoutAuthorization(() ->
                    context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(userId).list().stream()
                            .map(group -> group.getId())
                            .collect(toSet())));
        }

        private void check(Command<?> command, Authentication person) {
            var groups = groupsOf(person);
            var operator = groups.contains(Groups.CAMUNDA_ADMIN);
            refuseIf(!operator && !isAllowed(command, groups), "This is not part of what you can do here.");
            refuseIf(
                    command instanceof DeployCmd && !deploymentByAnalysts,
                    "Diagrams and forms come with a release of the application here. Please bring yours into the next one.");
            refuseIf(
                    HISTORIES.contains(command.getClass()),
                    "How long a history is kept is said in the diagram or decision. Please deploy another version.");
            refuseIf(
                    CANDIDATES.contains(command.getClass()),
                    "Who can take a task is said by its diagram. Please give the task to somebody instead.");
            for (var query : queriesIn(command)) {
                refuseIf(!query.getExpressions().isEmpty(), "No expressions can be used in a query.");
            }
            if (isCouncil(groups)) {
                checkImpartiality(command, person.getUserId());
            }
            if (!operator) {
                refuseIf(
                        !isStaff(groups) && asksForGroupsOfAnother(command, person.getUserId()),
                        "You can only look up your own groups.");
                checkContent(command, person.getUserId());
                if (command instanceof ActivityStatisticsQueryImpl numbers) {
                    var process =
                            configuration.getRepositoryService().getProcessDefinition(numbers.getProcessDefinitionId());
                    refuseIf(
                            !SeenNumbers.maySeeCases(configuration, process.getKey()),
                            "The cases of this process are not for everybody.");
                }
            }
        }

        private static List<String> groupsOf(Authentication person) {
            return person.getGroupIds() == null ? List.of() : person.getGroupIds();
        }

        private boolean isAllowed(Command<?> command, List<String> groups) {
            var council = groups.contains(Group.COUNCIL.id());
            var analyst = groups.contains(Group.ANALYSTS.id());
            var type = command.getClass();
            return AllowedCommands.PARTICIPANTS.containsKey(type)
                    || ((council || analyst) && AllowedCommands.STAFF.containsKey(type))
                    || (council && AllowedCommands.COUNCIL.containsKey(type))
                    || (analyst && deploymentByAnalysts && AllowedCommands.DEPLOYMENT.containsKey(type));
        }

        /** They may take a diagram from here to change it. */
        private static boolean isAnalystOrOperator(List<String> groups) {
            return groups.contains(Group.ANALYSTS.id()) || groups.contains(Groups.CAMUNDA_ADMIN);
        }

        private static boolean isCouncil(List<String> groups) {
            return groups.contains(Group.COUNCIL.id()) || groups.contains(Group.CONTACTS.id());
        }

        /** Before anything is asked, what is out of sight is brought up to date: it changes with the cases. */
        private void checkImpartiality(Command<?> command, String userId) {
            var outOfSight = brought(new Revocations(userId, partOfCase.getObject()));
            var caseId = next.execute(new CaseOf(command));
            refuseIf(
                    !caseId.isEmpty() && outOfSight.own().contains(caseId),
                    "You are part of this case, so somebody else of the council has to do this.");
        }

        /**
         * Several requests of the same page, or of another node, may find the same to be brought up to date. Inside a
         * transaction that somebody else has begun there is no second try: after a failure nothing more is done in it.
         */
        private <T> T brought(Command<T> upToDate) {
            if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
                // H2 would write all the same, and nobody would find out before it is PostgreSQL.
                throw new IllegalStateException("Nothing can be brought up to date in a transaction that only reads."
                        + " Ask the engine before it begins.");
            }
            for (var tries = 1; ; tries++) {
                try {
                    return next.execute(upToDate);
                } catch (ProcessEngineException othersWereFaster) {
                    if (tries == MOST_TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                        throw othersWereFaster;
                    }
                }
            }
        }

        private static boolean isStaff(List<String> groups) {
            return groups.contains(Group.COUNCIL.id()) || groups.contains(Group.ANALYSTS.id());
        }

        private void refuseTheEnginesOwn(Command<?> command) {
            refuseIf(
                    isTheEnginesOwn((String) field(command, "jobId")),
                    "Only the operator changes what the engine does for itself.");
        }

        /** Otherwise one of them could keep the programme from noticing anything, their own silence included. */
        private void refuseWhatBeginsByItself(Command<?> command) {
            var job = job((String) field(command, "jobId"));
            refuseIf(
                    job != null && job.getProcessInstanceId() == null,
                    "When this begins is said by its diagram, and by nobody else. Only the operator can change it.");
        }

        private void refuseWhatStays(Command<?> command) {
            refuseIf(
                    next.execute(new MovedBy((String) field(command, "jobId"))),
                    "Somebody was told that they have until then, so only the operator can move this date.");
        }

        private void checkContent(Command<?> command, String userId) {
            for (var query : queriesIn(command)) {
                refuseIf(asksForValues(query), "Nothing can be looked up by what is written in it.");
            }
            if (asksForTooMuch(command)) {
                throw new Refusal("Please ask for at most 2,000 at once.");
            }
            if (command instanceof SubmitTaskFormCmd) {
                refuseIf(
                        Boolean.TRUE.equals(field(command, "returnVariables")),
                        "An answer is taken without giving anything back. Please leave out withVariablesInReturn.");
            } else if (command instanceof ClaimTaskCmd) {
                refuseIf(!userId.equals(field(command, "userId")), "A task can only be claimed for yourself.");
            } else if (command instanceof CheckPassword) {
                refuseIf(!userId.equals(field(command, "userId")), "Only your own password can be checked.");
            } else if (command instanceof SaveUserCmd) {
                checkOwnPasswordOnly((User) Objects.requireNonNull(field(command, "user")), userId);
            } else if (command instanceof AssignTaskCmd) {
                var reassignment = new Reassignment(
                        Objects.requireNonNull((String) field(command, "taskId")),
                        (String) field(command, "userId"),
                        partOfCase.getObject());
                var problem = next.execute(reassignment);
                refuseIf(!problem.isEmpty(), problem);
            } else if (command instanceof SetJobRetriesCmd) {
                refuseTheEnginesOwn(command);
                refuseIf(
                        field(command, "jobId") == null || !Integer.valueOf(1).equals(field(command, "retries")),
                        "What failed can be retried once, one by one.");
            } else if (command instanceof RecalculateJobDuedateCmd) {
                refuseTheEnginesOwn(command);
                refuseWhatBeginsByItself(command);
                refuseWhatStays(command);
                refuseIf(!isTimer((String) field(command, "jobId")), "Only what waits for a time has a date.");
            } else if (command instanceof SetJobDuedateCmd) {
                refuseTheEnginesOwn(command);
                refuseWhatBeginsByItself(command);
                refuseWhatStays(command);
                refuseIf(field(command, "newDuedate") == null, "Please give a date.");
            }
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

        private static boolean asksForGroupsOfAnother(Command<?> command, String userId) {
            return command instanceof GroupQueryImpl groups
                    && groups.getUserId() != null
                    && !groups.getUserId().equals(userId);
        }

        /**
         * The engine's own limit would also refuse to show Cockpit all versions of a definition, of which there are
         * few.
         */
        private static boolean asksForTooMuch(Command<?> command) {
            if (command instanceof ExecuteFilterListPageCmd) {
                return MOST_RESULTS < (int) Objects.requireNonNull(field(command, "maxResults"));
            }
            return command instanceof AbstractQuery<?, ?> query
                    && Boolean.TRUE.equals(field(query, "maxResultsLimitEnabled"))
                    && String.valueOf(field(query, "resultType")).startsWith("LIST")
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

        private void checkOwnPasswordOnly(User user, String userId) {
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

        /** The query that is asked, and all queries inside it. */
        private static List<AbstractQuery<?, ?>> queriesIn(Command<?> command) {
            var queries = new ArrayList<AbstractQuery<?, ?>>();
            if (command instanceof AbstractQuery<?, ?> query) {
                collect(query, queries);
            } else if (command instanceof AbstractExecuteFilterCmd
                    && field(command, "extendingQuery") instanceof AbstractQuery<?, ?> query) {
                collect(query, queries);
            }
            return queries;
        }

        private static void collect(AbstractQuery<?, ?> query, List<AbstractQuery<?, ?>> queries) {
            queries.add(query);
            var accessor = new DirectFieldAccessor(query);
            if (accessor.isReadableProperty("queries")
                    && accessor.getPropertyValue("queries") instanceof List<?> inner) {
                inner.stream()
                        .filter(other -> other != query)
                        .forEach(other -> collect((AbstractQuery<?, ?>) other, queries));
            }
        }

        private static @Nullable Object field(Object command, String name) {
            return new DirectFieldAccessor(command).getPropertyValue(name);
        }

        private static void refuseIf(boolean wrong, String reason) {
            if (wrong) {
                throw new AuthorizationException(reason);
            }
        }
    }
}
