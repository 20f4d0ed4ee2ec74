package org.reps.mentoring.engine.versions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.models.InForce;
import org.reps.mentoring.engine.models.ModelDeployment;
import org.reps.mentoring.engine.models.Release;
import org.springframework.stereotype.Component;

/** The versions of processes, as they were deployed. */
@Component
public class Versions {

    private final RepositoryService repository;

    Versions(RepositoryService repository) {
        this.repository = repository;
    }

    /** All processes by their names, each with its versions, the newest first. */
    public List<Process> all() {
        var deployments = repository.createDeploymentQuery().list().stream()
                .collect(toMap(Deployment::getId, deployment -> deployment));
        return repository.createProcessDefinitionQuery().orderByProcessDefinitionVersion().desc().list().stream()
                .collect(groupingBy(ProcessDefinition::getKey))
                .entrySet()
                .stream()
                .map(process -> new Process(
                        process.getKey(),
                        nameOf(process.getValue().get(0)),
                        process.getValue().stream()
                                .map(version -> version(version, deployments.get(version.getDeploymentId())))
                                .toList()))
                .sorted(Comparator.comparing(Process::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** One process with its versions; empty where there is none. */
    public Optional<Process> of(String process) {
        return all().stream().filter(one -> one.key().equals(process)).findFirst();
    }

    /** The diagram with its forms; empty where they cannot be read any more. */
    public Optional<VersionFiles> files(Version version) {
        return definition(version.definitionId())
                .flatMap(definition -> new InForce(repository).version(definition))
                .map(found -> new VersionFiles(found.bundle()));
    }

    /** Deploys these files once more, as whoever asks; what they may not do is refused as anywhere. */
    public void deploy(VersionFiles files, String name, String source) {
        var deployment = repository.createDeployment().name(name).source(source);
        files.all().forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    /** What a release would bring while something else is in force. */
    public List<Held> heldBack() {
        return new Release(repository)
                .heldBack().stream()
                        .map(held -> new Held(
                                held.release().key(),
                                held.release().isProcess(),
                                held.release().fingerprint(),
                                held.inForce().number(),
                                new VersionFiles(held.release())))
                        .toList();
    }

    /** Brings what the release has into force. */
    public void takeRelease(Held held) {
        new Release(repository).deploy(held.release().bundle());
    }

    private Optional<ProcessDefinition> definition(String id) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult());
    }

    private static Version version(ProcessDefinition version, @Nullable Deployment deployment) {
        return new Version(
                version.getVersion(),
                version.getId(),
                version.getDeploymentId(),
                text(deployment == null ? null : deployment.getName()),
                text(deployment == null ? null : deployment.getSource()),
                deployment == null
                        ? Instant.EPOCH
                        : deployment.getDeploymentTime().toInstant(),
                deployment != null && ModelDeployment.NAME.equals(deployment.getName()));
    }

    private static String nameOf(ProcessDefinition process) {
        return process.getName() == null ? process.getKey() : process.getName();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** @param versions the newest, which is in force, first */
    public record Process(String key, String name, List<Version> versions) {

        public Optional<Version> version(int number) {
            return versions.stream()
                    .filter(version -> version.number() == number)
                    .findFirst();
        }

        public Version inForce() {
            return versions.get(0);
        }
    }

    /**
     * One version of a process.
     *
     * @param note the name under which it was deployed
     * @param source with what; may be empty
     * @param ofARelease whether it came with the application
     */
    public record Version(
            int number,
            String definitionId,
            String deploymentId,
            String note,
            String source,
            Instant at,
            boolean ofARelease) {}

    /**
     * What a release would bring.
     *
     * @param fingerprint of what it would bring
     * @param version number of what is in force instead
     */
    public record Held(String key, boolean isProcess, String fingerprint, int version, VersionFiles release) {}
}
