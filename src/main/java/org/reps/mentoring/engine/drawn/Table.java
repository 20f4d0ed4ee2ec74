package org.reps.mentoring.engine.drawn;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A table by which something is decided.
 *
 * @param key its key
 * @param why what its description says; empty when nothing
 * @param asks what it looks at, in the words of its columns
 * @param says what it answers, in the words of its columns
 * @param rules what the description of each rule says, in the order of the table
 */
public record Table(String key, String name, String why, List<String> asks, List<String> says, List<String> rules) {

    /** The tables in a file. */
    public static Stream<Table> in(DmnModelInstance file) {
        return file.getModelElementsByType(Decision.class).stream()
                .flatMap(decision -> decision.getChildElementsByType(DecisionTable.class).stream()
                        .map(table -> of(decision, table)));
    }

    private static Table of(Decision decision, DecisionTable table) {
        return new Table(
                decision.getId(),
                decision.getName(),
                description(decision),
                table.getInputs().stream()
                        .map(Input::getLabel)
                        .filter(Objects::nonNull)
                        .toList(),
                table.getOutputs().stream()
                        .map(Output::getLabel)
                        .filter(Objects::nonNull)
                        .toList(),
                table.getRules().stream().map(Table::rule).toList());
    }

    private static String rule(Rule rule) {
        var described = description(rule);
        return described.isEmpty()
                ? rule.getOutputEntries().stream()
                        .map(entry -> entry.getText().getTextContent())
                        .collect(joining(", "))
                : described;
    }

    private static String description(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription().getTextContent().strip();
    }
}
