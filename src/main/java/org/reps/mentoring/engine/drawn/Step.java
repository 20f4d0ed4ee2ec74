package org.reps.mentoring.engine.drawn;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An element of a diagram that a case comes by.
 *
 * @param why what its documentation says; empty when nothing
 * @param within id of the part it stands in; null where it stands in none
 * @param at id of the step it hangs on; null where it hangs on none
 * @param stopsIt whether what it hangs on is over when it happens
 * @param whom the expression for whoever does it; empty where nobody has to
 * @param forCouncil whether it stands in the council's queue
 * @param whenOverdue the expression for those to whom it is offered as well when it is overdue; empty where to nobody
 * @param seenBy which of the two of a mentorship sees that it waits for the other one; empty for neither
 * @param optional whether it may be done and need not
 * @param when the expression for its due date, or for when a timer goes off; empty where there is none
 * @param calls what its expressions call, as {@code bean.method}
 * @param words the texts between quotes in its expressions
 * @param called key of the process it calls; null where it calls none
 * @param decision key of the table that decides; null where none does
 * @param stage the stage it belongs to; empty where it has none
 * @param next what comes after it
 * @param form what its form asks; null where there is none
 */
public record Step(
        String id,
        Kind kind,
        String name,
        String why,
        @Nullable String within,
        @Nullable String at,
        boolean stopsIt,
        String whom,
        boolean forCouncil,
        String whenOverdue,
        String seenBy,
        boolean optional,
        String when,
        Set<String> calls,
        Set<String> words,
        @Nullable String called,
        @Nullable String decision,
        String stage,
        List<Next> next,
        @Nullable Asked form) {

    /** What an element is to people. */
    public enum Kind {
        BEGINNING,
        TASK,
        TELL,
        STEP,
        PROCESS,
        DECISION,
        QUESTION,
        FORK,
        TIMER,
        EVENT,
        PART,
        END;

        /** Whether a case can wait there. */
        public boolean waits() {
            return this == TASK || this == TIMER || this == EVENT || this == PROCESS;
        }
    }

    /**
     * @param answer what stands on the flow; empty when nothing
     * @param step id of where it leads
     */
    public record Next(String answer, String step) {}

    /**
     * What a form asks.
     *
     * @param id of the form
     * @param intro what it says first
     */
    public record Asked(String id, String intro, List<Question> questions) {}

    /**
     * A field of a form.
     *
     * @param required whether there has to be an answer, where it is asked
     * @param confidential whether the answer is sealed
     * @param onlyFor id of the group whose members alone are asked; empty for everybody
     * @param sometimes whether it depends on other answers
     */
    public record Question(
            String label,
            String description,
            List<String> options,
            boolean required,
            boolean confidential,
            String onlyFor,
            boolean sometimes) {}
}
