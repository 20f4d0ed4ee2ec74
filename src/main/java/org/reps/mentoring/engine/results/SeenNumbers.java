package org.reps.mentoring.engine.results;

import java.util.List;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.ProcessDefinitionStatisticsDto;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionStatisticsEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * How many cases of a process there are is for those who may see the cases, and only of those that they see: counted
 * anew, as the engine's own numbers know nothing of rights that were taken away. What is 0 stays 0, as taking rights
 * away makes no number larger. All of it is one command, so that the gate is passed once.
 *
 * @param processes with their numbers, of the engine or of Cockpit's list
 * @param rootsOnly whether a failure was asked for only where it happened, and not in the cases around it
 * @return those of the engine of which somebody sees cases, and all of Cockpit's, where a number can be missing
 */
public record SeenNumbers(List<?> processes, boolean rootsOnly) implements Command<List<?>> {

    @Override
    public List<?> execute(CommandContext context) {
        var engine = context.getProcessEngineConfiguration();
        return processes.stream()
                .filter(process -> process instanceof ProcessDefinitionStatisticsEntity numbers
                        ? isCounted(numbers, engine)
                        : isCounted((ProcessDefinitionStatisticsDto) process, engine))
                .toList();
    }

    private boolean isCounted(ProcessDefinitionStatisticsEntity numbers, ProcessEngineConfigurationImpl engine) {
        if (!maySeeCases(engine, numbers.getKey())) {
            return false;
        }
        if (numbers.getInstances() > 0) {
            numbers.setInstances((int) engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionId(numbers.getId())
                    .count());
        }
        if (numbers.getFailedJobs() > 0) {
            numbers.setFailedJobs((int) engine.getManagementService()
                    .createJobQuery()
                    .processDefinitionId(numbers.getId())
                    .noRetriesLeft()
                    .count());
        }
        for (var incidents : numbers.getIncidentStatistics()) {
            var seen = engine
                    .getRuntimeService()
                    .createIncidentQuery()
                    .processDefinitionId(numbers.getId())
                    .incidentType(incidents.getIncidentType())
                    .list()
                    .stream()
                    .filter(incident -> !rootsOnly || incident.getId().equals(incident.getRootCauseIncidentId()))
                    .count();
            new DirectFieldAccessor(incidents).setPropertyValue("incidentCount", (int) seen);
        }
        return true;
    }

    private static boolean isCounted(ProcessDefinitionStatisticsDto numbers, ProcessEngineConfigurationImpl engine) {
        var maySee = maySeeCases(engine, numbers.getKey());
        if (!maySee) {
            numbers.setInstances(null);
            numbers.setIncidents(null);
        }
        if (maySee && isAny(numbers.getInstances())) {
            numbers.setInstances((int) engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionKey(numbers.getKey())
                    .count());
        }
        if (maySee && isAny(numbers.getIncidents())) {
            numbers.setIncidents((int) engine.getRuntimeService()
                    .createIncidentQuery()
                    .processDefinitionKeyIn(numbers.getKey())
                    .count());
        }
        return true;
    }

    private static boolean isAny(@Nullable Integer number) {
        return number != null && number > 0;
    }

    /** Whether whoever is logged in may see the cases of a process. */
    public static boolean maySeeCases(ProcessEngineConfigurationImpl engine, String process) {
        var person = engine.getIdentityService().getCurrentAuthentication();
        return person != null
                && (person.getGroupIds().contains(Groups.CAMUNDA_ADMIN)
                        || engine.getAuthorizationService()
                                .isUserAuthorized(
                                        person.getUserId(),
                                        person.getGroupIds(),
                                        ProcessDefinitionPermissions.READ_INSTANCE,
                                        Resources.PROCESS_DEFINITION,
                                        process));
    }
}
