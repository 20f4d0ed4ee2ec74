package org.reps.mentoring.overview;

import java.util.Set;
import org.reps.mentoring.engine.reports.RunningCases;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.springframework.stereotype.Component;

/** What running cases are about, as far as whoever reads may know of them. */
@Component
class CasesInSight {

    private final RunningCases running;
    private final Subjects subjects;

    CasesInSight(RunningCases running, Subjects subjects) {
        this.running = running;
        this.subjects = subjects;
    }

    /** What the cases of a process are about that this person is part of. */
    Set<String> ofReader(String process, OutOfSight outOfSight) {
        if (outOfSight.own().isEmpty()) {
            return Set.of();
        }
        var subjects = running.subjects(process);
        subjects.keySet().retainAll(outOfSight.own());
        return Set.copyOf(subjects.values());
    }

    /** What the cases of an open process are about that this person may see. */
    Set<String> inSight(String process, OutOfSight outOfSight) {
        var subjects = running.subjects(process);
        subjects.keySet().removeAll(outOfSight.all());
        return Set.copyOf(subjects.values());
    }
}
