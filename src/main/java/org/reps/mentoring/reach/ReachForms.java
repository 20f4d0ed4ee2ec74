package org.reps.mentoring.reach;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a form shows of how people can be reached, when it is opened and to whoever opens it: tasks name it as their
 * extension property {@code howToReach}, so that it never becomes a variable.
 */
@Component("reachForms")
@Transactional(readOnly = true)
public class ReachForms {

    private final HowToReach reach;
    private final CurrentPerson reader;

    ReachForms(HowToReach reach, CurrentPerson reader) {
        this.reach = reach;
        this.reader = reader;
    }

    /**
     * As {@link #of(String...)}, for a contact whom one of them has asked for help, which also says how to reach them.
     *
     * @param askingId whoever has asked; the form in which they did tells them that
     */
    public String forHelping(String askingId, String... personIds) {
        var readerId = reader.id();
        return Arrays.stream(personIds)
                .distinct()
                .filter(personId -> !personId.isEmpty() && !personId.equals(readerId))
                .map(personId -> personId.equals(askingId)
                        ? reach.inWordsToWhoeverHelps(personId)
                        : reach.inWords(readerId, personId))
                .collect(joining("\n"));
    }

    /** One line, or a few, for each of these people who is somebody else than the reader. */
    public String of(String... personIds) {
        return forHelping("", personIds);
    }
}
