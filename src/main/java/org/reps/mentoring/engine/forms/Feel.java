package org.reps.mentoring.engine.forms;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.expressions.FeelEngines;
import org.reps.mentoring.engine.expressions.FeelWork;
import org.reps.mentoring.engine.expressions.FormSize;
import org.springframework.util.function.SingletonSupplier;

/**
 * The expressions inside one form, evaluated on the server with the same answers the browser has.
 *
 * <p>All of them together, as one list: FEEL builds its library of functions anew for each evaluation, which costs much
 * more than the expressions of a form.
 */
public final class Feel {
    private static final FeelEngineApi ENGINE = FeelEngines.forForms();

    private final List<String> expressions;
    private final Set<String> names;
    private final @Nullable SingletonSupplier<ParsedExpression> parsed;

    Feel(List<FormField> fields) {
        this(fields.stream()
                .flatMap(field ->
                        Stream.concat(field.hiddenWhen().stream(), Stream.ofNullable(field.optionsExpression()))));
    }

    /** Other expressions of a form, such as the conditions of its texts. */
    public Feel(Stream<String> all) {
        expressions = all.distinct().toList();
        names = expressions.stream()
                .flatMap(expression -> Form.NAME.matcher(expression).results())
                .map(MatchResult::group)
                .collect(toSet());
        // Who only looks at the fields of a form that was deployed long ago need not understand its expressions.
        parsed = expressions.isEmpty() ? null : SingletonSupplier.of(() -> parsed(expressions));
    }

    /** Everything that could be the name of an answer or a variable in one of the expressions. */
    Set<String> names() {
        return names;
    }

    /** What is wrong with an expression, as it goes on after "which"; empty when nothing is. */
    public static Optional<String> problemOf(String expression) {
        return problemOf(withoutSign(expression), ENGINE::parseExpression);
    }

    /** The same of what an input of a decision is compared with. */
    public static Optional<String> problemOfTests(String unaryTests) {
        return problemOf(unaryTests, ENGINE::parseUnaryTests);
    }

    /** Whether a value passes what an input of a decision is compared with; not if that cannot be told. */
    public static boolean fits(String unaryTests, Object value) {
        var evaluation = ENGINE.evaluateUnaryTests(unaryTests, value, Map.<String, Object>of());
        return evaluation.isSuccess() && Boolean.TRUE.equals(evaluation.result());
    }

    private static Optional<String> problemOf(String text, Function<String, ParseResult> parser) {
        if (FormSize.isTooMuchOfAnExpression(text)) {
            return Optional.of("is too long, or nested too deeply. Please make it simpler.");
        }
        var parsing = parser.apply(text);
        return parsing.isFailure()
                ? Optional.of("cannot be read. Please look at it again.")
                : FeelWork.problemOf(parsing.parsedExpression().expression())
                        .map(problem ->
                                problem + ", which could keep the server busy for ever. Please find a simpler way.");
    }

    /**
     * @param context answers and variables by name
     * @return what each expression yields
     */
    public Map<String, @Nullable Object> evaluate(Map<String, @Nullable Object> context) {
        var results = new HashMap<String, @Nullable Object>();
        if (parsed == null) {
            return results;
        }
        var evaluation = ENGINE.evaluate(parsed.obtain(), context);
        if (evaluation.isFailure()) {
            throw new IllegalStateException("The form's expressions " + expressions + " cannot be evaluated: "
                    + evaluation.failure().message());
        }
        var values = (List<?>) evaluation.result();
        for (var i = 0; i < values.size(); i++) {
            results.put(expressions.get(i), values.get(i));
        }
        return results;
    }

    private static ParsedExpression parsed(List<String> expressions) {
        var parsing = ENGINE.parseExpression(expressions.stream()
                .map(expression -> "(" + withoutSign(expression) + ")")
                .collect(joining(", ", "[", "]")));
        if (parsing.isFailure()) {
            throw new IllegalStateException("The form's expressions " + expressions + " cannot be read: "
                    + parsing.failure().message());
        }
        return parsing.parsedExpression();
    }

    /** Forms mark expressions with an equals sign. */
    private static String withoutSign(String expression) {
        return expression.replaceFirst("^=", "");
    }
}
