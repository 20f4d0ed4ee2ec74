package org.reps.mentoring.engine.models;

import java.util.regex.Pattern;
import org.reps.mentoring.engine.expressions.DiagramBeans;

/** The names that a variable must not have, because the application or the engine calls something else by them. */
final class TakenNames {

    private static final Pattern OF_THE_ENGINE = Pattern.compile("execution|caseExecution|task|externalTask"
            + "|authenticatedUserId|initiator|loopCounter|nrOf(Active|Completed)?Instances");

    private TakenNames() {}

    static boolean contains(String name) {
        return OF_THE_ENGINE.matcher(name).matches() || DiagramBeans.NAMES.contains(name);
    }
}
