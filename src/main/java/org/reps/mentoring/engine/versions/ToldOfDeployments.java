package org.reps.mentoring.engine.versions;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.reps.mentoring.engine.EngineStart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Announces inside the application that somebody has deployed something, by whatever door. */
@Component
class ToldOfDeployments extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;

    ToldOfDeployments(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Deployer telling = deployment -> {
            var person = Context.getCommandContext().getAuthenticatedUserId();
            // A release comes with nobody, and before there is anything of ours.
            if (deployment.isNew() && person != null) {
                events.publishEvent(new Deployed(deployment.getId(), person));
            }
        };
        configuration.setCustomPostDeployers(EngineStart.and(configuration.getCustomPostDeployers(), telling));
    }
}
