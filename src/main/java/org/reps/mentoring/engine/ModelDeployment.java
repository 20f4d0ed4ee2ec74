package org.reps.mentoring.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all diagrams and forms together when the engine starts.
 *
 * <p>The starter's own deployment leaves forms out and names resources by their path on disk, so that the same diagram
 * would be a new version each time the application moves between an IDE and a jar. Here the names are stable, and a
 * start without changes deploys nothing.
 */
@Component
@Order(EngineStart.DEPLOYMENT)
class ModelDeployment extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // One deployment for everything: forms are bound to the deployment of their diagram.
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name("reps-mentoring")
                .enableDuplicateFiltering(false);
        try {
            for (var folder : new String[] {"bpmn", "forms"}) {
                for (var resource :
                        new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "/*.*")) {
                    deployment.addInputStream(folder + "/" + resource.getFilename(), resource.getInputStream());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }
}
