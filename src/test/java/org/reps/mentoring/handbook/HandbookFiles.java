package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.engine.drawn.Drawings;
import org.reps.mentoring.engine.drawn.Table;
import org.reps.mentoring.handbook.Chapter.Asking;
import org.reps.mentoring.handbook.Chapter.Fact;
import org.reps.mentoring.handbook.Chapter.Letter;
import org.reps.mentoring.handbook.Chapter.Told;

/** The handbook as files that can be read without the application. */
final class HandbookFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Words WORDS = Words.in("en");

    private HandbookFiles() {}

    /** What the diagrams in {@code bpmn} draw, with the forms in {@code forms}. */
    static List<Drawing> drawings() {
        return Diagram.all()
                .flatMap(diagram -> Drawings.of(diagram.model(), HandbookFiles::form).stream())
                .toList();
    }

    static List<Table> tables() {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .flatMap(file -> Table.in(Dmn.readModelFromFile(file.toFile())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<JsonNode> form(String id) {
        var file = Path.of("forms", id + ".form");
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files by their names. */
    static TreeMap<String, String> of(Handbook handbook) {
        var drawings = drawings();
        var files = new TreeMap<String, String>();
        var contents = new StringBuilder(
                "# How it works\n\nWhat people read under *How it works*, in English. It is made of diagrams, forms,"
                        + " figures and mails; `HandbookFilesTest`\ncompares, and `mvn test -Dtest=HandbookFilesTest -Dhandbook` writes"
                        + " it anew. How long something usually takes stands only\nin the application.\n\n- [The rule book](rules.md)\n- [Other"
                        + " mails](other-mails.md)\n\n");
        for (var drawing : handbook.inOrder(drawings, "en")) {
            var chapter = handbook.chapter(drawing, drawings, "en", Optional.empty());
            files.put(drawing.process() + ".md", text(chapter));
            contents.append("- [")
                    .append(chapter.name())
                    .append("](")
                    .append(drawing.process())
                    .append(".md)")
                    .append(chapter.about().isBlank() ? "" : ": " + chapter.about())
                    .append("\n");
        }
        files.put("README.md", contents.toString());
        files.put("rules.md", text(handbook.ruleBook(drawings, tables(), "en")));
        files.put(
                "other-mails.md",
                "# Other mails\n\n" + WORDS.say("page.mailsIntro") + "\n"
                        + handbook.otherMails(drawings, "en").stream()
                                .map(HandbookFiles::text)
                                .collect(joining()));
        return files;
    }

    private static String text(Chapter chapter) {
        var stages = chapter.stages().isEmpty()
                ? ""
                : "- **" + WORDS.say("page.stages") + ":** "
                        + chapter.stages().stream().map(Chapter.Stage::name).collect(joining(" → ")) + "\n";
        return "# " + chapter.name() + "\n\n" + chapter.about() + "\n\n"
                + facts(chapter.facts())
                + stages
                + "\n![The diagram; the steps below say the same](../../.readme/" + chapter.process() + ".png)\n"
                + chapter.steps().stream().map(HandbookFiles::text).collect(joining());
    }

    private static String text(Told step) {
        return "\n## " + step.number() + " " + step.name()
                + (step.name().equals(step.what()) ? "" : " (" + step.what().toLowerCase(Locale.ROOT) + ")") + "\n\n"
                + facts(step.facts())
                + (step.questions().isEmpty() ? "" : "\n" + WORDS.say("page.asked") + ":\n\n")
                + step.questions().stream().map(HandbookFiles::text).collect(joining())
                + step.mails().stream().map(HandbookFiles::text).collect(joining());
    }

    private static String facts(List<Fact> facts) {
        return facts.stream()
                .map(fact -> "- **" + fact.label() + ":** " + inLine(fact.text()) + "\n")
                .collect(joining());
    }

    private static String text(Asking question) {
        return "- " + inLine(question.label())
                + (question.notes().isEmpty() ? "" : " *(" + String.join("; ", question.notes()) + ")*")
                + (question.description().isBlank() ? "" : "  \n  " + inLine(question.description()))
                + "\n"
                + question.options().stream()
                        .map(option -> "  - " + inLine(option) + "\n")
                        .collect(joining());
    }

    private static String text(Letter letter) {
        return "\n> **" + inLine(letter.subject()) + "** (`" + letter.notice() + "`)\n"
                + letter.paragraphs().stream()
                        .map(paragraph -> ">\n> " + paragraph.replace("\n", "  \n> ") + "\n")
                        .collect(joining())
                + ">\n> *" + WORDS.say("page.because").replace("{0}", inLine(letter.because())) + "*\n";
    }

    private static String text(RuleBook book) {
        return "# The rule book\n\n" + WORDS.say("page.rulesIntro") + "\n\n"
                + row(book.columns())
                + "|---".repeat(book.columns().size()) + "|\n"
                + book.rows().stream().map(row -> row(row.cells())).collect(joining())
                + "\n## " + WORDS.say("page.decisions") + "\n"
                + book.decisions().stream().map(HandbookFiles::text).collect(joining());
    }

    private static String text(RuleBook.Decided decided) {
        return "\n### " + decided.name() + "\n\n"
                + facts(decided.facts())
                + "\n"
                + decided.rules().stream()
                        .map(rule -> "1. " + inLine(rule) + "\n")
                        .collect(joining());
    }

    private static String row(List<String> cells) {
        return "| " + cells.stream().map(HandbookFiles::inLine).collect(joining(" | ")) + " |\n";
    }

    private static String inLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replace("|", "\\|").strip();
    }
}
