package org.reps.mentoring.engine.gate;

import static org.reps.mentoring.engine.gate.Asked.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.reps.mentoring.engine.BroughtUpToDate;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.forms.FormsForBrowsers;
import org.reps.mentoring.engine.grants.Revocations;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.protection.ProtectionCheck;
import org.reps.mentoring.engine.results.AsRead;
import org.reps.mentoring.engine.results.SeenNumbers;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.language.ReadersLanguage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

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
                    var asked = new Asked(command);
                    check(asked, person);
                    var reader = reader(person);
                    if (command instanceof SaveTaskCmd) {
                        reader.saveAsKept((TaskEntity) Objects.requireNonNull(asked.field("task")));
                    }
                    return command instanceof GetTaskFormVariablesCmd form
                            ? (T) reader.form(form.resourceId)
                            : reader.of(
                                    command,
                                    next.execute(OnlyWhatChanged.of(CheckedDeletion.of(command, protection))),
                                    AllowedCommands.resultOf(command.getClass()));
                }
            }
            return next.execute(command);
        }

        private AsRead reader(Authentication person) {
            var userId = person.getUserId();
            return new AsRead(next, forms, () -> languages.getObject().of(userId), userId, groupsOf(person));
        }

        private void check(Asked asked, Authentication person) {
            var command = asked.command();
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
            for (var query : asked.queries()) {
                refuseIf(!query.getExpressions().isEmpty(), "No expressions can be used in a query.");
            }
            if (isCouncil(groups)) {
                checkImpartiality(command, person.getUserId());
            }
            if (!operator) {
                refuseIf(
                        !isStaff(groups) && asksForGroupsOfAnother(command, person.getUserId()),
                        "You can only look up your own groups.");
                new CheckedContent(asked, person.getUserId(), next, configuration, partOfCase).check();
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

        private static boolean isCouncil(List<String> groups) {
            return groups.contains(Group.COUNCIL.id()) || groups.contains(Group.CONTACTS.id());
        }

        /** Before anything is asked, what is out of sight is brought up to date: it changes with the cases. */
        private void checkImpartiality(Command<?> command, String userId) {
            var outOfSight = new BroughtUpToDate(next).by(new Revocations(userId, partOfCase.getObject()));
            var caseId = next.execute(new CaseOf(command));
            refuseIf(
                    !caseId.isEmpty() && outOfSight.own().contains(caseId),
                    "You are part of this case, so somebody else of the council has to do this.");
        }

        private static boolean isStaff(List<String> groups) {
            return groups.contains(Group.COUNCIL.id()) || groups.contains(Group.ANALYSTS.id());
        }

        private static boolean asksForGroupsOfAnother(Command<?> command, String userId) {
            return command instanceof GroupQueryImpl groups
                    && groups.getUserId() != null
                    && !groups.getUserId().equals(userId);
        }
    }
}
