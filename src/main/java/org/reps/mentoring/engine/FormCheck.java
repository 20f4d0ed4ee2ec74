package org.reps.mentoring.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;

/**
 * Checks on the server what a form asks for, because the engine takes anything and only the browser looks at the
 * schema.
 *
 * <p>Every wrong field gets one sentence with its label. What is right becomes variables of the type the field stands
 * for; fields left empty, hidden or not sent become null, so that an expression can name any field of the form.
 */
final class FormCheck {

    /** The engine's text columns hold no more. */
    static final int LONGEST_TEXT = 4000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "select", "radio");
    private static final Set<String> LISTS = Set.of("checklist", "taglist");

    private final Feel feel = new Feel();
    private final Clock clock;

    FormCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param submitted what was sent
     * @param scope where the form's options and shown values are
     * @return a variable for each field that takes answers
     * @throws Refusal with one sentence for each wrong field
     */
    VariableMap check(Form form, VariableMap submitted, VariableScope scope) {
        var fields = form.fields().stream().filter(FormField::writable).toList();
        var problems = new ArrayList<String>();
        refuseUnknown(form, submitted, problems);
        var answers = new HashMap<String, @Nullable Object>();
        for (var field : fields) {
            try {
                answers.put(field.key(), answer(field, submitted.getValueTyped(field.key())));
            } catch (WrongAnswer wrong) {
                problems.add(wrong.getMessage());
                answers.put(field.key(), null);
            }
        }
        refuseIfAny(problems);

        var context = context(scope, answers);
        var accepted = Variables.createVariables();
        for (var field : fields) {
            var answer = answers.get(field.key());
            // A field that is neither answered nor required may be hidden or not.
            if ((answer != null || field.required()) && isHidden(field, context)) {
                answer = null;
            } else {
                try {
                    checkAnswer(field, answer, context, scope);
                } catch (WrongAnswer wrong) {
                    problems.add(wrong.getMessage());
                }
            }
            accepted.putValueTyped(field.key(), variable(answer, field.isTransient()));
        }
        refuseIfAny(problems);
        return accepted;
    }

    /** Checks that nothing was sent where no form asks for anything. */
    static void nothing(VariableMap submitted) {
        if (!submitted.isEmpty()) {
            throw new Refusal(
                    "Nothing is asked here, but this was sent: " + String.join(", ", submitted.keySet()) + ".");
        }
    }

    private static void refuseUnknown(Form form, VariableMap submitted, List<String> problems) {
        var known = form.fields().stream().map(FormField::key).toList();
        submitted.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add("\"" + key + "\" is not part of this form."));
    }

    private static void refuseIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** The answer as text, number, boolean or list of texts; null when there is none. */
    private static @Nullable Object answer(FormField field, @Nullable TypedValue sent) {
        if (LISTS.contains(field.type())) {
            return list(field, sent);
        }
        // A value of a type that no form sends; it must not even be read.
        if (sent instanceof SerializableValue) {
            throw new WrongAnswer(field, "this is not an answer of the kind that is asked for");
        }
        var value = sent == null ? null : sent.getValue();
        if (value == null || (value instanceof String text && text.isBlank())) {
            return null;
        }
        if (TEXTS.contains(field.type()) && value instanceof String text) {
            return text(field, text);
        }
        if (field.type().equals("number") && value instanceof Number number) {
            return number(field, number);
        }
        if (field.type().equals("checkbox") && value instanceof Boolean) {
            return value;
        }
        throw new WrongAnswer(field, "this is not an answer of the kind that is asked for");
    }

    private static String text(FormField field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new WrongAnswer(field, "please write at most 4,000 characters; these are " + text.length());
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new WrongAnswer(field, "there is an invisible character in it; please type it again");
        }
        return text.strip();
    }

    private static Object number(FormField field, Number number) {
        var exact = new BigDecimal(number.toString()).stripTrailingZeros();
        if (exact.scale() <= 0) {
            try {
                return exact.intValueExact();
            } catch (ArithmeticException e) {
                throw new WrongAnswer(field, "this number is too large");
            }
        }
        if (field.integral()) {
            throw new WrongAnswer(field, "please give a whole number");
        }
        return exact.doubleValue();
    }

    private static @Nullable List<String> list(FormField field, @Nullable TypedValue sent) {
        JsonNode items;
        try {
            if (sent instanceof SerializableValue serialized && serialized.getValueSerialized() != null) {
                items = JSON.readTree(serialized.getValueSerialized());
            } else if (sent instanceof SerializableValue serialized && !serialized.isDeserialized()) {
                items = JSON.nullNode();
            } else {
                items = JSON.valueToTree(sent == null ? null : sent.getValue());
            }
        } catch (JsonProcessingException e) {
            throw new WrongAnswer(field, "this is not a list");
        }
        if (items.isNull() || (items.isEmpty() && items.isArray())) {
            return null;
        }
        var texts = StreamSupport.stream(items.spliterator(), false);
        if (!items.isArray() || items.size() > 100 || !texts.allMatch(JsonNode::isTextual)) {
            throw new WrongAnswer(field, "this is not a list of the options");
        }
        return FormField.optionValues(items);
    }

    private void checkAnswer(
            FormField field, @Nullable Object answer, Map<String, Object> context, VariableScope scope) {
        if (answer == null || (field.type().equals("checkbox") && answer.equals(false))) {
            if (field.required()) {
                throw new WrongAnswer(
                        field, field.type().equals("checkbox") ? "please tick this" : "please answer this");
            }
            return;
        }
        if (field.hasOptions()) {
            checkOptions(field, answer, context, scope);
        } else if (field.date()) {
            checkDate(field, answer.toString());
        } else if (answer instanceof String text) {
            checkText(field, text);
        } else if (answer instanceof Number number) {
            checkNumber(field, new BigDecimal(number.toString()));
        }
    }

    private void checkOptions(FormField field, Object answer, Map<String, Object> context, VariableScope scope) {
        var options = field.options();
        if (field.optionsVariable() != null) {
            options = optionsIn(scope, field.optionsVariable());
        } else if (field.optionsExpression() != null) {
            options = feel.options(field.optionsExpression(), context);
        }
        var chosen = answer instanceof List<?> list ? list : List.of(answer);
        if (!options.containsAll(chosen)) {
            throw new WrongAnswer(field, "please choose one of the options");
        }
    }

    private static List<String> optionsIn(VariableScope scope, String variable) {
        TypedValue options = scope.getVariableTyped(variable, false);
        try {
            return options instanceof SerializableValue serialized && serialized.getValueSerialized() != null
                    ? FormField.optionValues(JSON.readTree(serialized.getValueSerialized()))
                    : List.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The options in " + variable + " are not JSON", e);
        }
    }

    private void checkDate(FormField field, String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongAnswer(field, "please give a date like 2026-11-20");
        }
        if (date.getYear() < 2000 || date.getYear() > 2200) {
            throw new WrongAnswer(field, "please check the year");
        }
        // It is still that day somewhere on earth; where the person's own day matters, the process asks.
        if (field.noPast() && date.isBefore(LocalDate.now(clock.withZone(ZoneOffset.ofHours(-12))))) {
            throw new WrongAnswer(field, "please give a date that is not in the past");
        }
    }

    private static void checkText(FormField field, String text) {
        var longest = field.limit("maxLength");
        if (longest != null && text.length() > longest.intValue()) {
            throw new WrongAnswer(field, "please write at most " + longest + " characters; these are " + text.length());
        }
        var shortest = field.limit("minLength");
        if (shortest != null && text.length() < shortest.intValue()) {
            throw new WrongAnswer(field, "please write at least " + shortest + " characters");
        }
        var pattern = field.validation().path("pattern").asText();
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            throw new WrongAnswer(field, "this does not look right");
        }
    }

    private static void checkNumber(FormField field, BigDecimal number) {
        var least = field.limit("min");
        if (least != null && number.compareTo(least) < 0) {
            throw new WrongAnswer(field, "please give " + least + " or more");
        }
        var most = field.limit("max");
        if (most != null && number.compareTo(most) > 0) {
            throw new WrongAnswer(field, "please give " + most + " or less");
        }
    }

    private boolean isHidden(FormField field, Map<String, Object> context) {
        return field.hiddenWhen().stream().anyMatch(condition -> feel.holds(condition, context));
    }

    /** What conditions and option expressions of the form may refer to: the answers and the simple values it shows. */
    private static Map<String, Object> context(VariableScope scope, Map<String, @Nullable Object> answers) {
        var context = new HashMap<String, Object>();
        var variables = scope.getVariablesTyped(false);
        for (var name : variables.keySet()) {
            TypedValue variable = variables.getValueTyped(name);
            if (variable.getType() == null || variable.getType().isPrimitiveValueType()) {
                context.put(name, variable.getValue());
            }
        }
        context.putAll(answers);
        return context;
    }

    private static TypedValue variable(@Nullable Object answer, boolean isTransient) {
        return Variables.untypedValue(answer, isTransient);
    }

    private static final class WrongAnswer extends RuntimeException {
        WrongAnswer(FormField field, String problem) {
            super(field.label() + ": " + problem + ".");
        }
    }
}
