package org.reps.mentoring.engine.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all diagrams and forms together when the engine starts.
 *
 * <p>The starter's own deployment leaves forms out and names resources by their path on disk, so that the same diagram
 * would be a new version each time the application moves between an IDE and a jar. Here the names are stable, and a
 * start without changes deploys nothing, so that what analysts have deployed since then stays in force.
 */
@Component
@Order(EngineStart.DEPLOYMENT)
public class ModelDeployment extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    /** Nobody else may use it: a start compares the application's files with the last deployment of this name. */
    public static final String NAME = "reps-mentoring";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // One deployment for everything: forms are bound to the deployment of their diagram.
        var deployment =
                engine.getRepositoryService().createDeployment().name(NAME).enableDuplicateFiltering(false);
        files().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        var deployed = deploy(deployment).getDeployedProcessDefinitions();
        if (deployed != null) {
            deployed.stream()
                    .filter(process -> process.getVersion() > 1)
                    .forEach(process -> tellIfItReplacesAnAnalysts(process, engine.getRepositoryService()));
        }
    }

    /** What comes with the application: diagrams, decisions and forms, by the names under which they are deployed. */
    public static Map<String, byte[]> files() {
        var all = new LinkedHashMap<String, byte[]>();
        try {
            // Beside them are their translations, which are nobody's to deploy.
            for (var files : List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")) {
                var folder = files.substring(0, files.indexOf('/') + 1);
                for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:" + files)) {
                    all.put(folder + resource.getFilename(), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Whether a process of this key comes with the application. */
    public static boolean brings(String process) {
        return new ClassPathResource("bpmn/" + process + ".bpmn").exists();
    }

    private static DeploymentWithDefinitions deploy(DeploymentBuilder deployment) {
        try {
            return deployment.deployWithResult();
        } catch (Refusal refusal) {
            throw new IllegalStateException(
                    "The programme does not start with this release, and nothing has been changed. "
                            + refusal.getMessage(),
                    refusal);
        }
    }

    /** The one before stays in the database, and with it what somebody has drawn. */
    private static void tellIfItReplacesAnAnalysts(ProcessDefinition process, RepositoryService repository) {
        var before = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process.getKey())
                .processDefinitionVersion(process.getVersion() - 1)
                .singleResult();
        if (before == null) {
            return;
        }
        var name = repository
                .createDeploymentQuery()
                .deploymentId(before.getDeploymentId())
                .singleResult()
                .getName();
        if (!NAME.equals(name)) {
            LOG.warn(
                    "The application has brought version {} of the process {}. It replaces version {}, which somebody"
                            + " has deployed as \"{}\".",
                    process.getVersion(),
                    process.getKey(),
                    before.getVersion(),
                    name);
        }
    }
}
