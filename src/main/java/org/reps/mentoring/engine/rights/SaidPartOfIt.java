package org.reps.mentoring.engine.rights;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.reps.mentoring.engine.EngineStart;
import org.springframework.stereotype.Component;

/** Keeps what a diagram says of who is part of its cases with the process, as the engine reads it. */
@Component
class SaidPartOfIt extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(EngineStart.and(
                configuration.getCustomPostBPMNParseListeners(), new AbstractBpmnParseListener() {
                    @Override
                    public void parseProcess(Element element, ProcessDefinitionEntity process) {
                        process.setProperty(PartOfIt.PROPERTY, said(element));
                    }
                }));
    }

    static PartOfIt by(CoreModelElement process) {
        return process.getProperty(PartOfIt.PROPERTY) instanceof PartOfIt said ? said : PartOfIt.NOBODY;
    }

    private static PartOfIt said(Element process) {
        var extensions = process.element("extensionElements");
        var properties = extensions == null ? null : extensions.element("properties");
        return properties == null
                ? PartOfIt.NOBODY
                : properties.elements("property").stream()
                        .filter(property -> PartOfIt.PROPERTY.equals(property.attribute("name")))
                        .map(property -> PartOfIt.read(property.attribute("value")))
                        .findFirst()
                        .orElse(PartOfIt.NOBODY);
    }
}
