package org.reps.mentoring.suggestion;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.handbook.StepNames;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.suggestion.Suggestion.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has been suggested and what became of it, for everybody. What is hidden is there for whoever wrote it, and for
 * nobody else.
 */
@Component
public class SuggestionList {

    private final SuggestionTable table;
    private final StepNames steps;
    private final People people;
    private final CurrentPerson person;
    private final ReadersLanguage languages;

    SuggestionList(
            SuggestionTable table, StepNames steps, People people, CurrentPerson person, ReadersLanguage languages) {
        this.table = table;
        this.steps = steps;
        this.people = people;
        this.person = person;
        this.languages = languages;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Shown> entries() {
        var me = person.id();
        var language = languages.of(me);
        return person.lookUp(() -> {
            var all = table.findAllByOrderBySuggestedAtDescIdAsc().stream()
                    // Of somebody who is erased nothing is left to read.
                    .filter(one -> !one.words().isEmpty())
                    .filter(one -> one.state() != State.HIDDEN || one.authorId().equals(me))
                    .toList();
            var names = people.namesOfThoseHere();
            var named = steps.in(language);
            return all.stream().map(one -> shown(one, me, names, named)).toList();
        });
    }

    /** How many wait for an answer. */
    @Transactional(readOnly = true)
    public int open() {
        return table.countByState(State.OPEN);
    }

    private static Shown shown(Suggestion one, String me, Map<String, String> names, StepNames.Names steps) {
        return new Shown(
                one.state().name(),
                one.authorId().equals(me),
                one.named() ? names.get(one.authorId()) : null,
                one.suggestedAt().toString(),
                about(one, steps),
                one.aboutWhat(),
                one.words(),
                one.answer(),
                one.answeredAt() == null ? null : one.answeredAt().toString());
    }

    private static @Nullable About about(Suggestion one, StepNames.Names steps) {
        if (one.process() == null || one.step() == null || one.processName() == null || one.stepName() == null) {
            return null;
        }
        var process = one.process();
        var step = one.step();
        var before = steps.before(process, one.processName(), one.stepName());
        return steps.of(process, step)
                .map(now -> new About(process, now.process(), step, now.step()))
                .orElseGet(() -> new About(process, before.process(), null, before.step()));
    }

    /**
     * A suggestion as somebody reads it.
     *
     * @param mine whether whoever reads has made it
     * @param by whose it is; null where they did not want that to be read, or are not here any more
     * @param about the step it hangs on; null where it hangs on none
     */
    public record Shown(
            String state,
            boolean mine,
            @Nullable String by,
            String on,
            @Nullable About about,
            String aboutWhat,
            String words,
            String answer,
            @Nullable String answeredOn) {}

    /**
     * A step of a diagram.
     *
     * @param process key of the process
     * @param step id of the step; null where the diagram has no such step any more
     */
    public record About(
            String process, String processName, @Nullable String step, String stepName) {}
}
