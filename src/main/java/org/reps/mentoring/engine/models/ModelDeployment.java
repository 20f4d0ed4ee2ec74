package org.reps.mentoring.engine.models;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams and forms of a release when the engine starts.
 *
 * <p>The starter's own deployment leaves forms out and names resources by their path on disk, so that the same diagram
 * would be a new version each time the application moves between an IDE and a jar. Here the names are stable, and only
 * what has changed is deployed ({@link Release}).
 */
@Component
@Order(EngineStart.DEPLOYMENT)
public class ModelDeployment extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    /** Nobody else may use it: a start compares the application's files with the last deployment of this name. */
    public static final String NAME = "reps-mentoring";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var release = new Release(engine.getRepositoryService());
        var held = release.heldBack();
        var brought = release.toDeploy();
        if (!brought.isEmpty()) {
            // Together, so that either all of a release is in force or nothing; each with its forms, which are bound to
            // the deployment of their diagram. Of two that start at once, the second finds the files of the first.
            var deployment =
                    engine.getRepositoryService().createDeployment().name(NAME).enableDuplicateFiltering(false);
            brought.stream()
                    .flatMap(bundle -> bundle.files().entrySet().stream())
                    .forEach(file -> deployment.addInputStream(file.getKey(), stream(file.getValue())));
            deploy(deployment);
        }
        held.forEach(one -> LOG.warn(
                "This release brings a new version of {}. Version {}, which somebody has deployed as \"{}\", stays in"
                        + " force. What differs stands on the page Versions in Cockpit.",
                one.release().key(),
                one.inForce().number(),
                one.inForce().deployment().getName()));
    }

    static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    /** Whether a process of this key comes with the application. */
    public static boolean brings(String process) {
        return new ClassPathResource("bpmn/" + process + ".bpmn").exists();
    }

    private static void deploy(DeploymentBuilder deployment) {
        try {
            deployment.deploy();
        } catch (Refusal refusal) {
            throw new IllegalStateException(
                    "The programme does not start with this release, and nothing has been changed. "
                            + refusal.getMessage(),
                    refusal);
        }
    }
}
