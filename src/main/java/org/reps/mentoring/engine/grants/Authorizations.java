package org.reps.mentoring.engine.grants;

import static java.util.stream.Collectors.toMap;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.rights.Rights;
import org.reps.mentoring.engine.rights.TaskRights;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups of the programme and the least each of them needs. What they may start and see is said by the diagrams in
 * force ({@link ProcessRights}); it is granted at every start, and with whatever is deployed or deleted. Tasks are
 * granted by the engine itself to those who are assigned or could take them; nobody sees variables of a case beyond
 * their own tasks.
 */
@Component
@Order(EngineStart.AUTHORIZATIONS)
public class Authorizations extends AbstractProcessEnginePlugin {

    /**
     * Of cases that it sees. The last is for the dates of jobs; of all that it would allow, the gate lets nothing else
     * through.
     */
    private static final Set<Permission> OF_THE_COUNCIL = Set.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.TASK_ASSIGN,
            ProcessDefinitionPermissions.RETRY_JOB,
            ProcessDefinitionPermissions.UPDATE_INSTANCE);

    /** Who reads decision tables; they are no secret, but of use in Cockpit only. */
    private static final Set<Group> IN_COCKPIT = Set.of(Group.COUNCIL, Group.ANALYSTS);

    /** What brings other diagrams into force. */
    private static final Set<Class<?>> CHANGES = Set.of(
            DeployCmd.class,
            DeleteDeploymentCmd.class,
            DeleteProcessDefinitionsByIdsCmd.class,
            DeleteProcessDefinitionsByKeyCmd.class);

    private final boolean deploymentByAnalysts;

    Authorizations(@Value("${mentoring.deployment-by-analysts}") boolean deploymentByAnalysts) {
        this.deploymentByAnalysts = deploymentByAnalysts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        CommandInterceptor noticing = new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                var result = next.execute(command);
                if (CHANGES.contains(command.getClass())) {
                    changed(Context.getCommandContext());
                }
                return result;
            }
        };
        configuration.setCustomPostCommandInterceptorsTxRequired(
                EngineStart.and(configuration.getCustomPostCommandInterceptorsTxRequired(), noticing));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        for (var group : Group.values()) {
            create(group, engine.getIdentityService());
        }
        var authorizations = engine.getAuthorizationService();
        for (var group : Set.of(Group.REPS, Group.COUNCIL)) {
            grant(authorizations, group, Resources.APPLICATION, "tasklist", Set.of(Permissions.ACCESS));
        }
        for (var group : IN_COCKPIT) {
            grant(authorizations, group, Resources.APPLICATION, "cockpit", Set.of(Permissions.ACCESS));
        }
        grant(
                authorizations,
                Group.ANALYSTS,
                Resources.DEPLOYMENT,
                "*",
                deploymentByAnalysts ? Set.of(Permissions.CREATE) : Set.of());
        bringUpToDate((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    }

    /**
     * Other diagrams will be in force: before this transaction is over, what they say is granted, and what they do not
     * say any more is taken away.
     */
    public static void changed(CommandContext context) {
        var configuration = context.getProcessEngineConfiguration();
        context.getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTING, committing -> bringUpToDate(configuration));
    }

    private static void bringUpToDate(ProcessEngineConfigurationImpl configuration) {
        Rights.asNobody(
                configuration.getIdentityService(),
                () -> configuration.getCommandExecutorTxRequired().execute(context -> {
                    var said = Rights.inForce(context);
                    grant(said, configuration);
                    TasklistFilters.shareCouncilQueue(
                            configuration.getProcessEngine(), Rights.tasks(said.values(), TaskRights::forCouncil));
                    return said.size();
                }));
    }

    private static void grant(Map<String, ProcessRights> said, ProcessEngineConfigurationImpl configuration) {
        var authorizations = configuration.getAuthorizationService();
        for (var group : Group.values()) {
            var processes = new HashMap<String, Set<Permission>>();
            said.forEach((process, rights) -> processes.put(process, permissions(rights, group)));
            grant(authorizations, group, Resources.PROCESS_DEFINITION, processes);
            takeAwayOthers(authorizations, group, Resources.PROCESS_DEFINITION, processes.keySet());
            var starts =
                    said.values().stream().anyMatch(rights -> rights.starters().contains(group));
            grant(
                    authorizations,
                    group,
                    Resources.PROCESS_INSTANCE,
                    "*",
                    starts ? Set.of(Permissions.CREATE) : Set.of());
        }
        var decisions =
                configuration.getRepositoryService().createDecisionDefinitionQuery().latestVersion().list().stream()
                        .collect(toMap(DecisionDefinition::getKey, decision -> Set.<Permission>of(Permissions.READ)));
        for (var group : IN_COCKPIT) {
            grant(authorizations, group, Resources.DECISION_DEFINITION, decisions);
            takeAwayOthers(authorizations, group, Resources.DECISION_DEFINITION, decisions.keySet());
        }
    }

    /** Of what is gone; whatever comes next under its name gets its own. */
    private static void takeAwayOthers(
            AuthorizationService authorizations, Group group, Resource resource, Set<String> resourceIds) {
        granted(authorizations, group, resource).list().stream()
                .filter(grant -> !grant.getResourceId().equals(Authorization.ANY)
                        && !resourceIds.contains(grant.getResourceId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    private static AuthorizationQuery granted(AuthorizationService authorizations, Group group, Resource resource) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group.id())
                .resourceType(resource);
    }

    private static Set<Permission> permissions(ProcessRights rights, Group group) {
        var permissions = new HashSet<Permission>();
        if (rights.starters().contains(group)) {
            permissions.addAll(Set.of(Permissions.READ, Permissions.CREATE_INSTANCE));
        }
        if (rights.seenByCouncil() && group == Group.COUNCIL) {
            permissions.addAll(OF_THE_COUNCIL);
        }
        if (rights.knownTo().contains(group) || (rights.seenByCouncil() && group == Group.ANALYSTS)) {
            permissions.add(Permissions.READ);
        }
        return permissions;
    }

    private static void create(Group group, IdentityService identities) {
        if (identities.createGroupQuery().groupId(group.id()).count() == 0) {
            var created = identities.newGroup(group.id());
            created.setName(group.title());
            created.setType("PROGRAMME");
            identities.saveGroup(created);
        }
    }

    /** Grants exactly these permissions, taking away what was granted before and is not among them. */
    static void grant(
            AuthorizationService authorizations,
            Group group,
            Resource resource,
            String resourceId,
            Set<Permission> permissions) {
        grant(authorizations, group, resource, Map.of(resourceId, permissions));
    }

    private static void grant(
            AuthorizationService authorizations,
            Group group,
            Resource resource,
            Map<String, Set<Permission>> permissions) {
        var query = granted(authorizations, group, resource);
        if (permissions.size() == 1) {
            query.resourceId(permissions.keySet().iterator().next());
        }
        var granted = query.list().stream().collect(toMap(Authorization::getResourceId, grant -> grant));
        permissions.forEach((id, wanted) -> {
            var grant = granted.get(id);
            if (wanted.isEmpty()) {
                if (grant != null) {
                    authorizations.deleteAuthorization(grant.getId());
                }
                return;
            }
            if (grant == null) {
                grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
                grant.setGroupId(group.id());
                grant.setResource(resource);
                grant.setResourceId(id);
            }
            var before = ((AuthorizationEntity) grant).getPermissions();
            grant.setPermissions(wanted.toArray(Permission[]::new));
            if (before != ((AuthorizationEntity) grant).getPermissions() || grant.getId() == null) {
                authorizations.saveAuthorization(grant);
            }
        });
    }
}
