package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.engine.drawn.Drawings;
import org.reps.mentoring.engine.drawn.OwnSteps;
import org.reps.mentoring.engine.drawn.UsualTimes;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.stages.CasesUnderWay;
import org.reps.mentoring.engine.stages.UnderWay;
import org.reps.mentoring.handbook.Chapter.Letter;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** The handbook for whoever is logged in: in their language, and with where they are in it. */
@Component
class HandbookPages {

    private final Drawings drawings;
    private final UsualTimes usualTimes;
    private final OwnSteps ownSteps;
    private final CasesUnderWay underWay;
    private final Mentorships mentorships;
    private final ReadersLanguage languages;
    private final CurrentPerson person;
    private final SingletonSupplier<Handbook> handbook;

    HandbookPages(
            Drawings drawings,
            UsualTimes usualTimes,
            OwnSteps ownSteps,
            CasesUnderWay underWay,
            Mentorships mentorships,
            ReadersLanguage languages,
            CurrentPerson person,
            MentoringRules rules,
            ApplicationContext application) {
        this.drawings = drawings;
        this.usualTimes = usualTimes;
        this.ownSteps = ownSteps;
        this.underWay = underWay;
        this.mentorships = mentorships;
        this.languages = languages;
        this.person = person;
        // Reading the program takes a moment, and most days nobody asks.
        this.handbook = SingletonSupplier.of(() -> new Handbook(rules, name -> beanClass(application, name)));
    }

    private static @Nullable Class<?> beanClass(ApplicationContext application, String name) {
        var type = application.containsBean(name) ? application.getType(name) : null;
        return type == null ? null : ClassUtils.getUserClass(type);
    }

    /** What there is to read, and where whoever reads is in it. */
    Index index() {
        var me = person.id();
        return read((language, all) -> {
            var here = here(me);
            return new Index(
                    language,
                    Words.in(language).ofPages(),
                    handbook.obtain().inOrder(all, language).stream()
                            .map(drawing -> handbook.obtain().summary(drawing, all, language))
                            .map(summary -> new Entry(summary, here.containsKey(summary.process())))
                            .toList());
        });
    }

    /** @throws Refusal where there is no process with this key */
    Page chapter(String process) {
        var me = person.id();
        return read((language, all) -> new Page(
                handbook.obtain().chapter(named(process, all, language), all, language, usualTimes.of(process)),
                here(me).getOrDefault(process, Here.NOWHERE)));
    }

    /** The diagram, as BPMN that says nothing but what is to be seen. */
    Map<String, String> diagram(String process) {
        return read((language, all) ->
                Map.of("xml", handbook.obtain().picture(named(process, all, language), all, language)));
    }

    RuleBook ruleBook() {
        return read((language, all) -> handbook.obtain().ruleBook(all, drawings.tables(), language));
    }

    List<Letter> otherMails() {
        return read((language, all) -> handbook.obtain().otherMails(all, language));
    }

    private static Drawing named(String process, List<Drawing> all, String language) {
        return all.stream()
                .filter(drawing -> drawing.process().equals(process))
                .findFirst()
                .orElseThrow(() -> new Refusal(Words.in(language).say("page.unknown")));
    }

    /** Everybody may read all of it, so the engine is not asked what they may see. */
    private <T> T read(BiFunction<String, List<Drawing>, T> answer) {
        var language = languages.of(person.id());
        return person.lookUp(() -> answer.apply(language, drawings.inForce()));
    }

    /** By process: where something waits for whoever reads, and how far the cases are that stand on their own page. */
    private Map<String, Here> here(String me) {
        var steps = ownSteps.of(me);
        var stages = new HashMap<String, Set<String>>();
        underWay.of(me, pairs(me))
                .forEach(one -> stages.computeIfAbsent(one.process(), none -> new TreeSet<>())
                        .addAll(one.stages().stream()
                                .filter(stage -> stage.state() == UnderWay.State.NOW)
                                .map(UnderWay.Stage::name)
                                .toList()));
        return Stream.concat(steps.keySet().stream(), stages.keySet().stream())
                .distinct()
                .collect(toMap(
                        process -> process,
                        process -> new Here(
                                steps.getOrDefault(process, Set.of()), stages.getOrDefault(process, Set.of()))));
    }

    /** Business keys of what they have with somebody else, as on their own page. */
    private List<String> pairs(String me) {
        return mentorships.of(me).stream()
                .flatMap(one -> Stream.of(one.menteeId(), one.id()))
                .toList();
    }

    /** @param words what the pages say themselves, by their keys */
    record Index(String language, Map<String, String> words, List<Entry> processes) {}

    /** @param here whether whoever reads is in it */
    record Entry(Handbook.Summary process, boolean here) {}

    record Page(Chapter chapter, Here here) {}

    /**
     * Where whoever reads is in a process.
     *
     * @param steps ids of those that wait for them
     * @param stages of their cases, as far as these stand on their page
     */
    record Here(Set<String> steps, Set<String> stages) {

        static final Here NOWHERE = new Here(Set.of(), Set.of());
    }
}
