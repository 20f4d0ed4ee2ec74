package org.reps.mentoring;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/**
 * Remembers which flow nodes and sequence flows were walked. The community's coverage library cannot be used here: it
 * queries the engine as the person who acts, who must not read the process definition.
 */
@Component
public class DiagramCoverage extends AbstractProcessEnginePlugin {

    private static final Map<String, Set<String>> WALKED = new ConcurrentHashMap<>();

    /** Fails with the ids of everything in the diagram that no test of this run has walked. */
    public static void assertWalkedCompletely(String process) {
        var model = Bpmn.readModelFromFile(new File("bpmn/" + process + ".bpmn"));
        var elements = Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream(),
                        model.getModelElementsByType(SequenceFlow.class).stream()
                                // The engine goes on from the event that came, without walking to it.
                                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway)))
                .map(FlowElement::getId)
                .collect(toCollection(TreeSet::new));
        assertThat(elements).isNotEmpty();
        elements.removeAll(WALKED.getOrDefault(process, Set.of()));
        assertThat(elements).as("never walked in " + process).isEmpty();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = configuration.getCustomPostBPMNParseListeners();
        var all = listeners == null ? new ArrayList<BpmnParseListener>() : new ArrayList<>(listeners);
        all.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                watch(process, WALKED.computeIfAbsent(process.getKey(), key -> ConcurrentHashMap.newKeySet()));
            }
        });
        configuration.setCustomPostBPMNParseListeners(all);
    }

    private static void watch(ScopeImpl scope, Set<String> walked) {
        for (var activity : scope.getActivities()) {
            ExecutionListener visited = execution -> walked.add(activity.getId());
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, visited);
            for (var transition : activity.getOutgoingTransitions()) {
                ExecutionListener taken = execution -> walked.add(transition.getId());
                ((TransitionImpl) transition).addListener(ExecutionListener.EVENTNAME_TAKE, taken);
            }
            watch(activity, walked);
        }
    }
}
