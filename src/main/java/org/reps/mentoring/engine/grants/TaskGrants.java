package org.reps.mentoring.engine.grants;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the rights to a task away with the task. The engine grants them to whoever is assigned or could take it, and
 * leaves them there when somebody else gets it.
 */
@Component
class TaskGrants extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new Provider());
    }

    private static final class Provider extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity @Nullable [] newTaskAssignee(
                Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
            if (oldAssignee != null && !oldAssignee.equals(newAssignee) && !couldTake(task, oldAssignee)) {
                revoke(task, oldAssignee);
            }
            return super.newTaskAssignee(task, oldAssignee, newAssignee);
        }

        @Override
        public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(Task task, String userId, String type) {
            if (!userId.equals(task.getAssignee())) {
                revoke(task, userId);
            }
            return null;
        }

        /** People read themselves and change their password; renaming or deleting oneself is not part of it. */
        @Override
        public AuthorizationEntity[] newUser(User user) {
            var grants = super.newUser(user);
            for (var grant : grants) {
                grant.setPermissions(new Permissions[] {Permissions.READ, Permissions.UPDATE});
            }
            return grants;
        }

        private static boolean couldTake(Task task, String userId) {
            return ((TaskEntity) task)
                    .getIdentityLinks().stream()
                            .map(IdentityLinkEntity::getUserId)
                            .anyMatch(userId::equals);
        }

        private static void revoke(Task task, String userId) {
            Context.getCommandContext()
                    .getAuthorizationManager()
                    .deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), userId);
        }
    }
}
