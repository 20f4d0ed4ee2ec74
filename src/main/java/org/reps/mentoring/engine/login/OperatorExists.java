package org.reps.mentoring.engine.login;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.reps.mentoring.engine.EngineStart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses to start without an operator: as long as nobody is in {@code camunda-admin}, the web applications let anybody
 * make themself one.
 */
@Component
@Order(EngineStart.OPERATOR)
class OperatorExists extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var operators = engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(Groups.CAMUNDA_ADMIN)
                .count();
        if (operators == 0) {
            throw new IllegalStateException("Nobody is in the group camunda-admin. Please set camunda.bpm.admin-user.id"
                    + " to a user name that does not exist yet, and its password, to get a new operator.");
        }
    }
}
