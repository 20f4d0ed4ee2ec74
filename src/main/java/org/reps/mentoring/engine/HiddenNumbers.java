package org.reps.mentoring.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.ProcessDefinitionStatisticsDto;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionStatisticsEntity;
import org.springframework.beans.DirectFieldAccessor;

/**
 * How many cases of a process there are is for those who may see the cases, and only of those. Cockpit's list of
 * processes does not ask the engine by a command that {@link CommandGate} would see.
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
            if (process instanceof ProcessDefinitionStatisticsDto numbers) {
                if (person == null || !maySeeCases(engine.getAuthorizationService(), numbers.getKey(), person)) {
                    numbers.setInstances(null);
                    numbers.setIncidents(null);
                } else {
                    count(numbers, engine.getRuntimeService());
                }
            }
        }
    }

    /** What is out of sight for somebody is not counted for them either. */
    private static void count(ProcessDefinitionStatisticsDto numbers, RuntimeService runtime) {
        numbers.setInstances((int) runtime.createProcessInstanceQuery()
                .processDefinitionKey(numbers.getKey())
                .count());
        numbers.setIncidents((int) runtime.createIncidentQuery()
                .processDefinitionKeyIn(numbers.getKey())
                .count());
    }

    /** @param rootsOnly whether a failure was asked for only where it happened, and not in the cases around it */
    static void count(
            ProcessDefinitionStatisticsEntity numbers,
            boolean rootsOnly,
            RuntimeService runtime,
            ManagementService management) {
        numbers.setInstances((int) runtime.createProcessInstanceQuery()
                .processDefinitionId(numbers.getId())
                .count());
        if (numbers.getFailedJobs() > 0) {
            numbers.setFailedJobs((int) management
                    .createJobQuery()
                    .processDefinitionId(numbers.getId())
                    .noRetriesLeft()
                    .count());
        }
        for (var incidents : numbers.getIncidentStatistics()) {
            var seen = runtime
                    .createIncidentQuery()
                    .processDefinitionId(numbers.getId())
                    .incidentType(incidents.getIncidentType())
                    .list()
                    .stream()
                    .filter(incident -> !rootsOnly || incident.getId().equals(incident.getRootCauseIncidentId()))
                    .count();
            new DirectFieldAccessor(incidents).setPropertyValue("incidentCount", (int) seen);
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
