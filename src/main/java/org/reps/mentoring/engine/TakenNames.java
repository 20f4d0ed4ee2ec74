package org.reps.mentoring.engine;

import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * The names that a variable must not have: expressions look for variables first, so it would stand in the place of what
 * the application or the engine calls by this name.
 */
@Component
class TakenNames {

    private static final Pattern OF_THE_ENGINE = Pattern.compile("execution|caseExecution|task|externalTask"
            + "|authenticatedUserId|initiator|loopCounter|nrOf(Active|Completed)?Instances");

    private final BeanFactory beans;

    TakenNames(BeanFactory beans) {
        this.beans = beans;
    }

    boolean contains(String name) {
        return OF_THE_ENGINE.matcher(name).matches() || beans.containsBean(name);
    }
}
