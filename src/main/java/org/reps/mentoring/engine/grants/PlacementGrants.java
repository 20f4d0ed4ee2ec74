package org.reps.mentoring.engine.grants;

import java.util.Set;
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
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.stereotype.Component;

/**
 * Shows the council in Cockpit those cases of a process it does not see that were called by one of those which its
 * diagram names ({@code seenWhenCalledBy}), as long as they run. So a change of mentor that a resignation has called is
 * in sight: everybody knows why it happens, and the council has to see that all mentees find somebody; and so is the
 * search that it calls. All other changes of mentor stay out of sight, with what they call.
 */
@Component
class PlacementGrants extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(EngineStart.and(
                configuration.getCustomPostBPMNParseListeners(), new AbstractBpmnParseListener() {
                    @Override
                    public void parseProcess(Element element, ProcessDefinitionEntity process) {
                        ExecutionListener show = PlacementGrants::show;
                        ExecutionListener hide = PlacementGrants::hide;
                        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, show);
                        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, hide);
                    }
                }));
    }

    private static void show(DelegateExecution called) {
        if (isSeen(called)) {
            Authorizations.grant(
                    called.getProcessEngineServices().getAuthorizationService(),
                    Group.COUNCIL,
                    Resources.PROCESS_INSTANCE,
                    called.getProcessInstanceId(),
                    Set.of(Permissions.READ));
        }
    }

    private static boolean isSeen(DelegateExecution called) {
        var caller = ((ExecutionEntity) called).getSuperExecution();
        return caller != null
                && Rights.of(((ExecutionEntity) called).getProcessDefinition().getKey(), Context.getCommandContext())
                        .seenWhenCalledBy()
                        .contains(caller.getProcessDefinition().getKey());
    }

    /** Whatever the diagram says by now: it may have said something else when the case began. */
    private static void hide(DelegateExecution called) {
        if (((ExecutionEntity) called).getSuperExecution() != null) {
            Context.getCommandContext()
                    .getAuthorizationManager()
                    .deleteAuthorizationsByResourceId(Resources.PROCESS_INSTANCE, called.getProcessInstanceId());
        }
    }
}
