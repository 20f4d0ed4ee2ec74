package org.reps.mentoring.engine.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task has become somebody's, and it was not they who took it.
 *
 * @param taskId the task
 * @param caseId the case that its own began with, or its own
 * @param userId the person who is to do it
 * @param name what is to be done
 * @param why why the task exists, from its documentation in the diagram; empty when nothing is written there
 * @param due until when
 * @param optional whether it is something they may do, and need not
 */
public record TaskAssigned(
        String taskId,
        String caseId,
        String userId,
        String name,
        String why,
        @Nullable Instant due,
        boolean optional) {}
