package org.reps.mentoring.engine.faults;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.reps.mentoring.engine.rights.Rights;
import org.reps.mentoring.rules.Refusal;
import org.springframework.transaction.support.TransactionTemplate;

/** A deployment that is done with all its checks, and then taken back as if it had never been. */
public final class DryRun {

    private final ProcessEngine engine;
    private final SpringProcessEngineConfiguration configuration;

    public DryRun(ProcessEngine engine) {
        this.engine = engine;
        this.configuration = (SpringProcessEngineConfiguration) engine.getProcessEngineConfiguration();
    }

    /**
     * What would be said to whoever is signed in if they deployed these files.
     *
     * @throws AuthorizationException where they could not deploy anything
     */
    public Checked of(String name, Map<String, byte[]> files) {
        var faults = new LinkedHashSet<>(deployedAndTakenBack(name, files));
        var checked = Rights.asNobody(
                engine.getIdentityService(),
                () -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(context -> Checked.of(files, InForce.in(context))));
        faults.addAll(checked.faults());
        return new Checked(List.copyOf(faults), checked.warnings());
    }

    private List<String> deployedAndTakenBack(String name, Map<String, byte[]> files) {
        var deployment = engine.getRepositoryService().createDeployment().name(name);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        var identities = engine.getIdentityService();
        var person = identities.getCurrentAuthentication();
        try {
            new TransactionTemplate(configuration.getTransactionManager()).executeWithoutResult(transaction -> {
                transaction.setRollbackOnly();
                deployment.deploy();
                // What the engine clears up when it is taken back, it does by itself and not for whoever asked.
                identities.clearAuthentication();
            });
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults().stream().map(Refusal.Fault::sentence).toList();
        } catch (AuthorizationException refused) {
            throw refused;
        } catch (ProcessEngineException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        } finally {
            ((IdentityServiceImpl) identities).setAuthentication(person);
        }
    }
}
