package org.reps.mentoring.engine.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** What is deployed, and which of it is in force. Each deployment is read once. */
public final class InForce {

    private final RepositoryService repository;
    private final Map<String, List<Bundle>> bundles = new HashMap<>();

    public InForce(RepositoryService repository) {
        this.repository = repository;
    }

    /** The newest version of what has the same key. */
    public Optional<Version> of(Bundle bundle) {
        return newest(bundle).flatMap(this::version);
    }

    /** Whether that is there, and did not come with the application. */
    boolean isSomebodys(Bundle bundle) {
        return newest(bundle)
                .filter(definition -> !ModelDeployment.NAME.equals(
                        deployment(definition.getDeploymentId()).getName()))
                .isPresent();
    }

    private Optional<ResourceDefinition> newest(Bundle bundle) {
        return Optional.ofNullable(
                bundle.isProcess()
                        ? repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(bundle.key())
                                .latestVersion()
                                .singleResult()
                        : repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(bundle.key())
                                .latestVersion()
                                .singleResult());
    }

    private Deployment deployment(String id) {
        return repository.createDeploymentQuery().deploymentId(id).singleResult();
    }

    /** A version as it was deployed; empty where its files are gone or cannot be read. */
    public Optional<Version> version(ResourceDefinition definition) {
        return bundles(definition.getDeploymentId()).stream()
                .filter(bundle -> bundle.model().equals(definition.getResourceName()))
                .findFirst()
                .map(bundle -> new Version(definition.getVersion(), deployment(definition.getDeploymentId()), bundle));
    }

    /** What the application itself has brought last under this key. */
    Optional<Bundle> lastBrought(Bundle like) {
        return repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployment.NAME)
                .orderByDeploymentTime()
                .desc()
                .list()
                .stream()
                .flatMap(deployment -> bundles(deployment.getId()).stream())
                .filter(bundle -> bundle.key().equals(like.key()) && bundle.isProcess() == like.isProcess())
                .findFirst();
    }

    private List<Bundle> bundles(String deploymentId) {
        return bundles.computeIfAbsent(deploymentId, id -> {
            var files = new HashMap<String, byte[]>();
            for (var resource : repository.getDeploymentResources(id)) {
                files.put(resource.getName(), resource.getBytes());
            }
            return Bundle.in(files);
        });
    }

    /** One version of a process or a decision. */
    public record Version(int number, Deployment deployment, Bundle bundle) {

        /** Whether it came with the application, and not from somebody who works on the diagrams. */
        public boolean isOfARelease() {
            return ModelDeployment.NAME.equals(deployment.getName());
        }
    }
}
