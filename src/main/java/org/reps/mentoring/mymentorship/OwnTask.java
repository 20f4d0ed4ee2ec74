package org.reps.mentoring.mymentorship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;

/**
 * Something that whoever is logged in has to do, or could; optional where they may do it, and need not.
 *
 * @param overdue by the programme's clock, as a browser's may be wrong
 */
public record OwnTask(
        String id,
        String name,
        boolean optional,
        String since,
        @Nullable String due,
        boolean overdue) {

    public static OwnTask of(OpenTask task, Instant now) {
        var due = task.due();
        return new OwnTask(
                task.id(),
                task.name(),
                task.optional(),
                task.since().toString(),
                textOrNull(due),
                due != null && due.isBefore(now));
    }

    /** A moment in a page, as ISO text. */
    static @Nullable String textOrNull(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
