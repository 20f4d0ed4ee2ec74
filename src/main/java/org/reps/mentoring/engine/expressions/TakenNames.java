package org.reps.mentoring.engine.expressions;

import java.util.regex.Pattern;

/** The names that a variable must not have, because the application or the engine calls something else by them. */
public final class TakenNames {

    private static final Pattern OF_THE_ENGINE = Pattern.compile("execution|caseExecution|task|externalTask"
            + "|authenticatedUserId|initiator|loopCounter|nrOf(Active|Completed)?Instances");

    private TakenNames() {}

    public static boolean contains(String name) {
        return OF_THE_ENGINE.matcher(name).matches() || DiagramBeans.NAMES.contains(name);
    }
}
