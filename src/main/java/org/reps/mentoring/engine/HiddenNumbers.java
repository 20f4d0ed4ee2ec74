package org.reps.mentoring.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.ProcessDefinitionStatisticsDto;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * How many cases of a process there are is for those who may see the cases. Cockpit's list of processes does not ask
 * the engine by a command that {@link CommandGate} would see.
 */
final class HiddenNumbers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof List<?> list)
                || list.stream().noneMatch(ProcessDefinitionStatisticsDto.class::isInstance)) {
            return;
        }
        var engine = ProcessEngines.getDefaultProcessEngine();
        var person = engine.getIdentityService().getCurrentAuthentication();
        for (var process : list) {
            if (process instanceof ProcessDefinitionStatisticsDto numbers
                    && (person == null || !maySeeCases(engine.getAuthorizationService(), numbers.getKey(), person))) {
                numbers.setInstances(null);
                numbers.setIncidents(null);
            }
        }
    }

    static boolean maySeeCases(AuthorizationService authorizations, String process, Authentication person) {
        return person.getGroupIds().contains(Groups.CAMUNDA_ADMIN)
                || authorizations.isUserAuthorized(
                        person.getUserId(),
                        person.getGroupIds(),
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        Resources.PROCESS_DEFINITION,
                        process);
    }
}
