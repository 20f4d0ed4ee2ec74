package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.engine.drawn.Step;
import org.reps.mentoring.engine.drawn.Step.Asked;
import org.reps.mentoring.engine.drawn.Step.Kind;
import org.reps.mentoring.engine.drawn.Step.Next;
import org.reps.mentoring.engine.drawn.Step.Question;
import org.reps.mentoring.handbook.Chapter.Asking;
import org.reps.mentoring.handbook.Chapter.Fact;
import org.reps.mentoring.handbook.Chapter.Letter;
import org.reps.mentoring.handbook.Chapter.Stage;
import org.reps.mentoring.handbook.Chapter.Told;
import org.reps.mentoring.rules.MentoringRules;

/** Tells processes in one language. */
final class ChapterWriter {

    private final Words words;
    private final Places places;
    private final Times times;
    private final People people;
    private final Function<Step, List<String>> mails;
    private final Function<String, String> names;

    /**
     * @param mails the names of the mails that a step can send
     * @param names what the process with a key is called, in English
     */
    ChapterWriter(
            Words words, MentoringRules rules, Function<Step, List<String>> mails, Function<String, String> names) {
        this.words = words;
        this.places = new Places(words, rules.days());
        this.times = new Times(rules, words);
        this.people = new People(words);
        this.mails = mails;
        this.names = names;
    }

    Times times() {
        return times;
    }

    People people() {
        return people;
    }

    Letter letter(String mail) {
        return Mails.letter(mail, words, places);
    }

    /** A name or another text of a diagram, as people read it. */
    String said(String process, String english) {
        return places.name(words.ofDiagram(process, english));
    }

    /** @param usual how long it usually takes; empty where nobody can say */
    Chapter chapter(Drawing drawing, String usual) {
        var process = drawing.process();
        var why = Sources.of(process, drawing.why(), words);
        var ways = new Ways(drawing);
        var numbers = new HashMap<String, Integer>();
        ways.told().forEach(step -> numbers.put(step.id(), numbers.size() + 1));
        return new Chapter(
                process,
                said(process, drawing.name()),
                why.about(),
                facts(drawing, usual, why.source()),
                drawing.stages().stream()
                        .map(stage -> new Stage(stage, said(process, stage)))
                        .toList(),
                ways.told().stream()
                        .map(step -> told(drawing, ways, step, numbers))
                        .toList());
    }

    private List<Fact> facts(Drawing drawing, String usual, String source) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                "starts",
                drawing.starters().isEmpty() ? words.say("starts.itself") : people.groups(drawing.starters())));
        facts.add(fact("sees", sees(drawing)));
        if (!drawing.shownTo().isEmpty()) {
            facts.add(fact(
                    "shown",
                    drawing.shownTo().stream()
                            .map(who -> words.say("shown." + who))
                            .collect(joining("; "))));
        }
        if (drawing.steps().stream().anyMatch(step -> step.kind() == Kind.TASK)) {
            facts.add(fact("away", words.say(drawing.waitsWhileAway() ? "away.waits" : "away.goes-on")));
        }
        add(facts, "usual", usual);
        add(facts, "source", source);
        return facts;
    }

    String sees(Drawing drawing) {
        var who = drawing.seenByCouncil()
                ? words.say("sees.council")
                : drawing.seenWhenCalledBy().isEmpty()
                        ? words.say("sees.nobody")
                        : words.say(
                                "sees.called",
                                drawing.seenWhenCalledBy().stream()
                                        .map(key -> words.say("quoted", said(key, names.apply(key))))
                                        .collect(joining(", ")));
        var part = drawing.partOfIt().stream()
                .map(variable -> partOfIt(drawing.process(), variable))
                .distinct()
                .collect(joining(", "));
        return part.isEmpty() || !drawing.seenByCouncil() ? who : who + " " + words.say("sees.but", part);
    }

    private String partOfIt(String process, String variable) {
        var name = "${" + variable.replace(".mentees", "") + "}";
        var who = people.named(process, name);
        return variable.endsWith(".mentees") ? words.say("who.mentees-of", who) : who;
    }

    private Told told(Drawing drawing, Ways ways, Step step, Map<String, Integer> numbers) {
        return new Told(
                step.id(),
                numbers.getOrDefault(step.id(), 0),
                step.kind().name(),
                words.say("kind." + step.kind().name()),
                name(drawing, step),
                ways.level(step),
                step.stage(),
                facts(drawing, ways, step, numbers),
                step.form() == null
                        ? List.of()
                        : step.form().questions().stream()
                                .map(question -> asking(step.form(), question))
                                .toList(),
                mails.apply(step).stream().map(this::letter).toList());
    }

    String name(Drawing drawing, Step step) {
        return step.name().isBlank() ? words.say("kind." + step.kind().name()) : said(drawing.process(), step.name());
    }

    private List<Fact> facts(Drawing drawing, Ways ways, Step step, Map<String, Integer> numbers) {
        var facts = new ArrayList<Fact>();
        var process = drawing.process();
        var why = Sources.of(process, step.why(), words);
        if (step.kind() == Kind.TASK) {
            facts.add(fact("who", who(process, step)));
            add(facts, "why", why.all());
            facts.add(fact("due", due(step)));
            if (!step.whenOverdue().isEmpty()) {
                facts.add(fact("escalates", escalates(process, step)));
            }
            if (!step.seenBy().isEmpty()) {
                facts.add(fact("seen", words.say("group." + step.seenBy())));
            }
        } else {
            add(facts, "about", why.all());
        }
        if (step.kind() == Kind.BEGINNING && step.form() != null) {
            facts.add(fact("who", people.groups(drawing.starters())));
        }
        if (step.kind() != Kind.TASK && !step.when().isEmpty()) {
            facts.add(fact("when", times.after(step.when())));
        }
        if (step.at() != null) {
            facts.add(fact(
                    "at", words.say(step.stopsIt() ? "at.stops" : "at.beside", pointer(drawing, step.at(), numbers))));
        }
        if (step.called() != null) {
            facts.add(fact("process", said(step.called(), names.apply(step.called()))));
        }
        if (step.form() != null) {
            add(
                    facts,
                    "form",
                    places.form(words.ofForm(step.form().id(), step.form().intro())));
        }
        var events = ways.at(step);
        if (!events.isEmpty()) {
            facts.add(fact(
                    "meanwhile",
                    events.stream()
                            .map(event -> meanwhile(drawing, event, numbers))
                            .collect(joining("; "))));
        }
        add(
                facts,
                "next",
                ways.next(step).stream()
                        .map(next -> next(drawing, next, numbers))
                        .collect(joining("; ")));
        add(facts, "source", why.source());
        return facts;
    }

    String who(String process, Step step) {
        return people.named(process, step.whom());
    }

    String due(Step step) {
        var due = step.when().isEmpty() ? words.say("time.by-case") : times.due(step.when());
        return step.optional() ? words.say("due.optional", due) : due;
    }

    String escalates(String process, Step step) {
        return words.say(
                "escalates.to", times.after("${rules.councilAnswer()}"), people.named(process, step.whenOverdue()));
    }

    String meanwhile(Drawing drawing, Step event, Map<String, Integer> numbers) {
        var pointer = pointer(drawing, event.id(), numbers);
        return event.kind() == Kind.TIMER ? times.after(event.when()) + ": " + pointer : pointer;
    }

    private String next(Drawing drawing, Next next, Map<String, Integer> numbers) {
        var pointer = pointer(drawing, next.step(), numbers);
        return next.answer().isBlank()
                ? pointer
                : words.say("next.if", said(drawing.process(), next.answer()), pointer);
    }

    private String pointer(Drawing drawing, String id, Map<String, Integer> numbers) {
        return drawing.step(id)
                .map(step -> words.say("pointer", numbers.getOrDefault(id, 0), name(drawing, step)))
                .orElse("");
    }

    private Asking asking(Asked form, Question question) {
        var notes = new ArrayList<String>();
        if (question.required()) {
            notes.add(words.say(question.sometimes() ? "asked.required-if" : "asked.required"));
        } else if (question.sometimes()) {
            notes.add(words.say("asked.sometimes"));
        }
        if (question.confidential()) {
            notes.add(words.say("asked.confidential"));
        }
        if (!question.onlyFor().isEmpty()) {
            notes.add(words.say("asked.only", people.groups(List.of(question.onlyFor()))));
        }
        return new Asking(
                places.form(words.ofForm(form.id(), question.label())),
                places.form(words.ofForm(form.id(), question.description())),
                question.options().stream()
                        .map(option -> places.form(words.ofForm(form.id(), option)))
                        .toList(),
                notes);
    }

    Fact fact(String label, String text) {
        return new Fact(words.say("label." + label), text);
    }

    private void add(List<Fact> facts, String label, String text) {
        if (!text.isBlank()) {
            facts.add(fact(label, text));
        }
    }
}
