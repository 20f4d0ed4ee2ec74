package org.reps.mentoring.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.reps.mentoring.engine.PartOfCase.OutOfSight;

/**
 * Takes the rights to those cases away from a member of the council that are out of sight for them, and gives them back
 * when that is over: then all the engine's queries, pages and counts are right. What somebody has been given to do
 * stays theirs, as a right of one's own to a task comes first.
 *
 * @return what is out of sight now
 */
record Revocations(String userId, PartOfCase partOfCase) implements Command<OutOfSight> {

    private record Revoked(Resource resource, String id) {}

    @Override
    public OutOfSight execute(CommandContext context) {
        return context.runWithoutAuthorization(() -> {
            var out = partOfCase.outOfSight(userId, context);
            var wanted = wanted(out, context);
            for (var revocation : inForce(context)) {
                if (!wanted.remove(new Revoked(resource(revocation), revocation.getResourceId()))) {
                    context.getDbEntityManager().delete((AuthorizationEntity) revocation);
                }
            }
            wanted.forEach(revoked -> context.getDbEntityManager().insert(revocation(revoked)));
            return out;
        });
    }

    private static Set<Revoked> wanted(OutOfSight out, CommandContext context) {
        var wanted = new HashSet<Revoked>();
        var cases = out.all();
        if (!cases.isEmpty()) {
            cases.forEach(id -> wanted.add(new Revoked(Resources.PROCESS_INSTANCE, id)));
            context
                    .getProcessEngineConfiguration()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceIdIn(cases.toArray(String[]::new))
                    .list()
                    .stream()
                    .map(Task::getId)
                    .forEach(id -> wanted.add(new Revoked(Resources.TASK, id)));
        }
        return wanted;
    }

    private Iterable<Authorization> inForce(CommandContext context) {
        return context.getProcessEngineConfiguration()
                .getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_REVOKE)
                .userIdIn(userId)
                .list();
    }

    private static Resource resource(Authorization revocation) {
        return revocation.getResourceType() == Resources.TASK.resourceType()
                ? Resources.TASK
                : Resources.PROCESS_INSTANCE;
    }

    private AuthorizationEntity revocation(Revoked revoked) {
        var revocation = new AuthorizationEntity(AUTH_TYPE_REVOKE);
        revocation.setUserId(userId);
        revocation.setResource(revoked.resource());
        revocation.setResourceId(revoked.id());
        // None of them is left.
        revocation.setPermissions(0);
        return revocation;
    }
}
