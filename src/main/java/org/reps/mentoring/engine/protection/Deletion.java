package org.reps.mentoring.engine.protection;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What somebody deletes of the processes and decisions that are deployed.
 *
 * @param what in a few words
 */
public record Deletion(String what, Collection<ProcessDefinition> processes, List<DecisionDefinition> decisions) {

    Set<String> processKeys() {
        return processes.stream().map(ProcessDefinition::getKey).collect(toSet());
    }

    Set<String> processIds() {
        return processes.stream().map(ProcessDefinition::getId).collect(toSet());
    }
}
