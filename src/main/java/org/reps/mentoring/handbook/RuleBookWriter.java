package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.engine.drawn.Step;
import org.reps.mentoring.engine.drawn.Step.Kind;
import org.reps.mentoring.engine.drawn.Table;
import org.reps.mentoring.handbook.RuleBook.Decided;
import org.reps.mentoring.handbook.RuleBook.Row;

/** Puts all rules of all processes into one table. */
final class RuleBookWriter {

    private static final String NOTHING = "–";

    private final Words words;
    private final ChapterWriter writer;
    private final Function<Step, List<String>> mails;

    RuleBookWriter(Words words, ChapterWriter writer, Function<Step, List<String>> mails) {
        this.words = words;
        this.writer = writer;
        this.mails = mails;
    }

    RuleBook of(List<Drawing> drawings, List<Table> tables) {
        return new RuleBook(
                Stream.of("process", "step", "who", "due", "meanwhile", "escalates", "told", "sees")
                        .map(column -> words.say("column." + column))
                        .toList(),
                drawings.stream().flatMap(this::rows).toList(),
                tables.stream().map(this::decided).toList());
    }

    private Decided decided(Table table) {
        var why = Sources.of(table.key(), table.why(), words);
        UnaryOperator<String> said = text -> words.ofHandbook(table.key(), text);
        return new Decided(
                table.key(),
                said.apply(table.name()),
                Stream.of(
                                writer.fact("about", why.all()),
                                writer.fact("asks", list(table.asks(), said)),
                                writer.fact("says", list(table.says(), said)),
                                writer.fact("source", why.source()))
                        .filter(fact -> !fact.text().isBlank())
                        .toList(),
                table.rules().stream().map(said).toList(),
                asked(table.key()));
    }

    private static String list(List<String> columns, UnaryOperator<String> said) {
        return columns.stream().map(said).collect(joining(", "));
    }

    private Stream<Row> rows(Drawing drawing) {
        return new Ways(drawing)
                .told().stream().filter(step -> isRule(drawing, step)).map(step -> row(drawing, step));
    }

    /** What somebody begins or is asked, and each clock that hangs on no question. */
    private static boolean isRule(Drawing drawing, Step step) {
        return switch (step.kind()) {
            case TASK -> true;
            case BEGINNING -> step.form() != null || !step.when().isEmpty();
            case TIMER ->
                step.at() == null
                        || drawing.step(step.at())
                                .filter(task -> task.kind() == Kind.TASK)
                                .isEmpty();
            default -> !new Ways(drawing).at(step).isEmpty() && step.kind() != Kind.PART;
        };
    }

    private Row row(Drawing drawing, Step step) {
        var ways = new Ways(drawing);
        var process = drawing.process();
        var isTask = step.kind() == Kind.TASK;
        return new Row(
                process,
                step.id(),
                Stream.of(
                                writer.said(process, drawing.name()),
                                writer.name(drawing, step),
                                isTask
                                        ? writer.who(process, step)
                                        : step.form() == null
                                                ? words.say("starts.itself")
                                                : writer.people().groups(drawing.starters()),
                                isTask
                                        ? writer.due(step)
                                        : step.kind() == Kind.TIMER
                                                ? writer.times().after(step.when())
                                                : NOTHING,
                                ways.at(step).stream()
                                        .map(event -> event(drawing, ways, event))
                                        .collect(joining("; ")),
                                step.whenOverdue().isEmpty() ? NOTHING : writer.escalates(process, step),
                                subjects(Stream.concat(Stream.of(step), ways.after(step).stream())),
                                sees(drawing, step))
                        .map(cell -> cell.isBlank() ? NOTHING : cell)
                        .toList(),
                asked(process, process + "." + step.id()));
    }

    private String asked(String... what) {
        return Stream.of(what)
                .flatMap(one -> words.ifThereIs("ask." + one).stream())
                .collect(joining(", "));
    }

    private String event(Drawing drawing, Ways ways, Step event) {
        var after = ways.after(event);
        var what = new ArrayList<String>();
        what.add(writer.name(drawing, event));
        var subjects = subjects(Stream.concat(Stream.of(event), after.stream()));
        if (!subjects.isEmpty()) {
            what.add(words.say("rule.mail", subjects));
        }
        after.stream()
                .filter(step -> step.kind() == Kind.TASK)
                .map(task -> words.say("rule.task", writer.who(drawing.process(), task), writer.name(drawing, task)))
                .forEach(what::add);
        var text = String.join(", ", what);
        return event.kind() == Kind.TIMER ? writer.times().after(event.when()) + ": " + text : text;
    }

    private String subjects(Stream<Step> steps) {
        return steps.flatMap(step -> mails.apply(step).stream())
                .distinct()
                .map(mail -> words.say("quoted", writer.letter(mail).subject()))
                .distinct()
                .collect(joining(", "));
    }

    private String sees(Drawing drawing, Step step) {
        return step.seenBy().isEmpty()
                ? writer.sees(drawing)
                : words.say("rule.seen", writer.sees(drawing), words.say("group." + step.seenBy()));
    }
}
