package org.reps.mentoring.engine.grants;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;

/**
 * Takes the rights to those cases away from a member of the council that are out of sight for them, and gives them back
 * when that is over: then all the engine's queries, pages and counts are right. What somebody has been given to do
 * stays theirs, as a right of one's own to a task comes first.
 *
 * <p>What the operator has taken away from somebody stays so: only what has an id of ours is given back.
 *
 * @return what is out of sight now
 */
public record Revocations(String userId, PartOfCase partOfCase) implements Command<OutOfSight> {

    private record Revoked(int resourceType, String resourceId) {

        Revoked(Resource resource, String resourceId) {
            this(resource.resourceType(), resourceId);
        }

        /**
         * Always the same for the same: the engine writes in the order of ids, so requests of one person that come at
         * once wait for each other in that order and not in a circle; and it tells which of them are ours.
         */
        String id(String userId) {
            var name = userId + "\n" + resourceType + "\n" + resourceId;
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    @Override
    public OutOfSight execute(CommandContext context) {
        return context.runWithoutAuthorization(() -> {
            var out = partOfCase.outOfSight(userId, context);
            var wanted = wanted(out, context);
            for (var revocation : inForce(userId, context)) {
                if (wanted.remove(revoked(revocation))) {
                    // There is one for each case or task only, and one of the operator may leave some rights.
                    revocation.setPermissions(0);
                } else if (isOurs(revocation)) {
                    context.getDbEntityManager().delete(revocation);
                }
            }
            wanted.forEach(revoked -> context.getDbEntityManager().insert(revocation(revoked)));
            return out;
        });
    }

    /** For somebody who is leaving the council, or altogether. */
    public static void end(String userId, CommandContext context) {
        context.runWithoutAuthorization(() -> {
            inForce(userId, context).stream()
                    .filter(Revocations::isOurs)
                    .forEach(revocation -> context.getDbEntityManager().delete(revocation));
            return null;
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

    private static List<AuthorizationEntity> inForce(String userId, CommandContext context) {
        return context
                .getProcessEngineConfiguration()
                .getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_REVOKE)
                .userIdIn(userId)
                .list()
                .stream()
                .map(AuthorizationEntity.class::cast)
                .toList();
    }

    private static boolean isOurs(AuthorizationEntity revocation) {
        return revocation.getId().equals(revoked(revocation).id(revocation.getUserId()));
    }

    private static Revoked revoked(Authorization revocation) {
        return new Revoked(revocation.getResourceType(), revocation.getResourceId());
    }

    private AuthorizationEntity revocation(Revoked revoked) {
        var revocation = new AuthorizationEntity(AUTH_TYPE_REVOKE);
        revocation.setId(revoked.id(userId));
        revocation.setUserId(userId);
        revocation.setResourceType(revoked.resourceType());
        revocation.setResourceId(revoked.resourceId());
        // None of them is left.
        revocation.setPermissions(0);
        return revocation;
    }
}
