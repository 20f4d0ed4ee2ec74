package org.reps.mentoring.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/** A command that somebody gives, with what is in it. */
record Asked(Command<?> command) {

    /** The query that is asked, and all queries inside it. */
    List<AbstractQuery<?, ?>> queries() {
        var queries = new ArrayList<AbstractQuery<?, ?>>();
        if (command instanceof AbstractQuery<?, ?> query) {
            collect(query, queries);
        } else if (command instanceof AbstractExecuteFilterCmd
                && field("extendingQuery") instanceof AbstractQuery<?, ?> query) {
            collect(query, queries);
        }
        return queries;
    }

    private static void collect(AbstractQuery<?, ?> query, List<AbstractQuery<?, ?>> queries) {
        queries.add(query);
        var accessor = new DirectFieldAccessor(query);
        if (accessor.isReadableProperty("queries") && accessor.getPropertyValue("queries") instanceof List<?> inner) {
            inner.stream()
                    .filter(other -> other != query)
                    .forEach(other -> collect((AbstractQuery<?, ?>) other, queries));
        }
    }

    @Nullable
    Object field(String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }

    /** Such as an id. */
    @Nullable
    String text(String name) {
        return (String) field(name);
    }

    /** @throws AuthorizationException with this reason */
    static void refuseIf(boolean wrong, String reason) {
        if (wrong) {
            throw new AuthorizationException(reason);
        }
    }
}
