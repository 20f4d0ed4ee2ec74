package org.reps.mentoring.engine.cases;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.reps.mentoring.engine.EngineStart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Announces inside the application that a case was deleted in Cockpit, so that what the programme keeps of it does not
 * stay open for ever.
 */
@Component
class DeletedCases extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;

    DeletedCases(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(
                EngineStart.and(configuration.getCustomPostBPMNParseListeners(), new Announcing()));
    }

    private final class Announcing extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            var key = process.getKey();
            ExecutionListener announce = execution -> {
                if (execution.isCanceled() && execution.getProcessBusinessKey() != null) {
                    events.publishEvent(new CaseDeleted(key, execution.getProcessBusinessKey()));
                }
            };
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, announce);
        }
    }
}
