package org.reps.mentoring.text;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Many ids, in as many parts as a statement takes. */
public final class Parts {

    private static final int AT_ONCE = 500;

    private Parts() {}

    /** @param each not called at all where there are none */
    public static void of(Collection<String> ids, Consumer<List<String>> each) {
        var all = List.copyOf(ids);
        for (var first = 0; first < all.size(); first += AT_ONCE) {
            each.accept(all.subList(first, Math.min(all.size(), first + AT_ONCE)));
        }
    }
}
