package org.reps.mentoring.engine.cases;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** What whoever is logged in may start, as Tasklist lists it under "Start process". */
@Component
public class StartableProcesses {

    private final RepositoryService repository;

    StartableProcesses(RepositoryService repository) {
        this.repository = repository;
    }

    public List<Startable> forCurrentPerson() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .startableInTasklist()
                .startablePermissionCheck()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .stream()
                .map(StartableProcesses::startable)
                .toList();
    }

    private static Startable startable(ProcessDefinition process) {
        return new Startable(process.getKey(), process.getName() == null ? process.getKey() : process.getName());
    }

    /** A process by its key, with the name of its diagram. */
    public record Startable(String process, String name) {}
}
