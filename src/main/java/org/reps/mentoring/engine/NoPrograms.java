package org.reps.mentoring.engine;

import java.util.List;
import java.util.Set;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/**
 * Keeps programs out of diagrams and decisions: scripts, commands of the machine, and classes called by their name.
 * They would get around everything {@link WithinReach} says.
 */
@Component
class NoPrograms extends AbstractProcessEnginePlugin {

    private static final Set<String> ELEMENTS = Set.of("scriptTask", "script", "connector");

    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "delegateExpression",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression");

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(
                EngineStart.and(configuration.getCustomPostBPMNParseListeners(), new Look()));
        configuration.setScriptEngineResolver(new NoLanguage());
        configuration.setEnableScriptCompilation(false);
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    private static final class Look extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
            look(root, root.getTagName());
        }

        private static void look(Element element, String nearest) {
            var id = element.attribute("id") == null ? nearest : element.attribute("id");
            if (ELEMENTS.contains(element.getTagName())) {
                refuse(id, element.getTagName());
            }
            for (var name : ATTRIBUTES) {
                // Listeners carry their class without the prefix that tasks have.
                if (attribute(element, name) != null || element.attribute(name) != null) {
                    refuse(id, name);
                }
            }
            var type = attribute(element, "type");
            if (type != null && !type.equals("external")) {
                refuse(id, "type=\"" + type + "\"");
            }
            if (element.getTagName().equals("conditionExpression") && element.attribute("language") != null) {
                refuse(id, "language");
            }
            element.elements().forEach(child -> look(child, id));
        }

        private static @Nullable String attribute(Element element, String name) {
            return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
        }

        private static void refuse(String id, String what) {
            throw new Refusal(
                    "A diagram calls its steps by an expression such as ${matching.suggest(menteeId)} and holds"
                            + " no programs. Please take " + what + " out of " + id + ".");
        }
    }

    /** Knows no language; what decisions are written in does not need a script engine. */
    private static final class NoLanguage implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {}

        @Override
        public @Nullable ScriptEngineManager getScriptEngineManager() {
            return null;
        }

        @Override
        public @Nullable ScriptEngine getScriptEngine(String language, boolean fromCache) {
            return null;
        }
    }
}
