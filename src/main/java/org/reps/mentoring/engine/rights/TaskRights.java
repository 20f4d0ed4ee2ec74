package org.reps.mentoring.engine.rights;

import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.OneOfTwo;

/**
 * What a diagram says of a user task. It is read here and nowhere else.
 *
 * @param forCouncil whether it is done for the council ({@code forCouncil}): it stands in the council's queue, and
 *     nobody takes it who is part of the case
 * @param whenOverdue an expression for those to whom it is offered as well when it is overdue; empty where it stays as
 *     it is
 * @param seenBy which of the two people of a mentorship sees that it waits for the other; null for neither
 */
public record TaskRights(
        boolean forCouncil, String whenOverdue, @Nullable OneOfTwo seenBy) {

    public static final String FOR_COUNCIL = "forCouncil";
    public static final String WHEN_OVERDUE = "whenOverdue";
    public static final String SEEN_BY = ProcessRights.SEEN_BY;

    /** What a task says that stays with those who can take it anyway. */
    public static final String STAYS = "stays";

    public static final TaskRights NOTHING = new TaskRights(false, "", null);

    /** @param task an element that can be read, as deployments are checked for */
    public static TaskRights read(Said task) {
        return new TaskRights(
                task.property(FOR_COUNCIL).anyMatch("true"::equals),
                task.property(WHEN_OVERDUE)
                        .filter(said -> !STAYS.equals(said))
                        .findFirst()
                        .orElse(""),
                task.property(SEEN_BY)
                        .flatMap(said -> OneOfTwo.withId(said).stream())
                        .findFirst()
                        .orElse(null));
    }

    /** Whether more people can take it when it is overdue. */
    public boolean escalates() {
        return !whenOverdue.isEmpty();
    }
}
