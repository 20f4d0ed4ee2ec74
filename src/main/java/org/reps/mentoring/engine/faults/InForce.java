package org.reps.mentoring.engine.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** The diagrams and decisions that are in force, as files. */
final class InForce {

    private InForce() {}

    static Map<String, byte[]> in(CommandContext context) {
        var files = new LinkedHashMap<String, byte[]>();
        context.runWithoutAuthorization(() -> {
            context.getProcessDefinitionManager()
                    .findProcessDefinitionsByQueryCriteria(
                            (ProcessDefinitionQueryImpl) new ProcessDefinitionQueryImpl().latestVersion(), null)
                    .forEach(process -> put(process.getDeploymentId(), process.getResourceName(), files, context));
            context.getDecisionDefinitionManager()
                    .findDecisionDefinitionsByQueryCriteria(
                            (DecisionDefinitionQueryImpl) new DecisionDefinitionQueryImpl().latestVersion(), null)
                    .forEach(decision -> put(decision.getDeploymentId(), decision.getResourceName(), files, context));
            return files;
        });
        return files;
    }

    private static void put(String deployment, String name, Map<String, byte[]> files, CommandContext context) {
        var resource = context.getResourceManager().findResourceByDeploymentIdAndResourceName(deployment, name);
        if (resource != null) {
            files.put(deployment + "/" + name, resource.getBytes());
        }
    }
}
