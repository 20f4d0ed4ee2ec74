package org.reps.mentoring.handbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.engine.drawn.Drawings;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;

/** What the steps of the processes in force are called in the handbook. */
@Component
public class StepNames {

    private final Drawings drawings;
    private final MentoringRules rules;

    StepNames(Drawings drawings, MentoringRules rules) {
        this.drawings = drawings;
        this.rules = rules;
    }

    /** All of them in one language, to be asked for one after the other. */
    public Names in(String language) {
        var processes = new HashMap<String, Drawing>();
        drawings.inForce().forEach(drawing -> processes.put(drawing.process(), drawing));
        return new Names(
                processes, new ChapterWriter(Words.in(language), rules, step -> List.of(), process -> process));
    }

    /** As {@link Names#of}, for one. */
    public Optional<Called> of(String process, String step, String language) {
        return in(language).of(process, step);
    }

    /** In one language. */
    public static final class Names {

        private final Map<String, Drawing> processes;
        private final ChapterWriter writer;

        private Names(Map<String, Drawing> processes, ChapterWriter writer) {
            this.processes = processes;
            this.writer = writer;
        }

        /** What a step is called; empty where no process in force has it, or the handbook does not tell of it. */
        public Optional<Called> of(String process, String step) {
            return Optional.ofNullable(processes.get(process))
                    .flatMap(drawing -> new Ways(drawing)
                            .told().stream()
                                    .filter(told -> told.id().equals(step))
                                    .findFirst()
                                    .map(told -> new Called(
                                            writer.said(process, drawing.name()), writer.name(drawing, told))));
        }

        /** What was called so in English once. */
        public Called before(String process, String processName, String stepName) {
            return new Called(writer.said(process, processName), writer.said(process, stepName));
        }
    }

    /** The name of a process, and of a step in it. */
    public record Called(String process, String step) {}
}
