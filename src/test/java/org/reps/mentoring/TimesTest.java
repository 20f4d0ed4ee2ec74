package org.reps.mentoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Every clock of every diagram, as a page that says where it is changed. */
class TimesTest {

    private static final Path PAGE = Path.of("docs", "times.md");
    private static final Pattern RULE = Pattern.compile("\\$\\{rules\\.(\\w+)\\(\\)}");

    /** Whoever changes a diagram finds the new page in {@code target/times.md}, to be looked at and put into docs. */
    @Test
    void the_page_says_what_the_diagrams_say() throws IOException {
        var page = """
                # When something is due, is reminded of, or goes on

                Every clock of the diagrams in `bpmn`. Where it names a figure (`mentoring.rules…`), the figure is set as the README
                says; where it says *in the diagram*, it is changed in Camunda Modeler: *Due date* of the task, or *Timer* of the
                event. `TimesTest` compares: whoever changes a diagram finds the new page in `target/times.md`.

                `P14D` is 14 days; `R/P30D` is every 30 days, `R3/P14D` three times after 14 days each.

                | process | what | when |
                |---|---|---|
                """ + Diagram.all().flatMap(TimesTest::rows).collect(joining());
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "times.md"), page);

        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static Stream<String> rows(Diagram diagram) {
        var due = diagram.model().getModelElementsByType(UserTask.class).stream()
                .map(task -> row(diagram, "due: " + name(task.getName()), task.getCamundaDueDate()));
        var timers = diagram.model().getModelElementsByType(TimerEventDefinition.class).stream()
                .map(timer -> row(diagram, what((CatchEvent) timer.getParentElement()), text(timer)));
        return Stream.concat(due, timers);
    }

    private static String what(CatchEvent event) {
        return name(event.getName())
                + (event instanceof BoundaryEvent attached
                        ? ", at “" + name(attached.getAttachedTo().getName()) + "”"
                        : "");
    }

    private static String text(TimerEventDefinition timer) {
        return Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .collect(joining());
    }

    private static String row(Diagram diagram, String what, String when) {
        var rule = RULE.matcher(when);
        return "| `%s` | %s | %s |\n"
                .formatted(
                        diagram.name(),
                        what,
                        rule.matches()
                                ? "`mentoring.rules."
                                        + rule.group(1)
                                                .replaceAll("([A-Z])", "-$1")
                                                .toLowerCase(Locale.ROOT)
                                        + "`"
                                : "`" + when + "`" + (when.contains("${") ? "" : ", in the diagram"));
    }

    private static String name(String name) {
        return name.replaceAll("\\$\\{[^}]*}", "…");
    }
}
