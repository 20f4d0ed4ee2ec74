package org.reps.mentoring.engine.stages;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.stages.UnderWay.Stage;
import org.reps.mentoring.engine.stages.UnderWay.State;

/**
 * How far a case is: what it waits at is now, what comes before that is done, and so is what was done meanwhile beside
 * it. Between two steps it is where it was last.
 */
final class Way {

    private final List<String> names;
    private final Set<Integer> now = new TreeSet<>();
    private final Map<Integer, Instant> ended = new HashMap<>();
    private @Nullable Instant since;
    private int last;
    private boolean waitsElsewhere;

    /** @param names the stages in their order */
    Way(List<String> names) {
        this.names = names;
    }

    /**
     * A step that was reached, in the order in which they were.
     *
     * @param stage its stage; null where it has none
     * @param ended null while it waits
     * @param toBeDone whether it is something that somebody has to do
     */
    void add(@Nullable String stage, Instant began, @Nullable Instant ended, boolean toBeDone) {
        var place = stage == null ? -1 : names.indexOf(stage);
        if (place < 0) {
            waitsElsewhere |= ended == null && toBeDone;
            return;
        }
        last = place;
        if (ended == null) {
            if (now.isEmpty() || place < first()) {
                since = began;
            }
            now.add(place);
        } else {
            this.ended.put(place, ended);
        }
    }

    /** Whether what is left of the case is nothing of the way: others still have something to do. */
    boolean isOver() {
        return !names.isEmpty() && now.isEmpty() && waitsElsewhere;
    }

    List<Stage> stages() {
        if (now.isEmpty()) {
            now.add(last);
        }
        return IntStream.range(0, names.size())
                .mapToObj(place -> new Stage(names.get(place), state(place)))
                .toList();
    }

    private State state(int place) {
        if (now.contains(place)) {
            return State.NOW;
        }
        return place < first() || isDoneBeside(place) ? State.DONE : State.AHEAD;
    }

    private boolean isDoneBeside(int place) {
        return since != null && ended.getOrDefault(place, since).isAfter(since);
    }

    private int first() {
        return now.iterator().next();
    }
}
