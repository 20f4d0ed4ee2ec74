package org.reps.mentoring.handbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.engine.drawn.Step;
import org.reps.mentoring.engine.drawn.Step.Kind;
import org.reps.mentoring.engine.drawn.Step.Next;

/** What comes after what in a diagram. */
record Ways(Drawing drawing) {

    /** What somebody is told of: forks without a question are only lines that part or meet. */
    List<Step> told() {
        return drawing.steps().stream().filter(step -> step.kind() != Kind.FORK).toList();
    }

    /** What comes right after a step, behind all forks. */
    List<Next> next(Step step) {
        var found = new ArrayList<Next>();
        step.next().forEach(next -> pass(next.answer(), next.step(), found, new LinkedHashSet<>()));
        return found.stream().distinct().toList();
    }

    private void pass(String answer, String id, List<Next> found, Set<String> seen) {
        drawing.step(id).filter(step -> seen.add(id)).ifPresent(step -> {
            if (step.kind() == Kind.FORK) {
                step.next().forEach(next -> pass(answer, next.step(), found, seen));
            } else {
                found.add(new Next(answer, id));
            }
        });
    }

    /** What hangs on a step and happens beside it, or ends it. */
    List<Step> at(Step step) {
        return drawing.steps().stream()
                .filter(event -> step.id().equals(event.at()))
                .toList();
    }

    /** All that happens after a step until somebody has something to do again, or something is waited for. */
    List<Step> after(Step step) {
        var seen = new LinkedHashSet<String>();
        step.next().forEach(next -> follow(next.step(), seen));
        return seen.stream().flatMap(id -> drawing.step(id).stream()).toList();
    }

    private void follow(String id, Set<String> seen) {
        var step = drawing.step(id).orElse(null);
        if (step == null || !seen.add(id) || step.kind().waits()) {
            return;
        }
        if (step.kind() == Kind.PART) {
            inside(step).filter(inner -> inner.kind() == Kind.BEGINNING).forEach(start -> follow(start.id(), seen));
        } else if (step.kind() == Kind.END && step.within() != null) {
            drawing.step(step.within()).ifPresent(part -> part.next().forEach(next -> follow(next.step(), seen)));
        } else {
            step.next().forEach(next -> follow(next.step(), seen));
        }
    }

    private Stream<Step> inside(Step part) {
        return drawing.steps().stream().filter(step -> part.id().equals(step.within()));
    }

    /** In how many parts a step stands. */
    int level(Step step) {
        var level = 0;
        for (var within = step.within(); within != null; level++) {
            within = drawing.step(within).map(Step::within).orElse(null);
        }
        return level;
    }
}
