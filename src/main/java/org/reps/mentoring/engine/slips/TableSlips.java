package org.reps.mentoring.engine.slips;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.reps.mentoring.engine.models.ModelXml.children;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reps.mentoring.engine.forms.Feel;
import org.reps.mentoring.engine.written.Model;
import org.reps.mentoring.engine.written.Near;
import org.reps.mentoring.engine.written.Together;
import org.w3c.dom.Element;

/**
 * Decision tables that leave a case without an answer, give it two, or give one that nobody knows. What can come in is
 * tried out as far as it can be listed: the texts and the numbers that the table names, one of each kind that it does
 * not name, and what is true or false.
 */
final class TableSlips {

    /** More than these are not tried out. */
    private static final int MOST_CASES = 20_000;

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern TRUTH = Pattern.compile("\\b(true|false)\\b");

    /** What else may stand in a test that can be tried out. */
    private static final Pattern SIGNS = Pattern.compile("[\\s,<>=.()\\[\\]-]*(not[\\s,<>=.()\\[\\]-]*)?");

    private static final String ANOTHER = "something else";

    private final Findings findings;
    private final Together together;

    TableSlips(Findings findings, Together together) {
        this.findings = findings;
        this.together = together;
    }

    void find(Model decisions) {
        decisions.elements("decisionTable").forEach(this::findInTable);
        decisions.elements("decision").forEach(decision -> findUnknownOutputs(decisions, decision));
    }

    // --- gaps and overlaps

    /** @param tests one for each input */
    private record Rule(Element element, List<String> tests) {}

    /** @param values that are tried out */
    private record Input(String label, List<Object> values) {}

    private void findInTable(Element table) {
        var decision = Model.around(table, "decision").orElse(table);
        var policy = table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy");
        var rules = named(table, "rule")
                .map(rule -> new Rule(
                        rule, named(rule, "inputEntry").map(TableSlips::text).toList()))
                .toList();
        if (rules.isEmpty()) {
            findings.fault(decision, "has no rule, so it decides nothing. Please add one.");
            return;
        }
        var inputs = inputs(table, rules);
        var cases = inputs.stream().mapToLong(input -> input.values().size()).reduce(1, (a, b) -> a * b);
        if (inputs.isEmpty()
                || policy.startsWith("COLLECT")
                || cases > MOST_CASES
                || rules.stream().anyMatch(rule -> rule.tests().size() != inputs.size())
                || rules.stream().flatMap(rule -> rule.tests().stream()).anyMatch(test -> !canBeTried(test))) {
            return;
        }
        var fits = fits(rules, inputs);
        var firsts = new TreeSet<Integer>();
        for (var at = 0; at < cases; at++) {
            var places = places(at, inputs);
            var fitting = IntStream.range(0, rules.size())
                    .filter(rule ->
                            IntStream.range(0, places.length).allMatch(input -> fits[rule][input][places[input]]))
                    .boxed()
                    .toList();
            if (fitting.isEmpty()) {
                findings.fault(
                        decision,
                        "has no rule for " + inWords(inputs, places)
                                + ": the case would break there. Please add one, or one for everything else.");
                return;
            }
            if (fitting.size() > 1 && policy.equals("UNIQUE")) {
                findings.fault(
                        decision,
                        "has two rules, number " + (fitting.get(0) + 1) + " and " + (fitting.get(1) + 1) + ", for "
                                + inWords(inputs, places)
                                + ", and only one may fit: the case would break there. Please tell them apart, or"
                                + " choose the hit policy \"First\".");
                return;
            }
            firsts.add(fitting.get(0));
        }
        if (policy.equals("FIRST")) {
            IntStream.range(0, rules.size())
                    .filter(rule -> !firsts.contains(rule))
                    .forEach(rule -> findings.warning(
                            rules.get(rule).element(),
                            "is rule number " + (rule + 1)
                                    + ", which never decides: rules above it always fit first. Please look at their"
                                    + " order."));
        }
    }

    private static List<Input> inputs(Element table, List<Rule> rules) {
        var elements = named(table, "input").toList();
        var inputs = new ArrayList<Input>();
        for (var i = 0; i < elements.size(); i++) {
            var at = i;
            var tests = rules.stream()
                    .filter(rule -> at < rule.tests().size())
                    .map(rule -> rule.tests().get(at))
                    .collect(joining(" , "));
            inputs.add(new Input(label(elements.get(i)), values(elements.get(i), tests)));
        }
        return inputs;
    }

    private static List<Object> values(Element input, String tests) {
        var declared = Model.child(input, "inputValues").map(TableSlips::text).orElse("");
        var values = new ArrayList<Object>();
        if (!declared.isBlank()) {
            values.addAll(textsIn(declared));
        } else if (TEXT.matcher(tests).find()) {
            values.addAll(textsIn(tests));
            values.add(ANOTHER);
        } else if (TRUTH.matcher(tests).find()) {
            values.addAll(List.of(true, false));
        } else {
            var numbers = NUMBER.matcher(tests.replace("..", " .. "))
                    .results()
                    .map(found -> new BigDecimal(found.group()))
                    .collect(toCollection(TreeSet::new));
            numbers.forEach(number ->
                    values.addAll(List.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE))));
        }
        return values.isEmpty() ? List.of(ANOTHER) : values.stream().distinct().toList();
    }

    private static boolean canBeTried(String test) {
        var rest = TRUTH.matcher(
                        NUMBER.matcher(TEXT.matcher(test).replaceAll("")).replaceAll(""))
                .replaceAll("");
        return SIGNS.matcher(rest).matches();
    }

    private static boolean[][][] fits(List<Rule> rules, List<Input> inputs) {
        var fits = new boolean[rules.size()][inputs.size()][];
        for (var rule = 0; rule < rules.size(); rule++) {
            for (var input = 0; input < inputs.size(); input++) {
                var test = rules.get(rule).tests().get(input);
                var values = inputs.get(input).values();
                fits[rule][input] = new boolean[values.size()];
                for (var value = 0; value < values.size(); value++) {
                    fits[rule][input][value] = test.isEmpty() || test.equals("-") || Feel.fits(test, values.get(value));
                }
            }
        }
        return fits;
    }

    /** Counts through all that can come in together. */
    private static int[] places(int at, List<Input> inputs) {
        var places = new int[inputs.size()];
        var left = at;
        for (var input = 0; input < places.length; input++) {
            var many = inputs.get(input).values().size();
            places[input] = left % many;
            left /= many;
        }
        return places;
    }

    private static String inWords(List<Input> inputs, int[] places) {
        return IntStream.range(0, places.length)
                .filter(input -> inputs.get(input).values().size() > 1)
                .mapToObj(input -> "\"" + inputs.get(input).label() + "\" = "
                        + inputs.get(input).values().get(places[input]))
                .collect(joining(" and "));
    }

    // --- outputs

    /** The texts that its rules yield; none where one of them yields something else. */
    static Set<String> texts(Model decisions) {
        var texts = new TreeSet<String>();
        for (var entry : decisions.elements("outputEntry").map(TableSlips::text).toList()) {
            var text = TEXT.matcher(entry);
            if (!text.matches()) {
                return Set.of();
            }
            texts.add(text.group(1));
        }
        return texts;
    }

    private void findUnknownOutputs(Model decisions, Element decision) {
        var key = decision.getAttribute("id");
        var known = new TreeSet<String>();
        // What a new table yields may be for a step, which nobody can ask what it knows.
        together.before(key).map(TableSlips::texts).ifPresent(known::addAll);
        if (known.isEmpty()) {
            return;
        }
        together.deployedAndInForce()
                .forEach(diagram -> diagram.elements("businessRuleTask")
                        .filter(task -> Model.value(task, "decisionRef")
                                .filter(key::equals)
                                .isPresent())
                        .flatMap(task -> Model.value(task, "resultVariable").stream())
                        .forEach(variable ->
                                known.addAll(AnswerSlips.known(diagram, variable, together.formsOf(diagram)))));
        decisions.elements("outputEntry").forEach(entry -> {
            var text = TEXT.matcher(text(entry));
            if (text.matches() && !known.contains(text.group(1))) {
                findings.fault(
                        entry,
                        "yields \"" + text.group(1) + "\", which nothing that asks this table knows."
                                + Near.hint(text.group(1), known));
            }
        });
    }

    // --- the parts of a table

    private static Stream<Element> named(Element element, String name) {
        return children(element).filter(child -> child.getLocalName().equals(name));
    }

    private static String text(Element element) {
        return Model.child(element, "text")
                .map(Element::getTextContent)
                .map(String::strip)
                .orElse("");
    }

    private static List<String> textsIn(String text) {
        return TEXT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String label(Element input) {
        return Optional.of(input.getAttribute("label"))
                .filter(label -> !label.isBlank())
                .or(() -> Model.child(input, "inputExpression").map(TableSlips::text))
                .orElse(input.getAttribute("id"));
    }
}
