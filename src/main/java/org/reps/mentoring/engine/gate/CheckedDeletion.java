package org.reps.mentoring.engine.gate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.reps.mentoring.engine.grants.Authorizations;
import org.reps.mentoring.engine.protection.Deletion;
import org.reps.mentoring.engine.protection.ProtectionCheck;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Deletes what was deployed after a look at what would be in force again then, as {@code DeploymentCheck} looks at what
 * comes. Both in one transaction: who is told of it is told if and only if it is deleted.
 */
final class CheckedDeletion<T> implements Command<T> {

    private static final Set<Class<?>> DELETIONS = Set.of(
            DeleteDeploymentCmd.class, DeleteProcessDefinitionsByIdsCmd.class, DeleteProcessDefinitionsByKeyCmd.class);

    private final Command<T> command;
    private final ProtectionCheck protection;

    private CheckedDeletion(Command<T> command, ProtectionCheck protection) {
        this.command = command;
        this.protection = protection;
    }

    /** The command as it is, unless it deletes something of that kind. */
    static <T> Command<T> of(Command<T> command, ProtectionCheck protection) {
        return DELETIONS.contains(command.getClass()) ? new CheckedDeletion<>(command, protection) : command;
    }

    @Override
    public T execute(CommandContext context) {
        var faults = context.runWithoutAuthorization(() -> protection.faultsWithout(deleted(context)));
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        Authorizations.changed(context);
        return command.execute(context);
    }

    @SuppressWarnings("unchecked")
    private Deletion deleted(CommandContext context) {
        var processes = context.getProcessDefinitionManager();
        var fields = new DirectFieldAccessor(command);
        if (command instanceof DeleteDeploymentCmd) {
            var id = (String) Objects.requireNonNull(fields.getPropertyValue("deploymentId"));
            return new Deletion(
                    "the deployment " + id,
                    processes.findProcessDefinitionsByDeploymentId(id),
                    context.getDecisionDefinitionManager().findDecisionDefinitionByDeploymentId(id));
        }
        if (command instanceof DeleteProcessDefinitionsByKeyCmd) {
            var key = (String) Objects.requireNonNull(fields.getPropertyValue("processDefinitionKey"));
            return new Deletion("the process " + key, processes.findProcessDefinitionsByKey(key), List.of());
        }
        var ids = (Set<String>) Objects.requireNonNull(fields.getPropertyValue("processDefinitionIds"));
        return new Deletion("the processes " + String.join(", ", ids), processes.findDefinitionsByIds(ids), List.of());
    }
}
