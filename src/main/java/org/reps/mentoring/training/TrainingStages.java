package org.reps.mentoring.training;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far those come who would like to become mentors. */
@Component
@Transactional(readOnly = true)
public class TrainingStages {

    private final Trainings trainings;

    TrainingStages(Trainings trainings) {
        this.trainings = trainings;
    }

    /** All stages in their order, also those that nobody is in. */
    public List<Stage> all() {
        var found = trainings.byState().stream().collect(toMap(Trainings.Reached::state, Function.identity()));
        return Arrays.stream(Training.State.values())
                .map(state -> found.containsKey(state)
                        ? new Stage(
                                state.words(),
                                found.get(state).underWay(),
                                found.get(state).ended())
                        : new Stage(state.words(), 0, 0))
                .toList();
    }

    /**
     * One stage on the way to becoming a mentor.
     *
     * @param words what it is called
     * @param underWay how many reps are in it now
     * @param ended how many trainings have ended in it; in the last stage, how many reps became mentors
     */
    public record Stage(String words, int underWay, int ended) {}
}
