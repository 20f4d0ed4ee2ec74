package org.reps.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Lets several people do something at the same moment, each in a thread of their own. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * The results in the order of the actions; an exception in one of them is thrown here, when all of them are over:
     * what comes next meets none that is still at it.
     */
    public static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
        var together = new CyclicBarrier(actions.size());
        var threads = Executors.newFixedThreadPool(actions.size());
        try {
            var results = threads.invokeAll(actions.stream()
                    .<Callable<T>>map(action -> () -> {
                        together.await();
                        return action.call();
                    })
                    .toList());
            var values = new ArrayList<T>();
            for (var result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
