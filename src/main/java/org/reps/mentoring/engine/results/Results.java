package org.reps.mentoring.engine.results;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/**
 * What comes back from a command is read like anything else that is asked for: it is of the kind that may come back
 * from it, or it is not handed out.
 */
final class Results {

    private Results() {}

    /**
     * @param kind what may come back; {@link Void} for nothing at all
     * @return the result, or nothing where nothing may come back
     * @throws AuthorizationException if the result is of another kind
     */
    @SuppressWarnings("unchecked")
    static <T> @Nullable T judged(Command<T> command, @Nullable T result, Class<?> kind) {
        if (result == null) {
            return null;
        }
        if (kind == Void.class) {
            return (T) nothingLike(result);
        }
        if (result instanceof ProcessInstance started && !(command instanceof AbstractQuery<?, ?>)) {
            return (T) Started.of(started);
        }
        // How many there are is said of everything of which there can be a list.
        var isCount = result instanceof Long && command instanceof AbstractQuery<?, ?>;
        var isOfTheKind = result instanceof Collection<?> all && !kind.isInstance(result)
                ? all.stream().allMatch(kind::isInstance)
                : kind.isInstance(result);
        if (!isCount && !isOfTheKind) {
            throw new AuthorizationException("What comes back from this is not shown here.");
        }
        return result;
    }

    private static @Nullable Object nothingLike(Object result) {
        if (result instanceof List<?>) {
            return List.of();
        }
        return result instanceof Long ? 0L : null;
    }

    /** A case for whoever has begun it: that there is one, and of which process. What it is about may not be theirs. */
    private record Started(String id, String processDefinitionId, String processDefinitionKey, boolean isEnded)
            implements ProcessInstance {

        static Started of(ProcessInstance begun) {
            return new Started(
                    begun.getId(), begun.getProcessDefinitionId(), begun.getProcessDefinitionKey(), begun.isEnded());
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getProcessInstanceId() {
            return id;
        }

        @Override
        public String getProcessDefinitionId() {
            return processDefinitionId;
        }

        @Override
        public String getProcessDefinitionKey() {
            return processDefinitionKey;
        }

        @Override
        public boolean isSuspended() {
            return false;
        }

        @Override
        public @Nullable String getRootProcessInstanceId() {
            return null;
        }

        @Override
        public @Nullable String getBusinessKey() {
            return null;
        }

        @Override
        public @Nullable String getCaseInstanceId() {
            return null;
        }

        @Override
        public @Nullable String getTenantId() {
            return null;
        }
    }
}
