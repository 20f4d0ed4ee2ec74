package org.reps.mentoring.engine.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.ProcessDefinitionStatisticsDto;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.reps.mentoring.engine.results.SeenNumbers;

/**
 * Cockpit's list of processes does not ask the engine by a command that {@code CommandGate} would see, so what is in it
 * goes through {@link SeenNumbers} here.
 */
final class HiddenNumbers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(ProcessDefinitionStatisticsDto.class::isInstance)) {
            var configuration = (ProcessEngineConfigurationImpl)
                    ProcessEngines.getDefaultProcessEngine().getProcessEngineConfiguration();
            configuration.getCommandExecutorTxRequired().execute(new SeenNumbers(list, false));
        }
    }
}
