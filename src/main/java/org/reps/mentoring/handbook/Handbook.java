package org.reps.mentoring.handbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.engine.drawn.Step;
import org.reps.mentoring.engine.drawn.Table;
import org.reps.mentoring.handbook.Chapter.Letter;
import org.reps.mentoring.handbook.sent.StepMails;
import org.reps.mentoring.rules.MentoringRules;

/**
 * How it works: each process in words, the mails that belong to none, and all rules in one table.
 *
 * <p>It says nothing that depends on anybody, so it is the same for everybody who reads the same language.
 */
final class Handbook {

    private final MentoringRules rules;
    private final List<String> mails;
    private final StepMails stepMails;
    private final Map<Step, List<String>> known = new ConcurrentHashMap<>();

    /** @param beans the class behind a name that diagrams call; null where there is none */
    Handbook(MentoringRules rules, Function<String, @Nullable Class<?>> beans) {
        this.rules = rules;
        this.mails = Mails.names();
        this.stepMails = new StepMails(mails, beans);
    }

    /** All processes in the order of their names in this language. */
    List<Drawing> inOrder(List<Drawing> drawings, String language) {
        var writer = writer(drawings, language);
        return drawings.stream()
                .sorted((one, other) -> writer.said(one.process(), one.name())
                        .compareToIgnoreCase(writer.said(other.process(), other.name())))
                .toList();
    }

    Chapter chapter(Drawing drawing, List<Drawing> all, String language, Optional<Duration> usual) {
        var writer = writer(all, language);
        return writer.chapter(drawing, usual.map(writer.times()::about).orElse(""));
    }

    /** What a process is called and what it is for, without all that is in it. */
    Summary summary(Drawing drawing, List<Drawing> all, String language) {
        var words = Words.in(language);
        return new Summary(
                drawing.process(),
                writer(all, language).said(drawing.process(), drawing.name()),
                Sources.of(drawing.process(), drawing.why(), words).about());
    }

    record Summary(String process, String name, String about) {}

    RuleBook ruleBook(List<Drawing> all, List<Table> tables, String language) {
        var writer = writer(all, language);
        return new RuleBookWriter(Words.in(language), writer, this::mailsOf).of(inOrder(all, language), tables);
    }

    /** Mails that no step of a diagram sends: they come by themselves. */
    List<Letter> otherMails(List<Drawing> all, String language) {
        var writer = writer(all, language);
        var ofSteps = new TreeSet<String>();
        all.forEach(drawing -> drawing.steps().forEach(step -> ofSteps.addAll(mailsOf(step))));
        return mails.stream()
                .filter(mail -> !ofSteps.contains(mail))
                .map(writer::letter)
                .toList();
    }

    /** The diagram with its names in this language. */
    String picture(Drawing drawing, List<Drawing> all, String language) {
        var writer = writer(all, language);
        return drawing.picture(name -> writer.said(drawing.process(), name));
    }

    private List<String> mailsOf(Step step) {
        return known.computeIfAbsent(step, stepMails::of);
    }

    private ChapterWriter writer(List<Drawing> all, String language) {
        return new ChapterWriter(
                Words.in(language),
                rules,
                this::mailsOf,
                key -> all.stream()
                        .filter(drawing -> drawing.process().equals(key))
                        .map(Drawing::name)
                        .findFirst()
                        .orElse(key));
    }
}
