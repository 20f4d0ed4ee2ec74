package org.reps.mentoring.engine.rights;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.people.Group;
import org.springframework.stereotype.Component;

/**
 * Shows the council in Cockpit those changes of mentor that a resignation has called, as long as they run: everybody
 * knows why they happen, and the council has to see that all mentees find somebody. So the searches that these changes
 * call are in sight too as long as they run; all other changes of mentor stay out of sight, with what they call.
 */
@Component
class PlacementGrants extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(EngineStart.and(
                configuration.getCustomPostBPMNParseListeners(), new AbstractBpmnParseListener() {
                    @Override
                    public void parseProcess(Element element, ProcessDefinitionEntity process) {
                        if (process.getKey().equals("mentor-change")) {
                            ExecutionListener show = PlacementGrants::show;
                            ExecutionListener hide = PlacementGrants::hide;
                            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, show);
                            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, hide);
                        }
                    }
                }));
    }

    private static void show(DelegateExecution change) {
        var caller = ((ExecutionEntity) change).getSuperExecution();
        if (caller != null && caller.getProcessDefinition().getKey().equals("mentor-resignation")) {
            Authorizations.grant(
                    change.getProcessEngineServices().getAuthorizationService(),
                    Group.COUNCIL,
                    Resources.PROCESS_INSTANCE,
                    change.getProcessInstanceId(),
                    Permissions.READ);
        }
    }

    private static void hide(DelegateExecution change) {
        Context.getCommandContext()
                .getAuthorizationManager()
                .deleteAuthorizationsByResourceId(Resources.PROCESS_INSTANCE, change.getProcessInstanceId());
    }
}
