package org.reps.mentoring.engine.drawn;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A process as its diagram draws it. Texts are English, with the places in them.
 *
 * @param process its key
 * @param name what the diagram is called
 * @param why what its documentation says; empty when nothing
 * @param starters ids of the groups that may start it
 * @param seenByCouncil whether the council sees its cases
 * @param seenWhenCalledBy keys of the processes of whose cases, when they have called it, the council sees it
 * @param partOfIt variables that name those who are part of a case
 * @param waitsWhileAway whether tasks of somebody who is away are due later
 * @param shownTo on whose own page its cases stand, in the words of the diagram
 * @param stages in their order
 * @param steps in the order in which somebody would tell them
 * @param file the diagram itself
 */
public record Drawing(
        String process,
        String name,
        String why,
        Collection<String> starters,
        boolean seenByCouncil,
        Set<String> seenWhenCalledBy,
        Set<String> partOfIt,
        boolean waitsWhileAway,
        List<String> shownTo,
        List<String> stages,
        List<Step> steps,
        String file) {

    /** The step with this id in the diagram. */
    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /**
     * The diagram as something to look at: with names as people read them, and nothing of what programs read.
     *
     * @param said gets each name, and says it for whoever reads
     */
    public String picture(UnaryOperator<String> said) {
        return Picture.of(file, said);
    }
}
