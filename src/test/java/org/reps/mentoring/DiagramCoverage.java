package org.reps.mentoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Remembers which flow nodes and sequence flows were walked. The community's coverage library cannot be used here: it
 * queries the engine as the person who acts, who must not read the process definition.
 */
@Component
public class DiagramCoverage extends AbstractProcessEnginePlugin {

    /** One file for each process that runs tests; {@link DiagramCoverageIT} reads them all. */
    static final Path FOLDER = Path.of("target/walked");

    private static final Set<String> WALKED = ConcurrentHashMap.newKeySet();

    private static void walk(String process, String element) {
        var walked = process + " " + element;
        if (WALKED.add(walked)) {
            note(walked);
        }
    }

    private static synchronized void note(String walked) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(ProcessHandle.current().pid() + ".txt"),
                    walked + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = configuration.getCustomPostBPMNParseListeners();
        var all = listeners == null ? new ArrayList<BpmnParseListener>() : new ArrayList<>(listeners);
        all.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                watch(process, process.getKey());
            }
        });
        configuration.setCustomPostBPMNParseListeners(all);
    }

    private static void watch(ScopeImpl scope, String process) {
        for (var activity : scope.getActivities()) {
            ExecutionListener visited = execution -> walk(process, activity.getId());
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, visited);
            for (var transition : activity.getOutgoingTransitions()) {
                ExecutionListener taken = execution -> walk(process, transition.getId());
                ((TransitionImpl) transition).addListener(ExecutionListener.EVENTNAME_TAKE, taken);
            }
            watch(activity, process);
        }
    }
}
