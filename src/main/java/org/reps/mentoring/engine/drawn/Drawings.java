package org.reps.mentoring.engine.drawn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/** The processes in force, as their newest diagrams draw them, and the tables by which something is decided in them. */
@Component
public class Drawings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RepositoryService repository;

    /** What a version of a diagram draws, and the forms beside it ask, never changes. */
    private final Map<String, Optional<Drawing>> read = new ConcurrentHashMap<>();

    Drawings(RepositoryService repository) {
        this.repository = repository;
    }

    /** All of them, by their keys. */
    public List<Drawing> inForce() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .sorted(Comparator.comparing(ProcessDefinition::getKey))
                .flatMap(process -> read.computeIfAbsent(process.getId(), id -> read(process)).stream())
                .toList();
    }

    /** The tables in force by which something is decided, by their keys. */
    public List<Table> tables() {
        return repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .sorted(Comparator.comparing(DecisionDefinition::getKey))
                .flatMap(decision -> Table.in(repository.getDmnModelInstance(decision.getId()))
                        .filter(table -> table.key().equals(decision.getKey())))
                .toList();
    }

    private Optional<Drawing> read(ProcessDefinition process) {
        var deployment = process.getDeploymentId();
        var files = repository.getDeploymentResourceNames(deployment);
        return of(
                repository.getBpmnModelInstance(process.getId()),
                form -> files.stream()
                        .filter(file -> ("/" + file).endsWith("/" + form + ".form"))
                        .findFirst()
                        .map(file -> form(deployment, file)));
    }

    private JsonNode form(String deployment, String file) {
        try (var content = repository.getResourceAsStream(deployment, file)) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a diagram draws; nothing where it has no process that runs.
     *
     * @param forms the forms it names, by their ids
     */
    public static Optional<Drawing> of(BpmnModelInstance diagram, Function<String, Optional<JsonNode>> forms) {
        return DiagramReader.read(diagram, forms);
    }
}
