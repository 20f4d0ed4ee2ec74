package org.reps.mentoring.engine.rights;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.people.Group;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups of the programme and the least each of them needs, set at every start. Tasks are granted by the engine
 * itself to those who are assigned or could take them; nobody sees variables of a case beyond their own tasks.
 */
@Component
@Order(EngineStart.AUTHORIZATIONS)
public class Authorizations extends AbstractProcessEnginePlugin {

    /**
     * What the council sees in Cockpit. Confidential processes are not among them, and neither is mentor-change: a
     * mentor in the council must not find out there that somebody would like another mentor. Of that process they see
     * the diagram, and those cases that {@link PlacementGrants} shows them.
     */
    public static final Set<String> OPEN_PROCESSES = Set.of(
            "rep-onboarding",
            "mentor-matching",
            "coaching-training",
            "yearly-check-in",
            "mentor-inactivity",
            "mentor-resignation",
            "mentor-absence",
            "programme-update",
            "daily-round",
            "send-mail");

    /** The decision tables that council and analysts read in Cockpit. */
    private static final Set<String> DECISIONS = Set.of("mentor-suggestion", "mentor-change-route");

    /** What a group may start, by process. */
    private static final Map<Group, Set<String>> STARTS = Map.of(
            Group.REPS,
                    Set.of("rep-onboarding", "coaching-training", "mentor-change", "raise-concern", "mail-settings"),
            Group.MENTORS, Set.of("mentor-resignation", "mentor-absence"),
            Group.CONTACTS, Set.of("rep-onboarding", "mentor-change", "mentor-inactivity"),
            Group.COUNCIL, Set.of("raise-concern", "programme-update", "mail-settings"));

    /**
     * Processes that reps and mentors have tasks in without starting them: their names and diagrams stand beside these
     * tasks.
     */
    private static final Set<String> KNOWN_TO_REPS = Set.of(
            "mentor-matching",
            "yearly-check-in",
            "yearly-feedback",
            "mentor-inactivity",
            "mentor-resignation",
            "programme-update");

    private final boolean deploymentByAnalysts;

    Authorizations(@Value("${mentoring.deployment-by-analysts}") boolean deploymentByAnalysts) {
        this.deploymentByAnalysts = deploymentByAnalysts;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var authorizations = engine.getAuthorizationService();
        for (var group : Group.values()) {
            create(group, engine.getIdentityService());
        }
        for (var group : Set.of(Group.REPS, Group.COUNCIL)) {
            grant(authorizations, group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        }
        STARTS.forEach((group, processes) -> {
            grant(authorizations, group, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
            for (var process : processes) {
                grant(
                        authorizations,
                        group,
                        Resources.PROCESS_DEFINITION,
                        process,
                        Permissions.READ,
                        Permissions.CREATE_INSTANCE);
            }
        });
        for (var process : KNOWN_TO_REPS) {
            grant(authorizations, Group.REPS, Resources.PROCESS_DEFINITION, process, Permissions.READ);
        }
        grant(authorizations, Group.COUNCIL, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(authorizations, Group.COUNCIL, Resources.PROCESS_DEFINITION, "mentor-change", Permissions.READ);
        grant(authorizations, Group.ANALYSTS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        for (var process : OPEN_PROCESSES) {
            grant(authorizations, Group.COUNCIL, Resources.PROCESS_DEFINITION, process, ofTheCouncil(process));
            grant(
                    authorizations,
                    Group.ANALYSTS,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ);
        }
        for (var group : Set.of(Group.COUNCIL, Group.ANALYSTS)) {
            for (var decision : DECISIONS) {
                grant(authorizations, group, Resources.DECISION_DEFINITION, decision, Permissions.READ);
            }
        }
        grant(
                authorizations,
                Group.ANALYSTS,
                Resources.DEPLOYMENT,
                "*",
                deploymentByAnalysts ? new Permission[] {Permissions.CREATE} : new Permission[0]);
    }

    /** In a process that it sees. A group has one grant for each process, so what it may start stands there too. */
    private static Permission[] ofTheCouncil(String process) {
        var permissions = new ArrayList<Permission>(List.of(
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.TASK_ASSIGN,
                ProcessDefinitionPermissions.RETRY_JOB,
                // The dates of jobs; of all that this would allow, CommandGate lets nothing else through.
                ProcessDefinitionPermissions.UPDATE_INSTANCE));
        if (STARTS.getOrDefault(Group.COUNCIL, Set.of()).contains(process)) {
            permissions.add(ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        return permissions.toArray(Permission[]::new);
    }

    private static void create(Group group, IdentityService identities) {
        if (identities.createGroupQuery().groupId(group.id()).count() == 0) {
            var created = identities.newGroup(group.id());
            created.setName(group.title());
            created.setType("PROGRAMME");
            identities.saveGroup(created);
        }
    }

    /** Grants exactly these permissions, taking away what an earlier version of the application may have granted. */
    static void grant(
            AuthorizationService authorizations,
            Group group,
            Resource resource,
            String resourceId,
            Permission... permissions) {
        var grant = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group.id());
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
