package org.reps.mentoring.engine.expressions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Whether a form is no larger than a person can have drawn, so that everything that reads it does so in no time. */
public final class FormSize {

    /** Ten times what is in the forms here, and more. */
    private static final int DEEPEST = 50;

    private static final int LONGEST_EXPRESSION = 2_000;
    private static final int MOST_VALUES = 20_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private FormSize() {}

    /** Whether the file may be read at all. */
    public static boolean fits(byte[] form) {
        try (var parser = JSON.createParser(form)) {
            JsonToken token;
            var values = 0;
            while ((token = parser.nextToken()) != null) {
                values++;
                if (values > MOST_VALUES
                        || (token == JsonToken.VALUE_STRING
                                && parser.getText().startsWith("=")
                                && isTooMuchOfAnExpression(parser.getText()))) {
                    return false;
                }
            }
            return true;
        } catch (StreamConstraintsException tooDeep) {
            return false;
        } catch (IOException unreadable) {
            // FormFaults says what is wrong with it.
            return true;
        }
    }

    /** Whether an expression is longer, or nested deeper, than a person writes it. */
    public static boolean isTooMuchOfAnExpression(String text) {
        return text.length() > LONGEST_EXPRESSION || depth(text) > DEEPEST;
    }

    /** How many brackets are open at once; brackets in a text count as well. */
    private static int depth(String expression) {
        var open = 0;
        var deepest = 0;
        for (var i = 0; i < expression.length(); i++) {
            if ("([{".indexOf(expression.charAt(i)) >= 0) {
                deepest = Math.max(deepest, ++open);
            } else if (")]}".indexOf(expression.charAt(i)) >= 0) {
                open--;
            }
        }
        return deepest;
    }
}
