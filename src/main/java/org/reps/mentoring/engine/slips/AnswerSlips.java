package org.reps.mentoring.engine.slips;

import static java.util.stream.Collectors.joining;
import static org.reps.mentoring.engine.models.ModelXml.has;
import static org.reps.mentoring.engine.models.ModelXml.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.engine.written.Juel;
import org.reps.mentoring.engine.written.Juel.Comparison;
import org.reps.mentoring.engine.written.Known;
import org.reps.mentoring.engine.written.Model;
import org.reps.mentoring.engine.written.Near;
import org.reps.mentoring.engine.written.Together;
import org.w3c.dom.Element;

/**
 * Questions of gateways to which an answer has no way, or a way that no answer takes. What can be answered is known of
 * a field with options that stand in the form, and of a decision that yields texts; of everything else it is not.
 */
final class AnswerSlips {

    private static final Set<String> CHOICES = Set.of("radio", "select");

    /** In an expression that makes the options. */
    private static final Pattern OFFERED = Pattern.compile("\\bvalue: *\"([^\"]*)\"");

    private static final List<String> WRITTEN_BY_OTHERS =
            List.of("elementVariable", "initiator", "errorCodeVariable", "errorMessageVariable");

    private final Findings findings;
    private final Together together;

    AnswerSlips(Findings findings, Together together) {
        this.findings = findings;
        this.together = together;
    }

    void find(Model diagram) {
        diagram.elements("exclusiveGateway", "inclusiveGateway").forEach(gateway -> findInGateway(diagram, gateway));
        diagram.elements("conditionExpression", "completionCondition", "executionListener", "taskListener")
                .forEach(element -> findInComparisons(diagram, element));
    }

    private void findInComparisons(Model diagram, Element element) {
        diagram.expressions(element).stream()
                .flatMap(Juel::comparisons)
                .distinct()
                .filter(comparison -> !Known.inApplication().says(comparison.variable()))
                .forEach(comparison -> answers(diagram, comparison.variable())
                        .filter(answers -> !comparison.text().isEmpty() && !answers.contains(comparison.text()))
                        .ifPresent(answers -> findings.fault(
                                element,
                                "asks whether " + comparison.variable() + " is \"" + comparison.text()
                                        + "\", which it never is." + Near.hint(comparison.text(), answers))));
    }

    private void findInGateway(Model diagram, Element gateway) {
        var flows = diagram.elements("sequenceFlow")
                .filter(flow -> flow.getAttribute("sourceRef").equals(gateway.getAttribute("id")))
                .toList();
        if (flows.size() < 2) {
            return;
        }
        var usual = gateway.getAttribute("default");
        if (!usual.isEmpty()
                && flows.stream().noneMatch(flow -> flow.getAttribute("id").equals(usual))) {
            findings.fault(
                    gateway,
                    "has the default flow \"" + usual + "\", which does not leave it. Please choose one that does.");
            return;
        }
        var open = flows.stream()
                .filter(flow ->
                        condition(flow).isEmpty() && !flow.getAttribute("id").equals(usual))
                .toList();
        open.forEach(flow -> findings.fault(
                flow,
                "leaves the question " + name(gateway)
                        + " without a condition and is not its default flow, so it may be taken whatever the answer is."
                        + " Please give it a condition, or make it the default flow."));
        if (usual.isEmpty() && open.isEmpty()) {
            findUnanswered(diagram, gateway, flows);
        }
    }

    private void findUnanswered(Model diagram, Element gateway, List<Element> flows) {
        var conditions =
                flows.stream().flatMap(flow -> condition(flow).stream()).toList();
        if (isOneOrTheOther(conditions)) {
            return;
        }
        var alternatives = conditions.stream()
                .map(condition -> new Juel(condition).alternatives())
                .toList();
        var asked = alternatives.stream()
                .flatMap(List::stream)
                .map(Comparison::variable)
                .distinct()
                .toList();
        var answers = asked.size() == 1 && alternatives.stream().noneMatch(List::isEmpty)
                ? answers(diagram, asked.get(0))
                : Optional.<Set<String>>empty();
        if (answers.isEmpty()) {
            findings.warning(
                    gateway,
                    "has no default flow, and it cannot be told whether one of its conditions always holds: where none"
                            + " does, the case breaks. Please make one flow the default.");
            return;
        }
        var without = new TreeSet<>(answers.get());
        without.removeIf(answer -> alternatives.stream()
                        .flatMap(List::stream)
                        .anyMatch(comparison ->
                                comparison.isEqual() == comparison.text().equals(answer))
                || isAskedElsewhere(diagram, new Comparison(asked.get(0), answer, true)));
        if (!without.isEmpty()) {
            findings.fault(
                    gateway,
                    "has no way for the answer "
                            + without.stream()
                                    .map(answer -> "\"" + answer + "\"")
                                    .collect(joining(", "))
                            + " of " + asked.get(0)
                            + ": the case would break there. Please add a flow for it, or make one the default.");
        }
    }

    /** Where another gateway has asked for it before, it does not come here. */
    private static boolean isAskedElsewhere(Model diagram, Comparison answer) {
        return diagram.elements("conditionExpression")
                .flatMap(element -> diagram.expressions(element).stream())
                .flatMap(Juel::comparisons)
                .anyMatch(answer::equals);
    }

    /** One says what the other denies. */
    private static boolean isOneOrTheOther(List<String> conditions) {
        if (conditions.size() != 2) {
            return false;
        }
        var one = core(conditions.get(0));
        var other = core(conditions.get(1));
        return denied(one).equals(other)
                || denied(other).equals(one)
                || one.replace("==", "!=").equals(other)
                || one.replace("!=", "==").equals(other);
    }

    private static String core(String condition) {
        return condition.strip().replaceAll("^[$#]\\{\\s*|\\s*}$", "").replaceFirst("^not\\s+", "!");
    }

    private static String denied(String condition) {
        return "!" + condition;
    }

    private static Optional<String> condition(Element flow) {
        return Model.child(flow, "conditionExpression")
                .map(Element::getTextContent)
                .filter(text -> !text.isBlank());
    }

    private static String name(Element element) {
        return "\""
                + (element.getAttribute("name").isBlank() ? element.getAttribute("id") : element.getAttribute("name"))
                + "\"";
    }

    // --- what can be answered

    /**
     * All that the variable can be where the diagram asks for it, unless the application sets it; empty where it cannot
     * be told.
     */
    private Optional<Set<String>> answers(Model diagram, String variable) {
        var answers = new TreeSet<String>();
        if (isSetOtherwise(diagram, variable)) {
            return Optional.empty();
        }
        var sources = new ArrayList<Optional<Set<String>>>();
        together.formsOf(diagram)
                .flatMap(Together::components)
                .filter(field -> field.path("key").asText().equals(variable))
                .forEach(field -> sources.add(options(field)));
        diagram.elements()
                .filter(element -> values(element, "resultVariable").anyMatch(variable::equals))
                .forEach(element -> sources.add(results(element)));
        if (sources.isEmpty() || sources.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        sources.stream().flatMap(Optional::stream).forEach(answers::addAll);
        return Optional.of(answers);
    }

    private static boolean isSetOtherwise(Model diagram, String variable) {
        return diagram.elements()
                .anyMatch(element -> WRITTEN_BY_OTHERS.stream()
                                .flatMap(name -> values(element, name))
                                .anyMatch(variable::equals)
                        || isMapping(element) && values(element, "name").anyMatch(variable::equals)
                        || element.getLocalName().equals("out")
                                && values(element, "target").anyMatch(variable::equals)
                        || diagram.expressions(element).stream()
                                .anyMatch(expression -> expression.writes().contains(variable)));
    }

    private static boolean isMapping(Element element) {
        return Set.of("inputParameter", "outputParameter").contains(element.getLocalName());
    }

    private static Optional<Set<String>> options(JsonNode field) {
        var options = new TreeSet<String>();
        field.path("values").forEach(option -> options.add(option.path("value").asText()));
        OFFERED.matcher(field.path("valuesExpression").asText())
                .results()
                .forEach(option -> options.add(option.group(1)));
        return CHOICES.contains(field.path("type").asText()) && !options.isEmpty()
                ? Optional.of(options)
                : Optional.empty();
    }

    private Optional<Set<String>> results(Element element) {
        return has(element, "decisionRef")
                        && values(element, "mapDecisionResult").anyMatch("singleEntry"::equals)
                ? Model.value(element, "decisionRef")
                        .flatMap(together::withKey)
                        .map(TableSlips::texts)
                        .filter(texts -> !texts.isEmpty())
                : Optional.empty();
    }

    /** What is done with what a decision yields: the texts that gateways ask for, and those that forms offer. */
    static Set<String> known(Model diagram, String variable, Stream<JsonNode> forms) {
        var known = new TreeSet<String>();
        diagram.expressions()
                .flatMap(Juel::comparisons)
                .filter(comparison -> comparison.variable().equals(variable))
                .forEach(comparison -> known.add(comparison.text()));
        forms.flatMap(Together::components).forEach(field -> options(field).ifPresent(known::addAll));
        return known;
    }
}
