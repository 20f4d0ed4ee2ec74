package org.reps.mentoring.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How our plugins fit in when the engine starts: their order, and what each adds beside the others. */
public final class EngineStart {

    /** What is deployed is looked at by itself before it is compared with what is in force. */
    public static final int CHECK = 0;

    /** Diagrams, decisions and forms come first: rights and filters are about what there is. */
    public static final int DEPLOYMENT = 1;
    /** Then groups and what each may do. */
    public static final int AUTHORIZATIONS = 2;
    /** Then the lists of tasks that these groups find. */
    public static final int FILTERS = 3;
    /** Last it is looked whether there is an operator. */
    public static final int OPERATOR = 4;

    private EngineStart() {}

    /** What other plugins have configured, and one more at the end; still open for those that come after. */
    public static <T> List<T> and(@Nullable List<T> others, T one) {
        var all = others == null ? new ArrayList<T>() : new ArrayList<>(others);
        all.add(one);
        return all;
    }
}
