package org.reps.mentoring.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How our plugins fit in when the engine starts: their order, and what each adds beside the others. */
final class EngineStart {

    static final int DEPLOYMENT = 1;
    static final int AUTHORIZATIONS = 2;
    static final int FILTERS = 3;
    static final int OPERATOR = 4;

    private EngineStart() {}

    /** What other plugins have configured, and one more at the end; still open for those that come after. */
    static <T> List<T> and(@Nullable List<T> others, T one) {
        var all = others == null ? new ArrayList<T>() : new ArrayList<>(others);
        all.add(one);
        return all;
    }
}
