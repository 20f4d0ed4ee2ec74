package org.reps.mentoring.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/** The expressions inside forms, evaluated on the server with the same answers the browser has. */
final class Feel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    boolean holds(String expression, Map<String, Object> answers) {
        return Boolean.TRUE.equals(evaluate(expression, answers));
    }

    List<String> options(String expression, Map<String, Object> answers) {
        return FormField.optionValues(JSON.valueToTree(evaluate(expression, answers)));
    }

    boolean canRead(String expression) {
        return engine.parseExpression(withoutSign(expression)).isSuccess();
    }

    private @Nullable Object evaluate(String expression, Map<String, Object> answers) {
        var result = engine.evaluateExpression(withoutSign(expression), answers);
        if (result.isFailure()) {
            throw new IllegalStateException("The form's expression " + expression + " cannot be evaluated: "
                    + result.failure().message());
        }
        return result.result();
    }

    /** Forms mark expressions with an equals sign. */
    private static String withoutSign(String expression) {
        return expression.replaceFirst("^=", "");
    }
}
