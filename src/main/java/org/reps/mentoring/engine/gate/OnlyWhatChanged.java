package org.reps.mentoring.engine.gate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.reps.mentoring.engine.grants.Authorizations;
import org.reps.mentoring.engine.models.Bundle;
import org.reps.mentoring.engine.models.InForce;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Deploys of what somebody sends only what differs from what is in force: a diagram and its forms are one thing, and
 * stay together. The engine would compare single files, and only with the last deployment of the same name: a changed
 * form would come without its diagram and change nothing, and whoever sends again what was in force before a change of
 * somebody else would read that all is well, and nothing would have happened.
 */
final class OnlyWhatChanged<T> implements Command<T> {

    private final Command<T> command;

    private OnlyWhatChanged(Command<T> command) {
        this.command = command;
    }

    /** The command as it is, unless it deploys something. */
    static <T> Command<T> of(Command<T> command) {
        return command instanceof DeployCmd ? new OnlyWhatChanged<>(command) : command;
    }

    @Override
    public T execute(CommandContext context) {
        var builder = (DeploymentBuilderImpl)
                Objects.requireNonNull(new DirectFieldAccessor(command).getPropertyValue("deploymentBuilder"));
        var resources = builder.getDeployment().getResources();
        if (resources != null) {
            var repository = context.getProcessEngineConfiguration().getRepositoryService();
            context.runWithoutAuthorization(() -> {
                narrow(builder, repository);
                return null;
            });
        }
        Authorizations.changed(context);
        return command.execute(context);
    }

    private static void narrow(DeploymentBuilderImpl builder, RepositoryService repository) {
        var deployment = builder.getDeployment();
        var files = new HashMap<String, byte[]>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        var bundles = Bundle.in(files);
        var inForce = new InForce(repository);
        var same = bundles.stream()
                .filter(bundle -> inForce.of(bundle)
                        .filter(version -> version.bundle().isSameAs(bundle))
                        .isPresent())
                .toList();
        var asked = new DirectFieldAccessor(builder);
        asked.setPropertyValue("deployChangedOnly", false);
        if (same.isEmpty()) {
            asked.setPropertyValue("isDuplicateFilterEnabled", false);
            return;
        }
        var unchanged = files.keySet().stream()
                .allMatch(
                        name -> same.stream().anyMatch(bundle -> bundle.names().contains(name)));
        asked.setPropertyValue("isDuplicateFilterEnabled", unchanged);
        if (unchanged) {
            // The engine answers with what is deployed already when it is called the same.
            nameLike(inForce.of(same.get(0)).orElseThrow(), same.get(0), deployment);
        } else {
            same.forEach(bundle -> deployment.getResources().keySet().removeAll(bundle.names()));
        }
    }

    private static void nameLike(InForce.Version version, Bundle sent, DeploymentEntity deployment) {
        deployment.getResources().keySet().retainAll(sent.names());
        deployment.setName(version.deployment().getName());
        deployment.setSource(version.deployment().getSource());
        var known = version.bundle().files().entrySet();
        for (var name : sent.names()) {
            var file = Objects.requireNonNull(deployment.getResources().remove(name));
            known.stream()
                    .filter(one -> Arrays.equals(one.getValue(), file.getBytes()))
                    .findFirst()
                    .ifPresent(one -> {
                        file.setName(one.getKey());
                        deployment.addResource(file);
                    });
        }
    }
}
