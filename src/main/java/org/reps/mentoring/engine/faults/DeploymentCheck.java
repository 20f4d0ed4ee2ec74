package org.reps.mentoring.engine.faults;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.expressions.FormSize;
import org.reps.mentoring.engine.models.ModelDeployment;
import org.reps.mentoring.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Looks at everything that is deployed, by whomever, before the engine does: what would not work, or would let people
 * pass by what is checked here, is refused with one sentence for each fault, and nothing is deployed.
 */
@Component
@Order(EngineStart.CHECK)
class DeploymentCheck extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentCheck.class);

    /** More than these nobody reads at once. */
    private static final int MOST_FAULTS = 30;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Deployer check = this::check;
        configuration.setCustomPreDeployers(EngineStart.and(configuration.getCustomPreDeployers(), check));
    }

    private void check(DeploymentEntity deployment) {
        // What was deployed once also passes here, whenever the engine reads it again.
        if (!deployment.isNew()) {
            return;
        }
        var files = new TreeMap<String, byte[]>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        var faults = faultsOf(deployment);
        if (isLookedAtClosely(deployment)) {
            var checked = checked(deployment, files);
            checked.warnings().forEach(warning -> LOG.info("Deployed, and perhaps not meant: {}", warning));
            faults.addAll(checked.faults());
        } else {
            faults.addAll(faultsIn(files));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /** What comes from neither a person nor a release is made by a program, which knows why it draws what it draws. */
    private static boolean isLookedAtClosely(DeploymentEntity deployment) {
        return isByAPerson() || isOfARelease(deployment);
    }

    private static Checked checked(DeploymentEntity deployment, Map<String, byte[]> files) {
        var inForce = InForce.in(Context.getCommandContext());
        return isOfARelease(deployment) ? Checked.ofRelease(files, inForce) : Checked.of(files, inForce);
    }

    private static boolean isByAPerson() {
        return Context.getCommandContext().getAuthenticatedUserId() != null;
    }

    private static boolean isOfARelease(DeploymentEntity deployment) {
        return !isByAPerson() && ModelDeployment.NAME.equals(deployment.getName());
    }

    private static List<String> faultsOf(DeploymentEntity deployment) {
        var faults = new ArrayList<String>();
        if (isByAPerson() && ModelDeployment.NAME.equals(deployment.getName())) {
            faults.add("The name " + ModelDeployment.NAME
                    + " is kept for what comes with the application. Please give this deployment another name.");
        }
        // The same process twice, with and without a tenant, could no longer be started by its name.
        if (deployment.getTenantId() != null && !deployment.getTenantId().isEmpty()) {
            faults.add("There are no tenants here. Please leave the tenant id empty.");
        }
        return faults;
    }

    /** One sentence, or a few, for each fault in files that are deployed together. */
    List<String> faultsIn(Map<String, byte[]> files) {
        var formIds = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form") && FormSize.fits(file.getValue()))
                .map(file -> FormFaults.idOf(file.getValue()))
                .collect(toSet());
        var faults = new ArrayList<String>();
        files.forEach((name, content) -> faults.addAll(faultsIn(name, content, formIds)));
        return mostOf(faults);
    }

    static List<String> mostOf(List<String> faults) {
        return faults.size() > MOST_FAULTS ? new ArrayList<>(faults.subList(0, MOST_FAULTS)) : faults;
    }

    private static List<String> faultsIn(String name, byte[] content, Set<String> formIds) {
        try {
            return switch (endingOf(name)) {
                case "form" -> FormSize.fits(content) ? new FormFaults(name).in(content) : tooDeep(name);
                case "bpmn" -> new DiagramFaults(name, formIds).in(content);
                case "dmn" -> new DecisionFaults(name).in(content);
                // A picture can hold a script, which would run in the browser of whoever looks at it.
                default ->
                    List.of(name
                            + " cannot be deployed. Please leave out everything but diagrams (.bpmn), decisions"
                            + " (.dmn) and forms (.form).");
            };
        } catch (StackOverflowError nested) {
            return tooDeep(name);
        }
    }

    private static List<String> tooDeep(String name) {
        return List.of(name + " holds something that is too long, or nested too deeply, to be read. Please make it"
                + " simpler.");
    }

    private static String endingOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
