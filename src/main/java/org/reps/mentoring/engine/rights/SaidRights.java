package org.reps.mentoring.engine.rights;

import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.reps.mentoring.engine.EngineStart;
import org.springframework.stereotype.Component;

/** Keeps what a diagram says of rights with the process, as the engine reads it. */
@Component
class SaidRights extends AbstractProcessEnginePlugin {

    /** The name of the engine's property, of a process and of an activity. */
    static final String KEPT = "rights";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(EngineStart.and(
                configuration.getCustomPostBPMNParseListeners(), new AbstractBpmnParseListener() {
                    @Override
                    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
                        task.setProperty(KEPT, TaskRights.read(new Parsed(element)));
                    }

                    /** After everything in it. */
                    @Override
                    public void parseProcess(Element element, ProcessDefinitionEntity process) {
                        var tasks = new HashMap<String, TaskRights>();
                        process.getTaskDefinitions()
                                .keySet()
                                .forEach(id -> tasks.put(id, (TaskRights)
                                        process.findActivity(id).getProperty(KEPT)));
                        process.setProperty(KEPT, ProcessRights.read(new Parsed(element), tasks));
                    }
                }));
    }

    /** An element as the engine has parsed it. */
    private record Parsed(Element element) implements Said {

        @Override
        public Stream<String> attribute(String name) {
            return Stream.ofNullable(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name))
                    .filter(value -> !value.isBlank());
        }

        @Override
        public Stream<String> property(String name) {
            return Optional.ofNullable(element.element("extensionElements"))
                    .map(extensions -> extensions.element("properties"))
                    .stream()
                    .flatMap(properties -> properties.elements("property").stream())
                    .filter(property -> name.equals(property.attribute("name")))
                    .map(property -> property.attribute("value").strip());
        }
    }
}
