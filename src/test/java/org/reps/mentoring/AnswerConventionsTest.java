package org.reps.mentoring;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Expression.Call;
import org.reps.mentoring.Expression.Comparison;
import org.reps.mentoring.Expression.Literal;
import org.reps.mentoring.Expression.Name;
import org.reps.mentoring.Expression.Term;
import org.reps.mentoring.FormFile.Component;

/**
 * Answers lead somewhere: whatever a form offers is known to a gateway, a decision table or a step, and whatever these
 * ask for can be answered. So nobody can choose what nothing follows from, and no way in a diagram is never taken
 * because its answer is called otherwise.
 */
class AnswerConventionsTest {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern OFFERED = Pattern.compile("value: \"([^\"]*)\"");

    private static final List<Diagram> DIAGRAMS = Diagram.all().toList();
    private static final List<Question> QUESTIONS =
            DIAGRAMS.stream().flatMap(AnswerConventionsTest::questions).toList();
    private static final List<Asking> ASKINGS =
            DIAGRAMS.stream().flatMap(AnswerConventionsTest::askings).toList();
    private static final List<Wanted> WANTED_BY_GATEWAYS = wantedByGateways().toList();
    private static final List<Wanted> WANTED_BY_TABLES = wantedByTables().toList();
    private static final Map<List<Object>, Set<String>> VALUES = new HashMap<>();

    /** A field with options that stand in the form. */
    private record Question(Diagram diagram, FormFile form, Component field, Set<String> options) {

        String key() {
            return field.key();
        }

        boolean isKeptAsSaid() {
            return field.json().at("/properties/keptAsSaid").asBoolean();
        }

        @Override
        public String toString() {
            return form + ": " + key();
        }
    }

    /** An argument of a step. */
    private record Asking(Diagram diagram, Call call, int place) {

        Term argument() {
            return call.arguments().get(place);
        }

        boolean isAbout(String variable) {
            return argument() instanceof Name name && name.name().equals(variable);
        }

        StepCode.Knowledge knowledge() {
            return StepCode.OF_APPLICATION.about(
                    bean(call), call.method(), call.arguments().size(), place);
        }

        boolean isNumber() {
            return Stream.of(bean(call).getMethods())
                    .filter(method -> method.getName().equals(call.method())
                            && method.getParameterCount() == call.arguments().size())
                    .anyMatch(method -> method.getParameterTypes()[place] == int.class);
        }

        /** The step, whoever calls it. */
        String step() {
            return call.owner() + "." + call.method() + "/" + call.arguments().size() + ", argument " + (place + 1);
        }

        @Override
        public String toString() {
            return diagram + ": " + step();
        }
    }

    /** A variable and a text that it is compared with. */
    private record Wanted(String where, Diagram diagram, String variable, String text) {}

    @Test
    void there_is_much_to_look_at() {
        assertThat(QUESTIONS).hasSizeGreaterThan(60);
        assertThat(WANTED_BY_GATEWAYS).hasSizeGreaterThan(60);
        assertThat(WANTED_BY_TABLES).hasSizeGreaterThan(10);
        assertThat(ASKINGS.stream().filter(asking -> !asking.knowledge().asked().isEmpty()))
                .hasSizeGreaterThan(20);
    }

    // --- what people answer

    @Test
    void every_answer_is_asked_for() {
        assertThat(QUESTIONS.stream()
                        .filter(question -> !question.isKeptAsSaid())
                        .flatMap(question -> without(question.options(), known(question)).stream()
                                .map(answer -> question + " can be \"" + answer + "\"")))
                .as("answers that no gateway, decision table or step asks for, of fields without the custom property"
                        + " keptAsSaid")
                .isEmpty();
    }

    @Test
    void a_step_that_asks_for_some_answers_knows_all_of_them() {
        assertThat(QUESTIONS.stream()
                        .flatMap(question -> askings(question)
                                .filter(asking -> !asking.knowledge().all().isEmpty())
                                .flatMap(asking -> without(
                                                question.options(),
                                                asking.knowledge().all())
                                        .stream()
                                        .map(answer -> question + " can be \"" + answer + "\" in " + asking.step()))))
                .as("answers that a step does not know")
                .isEmpty();
    }

    @Test
    void what_is_kept_as_said_decides_nothing_and_is_kept() {
        assertThat(QUESTIONS.stream().filter(Question::isKeptAsSaid))
                .isNotEmpty()
                .allSatisfy(question -> {
                    assertThat(known(question)).as("asked for of " + question).isEmpty();
                    assertThat(askings(question).findAny().isPresent() || isShown(question))
                            .as(question + " is handed to a step or shown in another form")
                            .isTrue();
                });
    }

    // --- what is asked for

    @Test
    void what_a_gateway_asks_for_can_be_answered() {
        assertThat(WANTED_BY_GATEWAYS.stream()
                        .filter(wanted ->
                                !values(wanted.diagram(), wanted.variable()).contains(wanted.text())))
                .as("conditions that never hold")
                .isEmpty();
    }

    @Test
    void what_a_decision_table_asks_for_can_be_the_case() {
        assertThat(WANTED_BY_TABLES.stream()
                        .filter(wanted ->
                                !values(wanted.diagram(), wanted.variable()).contains(wanted.text())))
                .as("entries that never fit")
                .isEmpty();
    }

    @Test
    void what_a_step_asks_for_can_be_answered() {
        assertThat(ASKINGS.stream()
                        .flatMap(asking -> without(asking.knowledge().asked(), valuesFor(asking.step())).stream()
                                .map(text -> asking.step() + " asks for \"" + text + "\""))
                        .distinct())
                .as("answers that nobody gives")
                .isEmpty();
    }

    @Test
    void what_a_diagram_tells_a_step_is_known_there() {
        assertThat(ASKINGS.stream()
                        .filter(asking -> asking.argument() instanceof Literal literal
                                && !asking.knowledge().all().isEmpty()
                                && !asking.knowledge().all().contains(literal.text())))
                .isEmpty();
    }

    @Test
    void no_step_passes_over_what_it_does_not_know() {
        assertThat(StepCode.OF_APPLICATION.silentDefaults()).isEmpty();
    }

    // --- who knows an answer

    private static Set<String> known(Question question) {
        var known = Stream.concat(WANTED_BY_GATEWAYS.stream(), WANTED_BY_TABLES.stream())
                .filter(wanted -> wanted.diagram().equals(question.diagram())
                        && wanted.variable().equals(question.key()))
                .map(Wanted::text)
                .collect(toCollection(TreeSet::new));
        askings(question)
                .forEach(asking -> known.addAll(
                        asking.isNumber()
                                ? numbers(question.options())
                                : asking.knowledge().all()));
        return known.isEmpty() && askings(question).findAny().isEmpty() ? shownBy(question) : known;
    }

    private static Stream<Asking> askings(Question question) {
        return ASKINGS.stream()
                .filter(asking -> asking.diagram().equals(question.diagram()) && asking.isAbout(question.key()));
    }

    private static Set<String> numbers(Set<String> options) {
        return options.stream().filter(option -> option.matches("\\d+")).collect(toCollection(TreeSet::new));
    }

    /** Nothing but the rest of the form depends on it: one answer may show nothing, and the others something. */
    private static Set<String> shownBy(Question question) {
        var compared = Pattern.compile("\\b" + question.key() + " = \"([^\"]*)\"");
        var asked = question.form().components().stream()
                .flatMap(component -> compared.matcher(
                                component.json().at("/conditional/hide").asText())
                        .results())
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
        var others = without(question.options(), asked);
        return question.options().containsAll(asked) && !asked.isEmpty() && others.size() == 1
                ? question.options()
                : asked;
    }

    private static boolean isShown(Question question) {
        return question.diagram()
                .formUses()
                .flatMap(use -> FormFile.named(use.form()).stream())
                .filter(form -> !form.equals(question.form()))
                .anyMatch(form -> form.keys().contains(question.key())
                        || form.schema().toString().contains("{{" + question.key() + "}}"));
    }

    // --- what a variable can be

    /** All texts that the forms, steps, tables and other diagrams can give a variable. */
    private static Set<String> values(Diagram diagram, String variable) {
        var key = List.<Object>of(diagram.name(), variable);
        if (!VALUES.containsKey(key)) {
            VALUES.put(key, collected(diagram, variable));
        }
        return VALUES.get(key);
    }

    private static Set<String> collected(Diagram diagram, String variable) {
        var values = new TreeSet<>(StepCode.OF_APPLICATION.setAs(variable));
        QUESTIONS.stream()
                .filter(question ->
                        question.diagram().equals(diagram) && question.key().equals(variable))
                .forEach(question -> values.addAll(question.options()));
        offered(diagram, variable).forEach(options -> values.addAll(values(diagram, options)));
        diagram.model().getModelElementsByType(BusinessRuleTask.class).stream()
                .filter(table -> variable.equals(table.getCamundaResultVariable()))
                .forEach(table -> values.addAll(outcomes(table.getCamundaDecisionRef())));
        diagram.sources(variable).forEach(term -> values.addAll(values(diagram, variable, term)));
        DIAGRAMS.forEach(caller -> caller.handedTo(diagram.name(), variable)
                .forEach(term -> values.addAll(values(caller, variable, term))));
        return values;
    }

    private static Set<String> values(Diagram diagram, String variable, Term term) {
        if (term instanceof Literal literal) {
            return Set.of(literal.text());
        }
        if (term instanceof Name other && !other.name().equals(variable)) {
            return values(diagram, other.name());
        }
        return term instanceof Call call && Expression.BEANS.containsKey(call.owner())
                ? StepCode.OF_APPLICATION.yieldedBy(
                        bean(call), call.method(), call.arguments().size())
                : Set.of();
    }

    /** The variables that hold the options of a field. */
    private static Stream<String> offered(Diagram diagram, String key) {
        return diagram.formUses()
                .flatMap(use -> FormFile.named(use.form()).stream())
                .flatMap(form -> form.components().stream())
                .filter(field -> field.key().equals(key))
                .map(field -> field.text("valuesKey"))
                .filter(options -> !options.isEmpty() && !options.equals(key));
    }

    /** All texts that any diagram can hand to a step. */
    private static Set<String> valuesFor(String step) {
        return ASKINGS.stream()
                .filter(asking -> asking.step().equals(step))
                .flatMap(asking -> asking.argument() instanceof Literal literal
                        ? Stream.of(literal.text())
                        : asking.argument() instanceof Name name
                                ? values(asking.diagram(), name.name()).stream()
                                : Stream.of())
                .collect(toCollection(TreeSet::new));
    }

    // --- reading

    private static Stream<Question> questions(Diagram diagram) {
        return diagram.formUses()
                .flatMap(use -> FormFile.named(use.form()).stream())
                .flatMap(form -> form.components().stream()
                        .map(field -> new Question(diagram, form, field, options(field)))
                        .filter(question -> !question.options().isEmpty()
                                && !question.field().json().path("readonly").asBoolean()));
    }

    private static Set<String> options(Component field) {
        var listed = StreamSupport.stream(field.json().path("values").spliterator(), false)
                .map(option -> option.path("value").asText());
        var computed = OFFERED.matcher(field.text("valuesExpression")).results().map(found -> found.group(1));
        return Stream.concat(listed, computed).collect(toCollection(TreeSet::new));
    }

    private static Stream<Asking> askings(Diagram diagram) {
        return diagram.expressions()
                .flatMap(Expression::calls)
                .filter(call -> Expression.BEANS.containsKey(call.owner()))
                .distinct()
                .flatMap(call -> Stream.iterate(0, place -> place + 1)
                        .limit(call.arguments().size())
                        .map(place -> new Asking(diagram, call, place)));
    }

    private static Class<?> bean(Call call) {
        return Objects.requireNonNull(Expression.BEANS.get(call.owner()));
    }

    private static Stream<Wanted> wantedByGateways() {
        return DIAGRAMS.stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(ConditionExpression.class).stream()
                        .flatMap(condition -> Expression.comparisons(condition.getTextContent())
                                .map(wanted -> wanted(diagram, condition.getTextContent(), wanted))));
    }

    private static Wanted wanted(Diagram diagram, String where, Comparison comparison) {
        return new Wanted(where, diagram, comparison.name(), comparison.text());
    }

    private static Stream<Wanted> wantedByTables() {
        return DIAGRAMS.stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(BusinessRuleTask.class).stream()
                        .map(task -> task.getCamundaDecisionRef())
                        .flatMap(table -> wanted(diagram, table)));
    }

    private static Stream<Wanted> wanted(Diagram diagram, String table) {
        var model = table(table);
        var inputs = model.getModelElementsByType(DecisionTable.class).iterator().next().getInputs().stream()
                .map(input -> input.getInputExpression().getTextContent().strip())
                .toList();
        var wanted = new ArrayList<Wanted>();
        for (var rule : model.getModelElementsByType(Rule.class)) {
            var entries = List.copyOf(rule.getInputEntries());
            for (var i = 0; i < entries.size(); i++) {
                var variable = inputs.get(i);
                TEXT.matcher(entries.get(i).getTextContent())
                        .results()
                        .forEach(text -> wanted.add(new Wanted(table, diagram, variable, text.group(1))));
            }
        }
        return wanted.stream();
    }

    private static Set<String> outcomes(String table) {
        return table(table).getModelElementsByType(Rule.class).stream()
                .flatMap(rule -> rule.getOutputEntries().stream())
                .flatMap(entry -> TEXT.matcher(entry.getTextContent()).results())
                .map(text -> text.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static DmnModelInstance table(String name) {
        return Diagram.files("bpmn", ".dmn")
                .filter(file -> Diagram.nameOf(file).equals(name))
                .map(Dmn::readModelFromFile)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> without(Collection<String> all, Collection<String> some) {
        var others = new TreeSet<>(all);
        others.removeAll(some);
        return others;
    }
}
