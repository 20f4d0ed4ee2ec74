package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.shown.Labels;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.Refusal.Fault;
import org.reps.mentoring.text.PlainText;
import org.reps.mentoring.text.Typed;
import org.reps.mentoring.text.Wanted;

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

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "select", "radio");
    private static final Set<String> LISTS = Set.of("checklist", "taglist");
    private static final String WRONG_KIND = "this is not an answer of the kind that is asked for";

    private final OfferedEverywhere offered;
    private final Clock clock;
    private final Supplier<People> people;

    /** @param people there as soon as somebody can answer, which is after the engine was built */
    FormCheck(OfferedEverywhere offered, Clock clock, Supplier<People> people) {
        this.offered = offered;
        this.clock = clock;
        this.people = people;
    }

    /**
     * @param submitted what was sent
     * @param scope where the form's options and shown values are
     * @return a variable for each field that takes answers
     * @throws Refusal with one sentence for each wrong field
     */
    VariableMap check(Form form, VariableMap submitted, VariableScope scope) {
        var fields = form.fields().stream()
                .filter(FormField::writable)
                .map(field -> field.labelled(Labels.read(field.label(), scope)))
                .toList();
        var problems = new ArrayList<Fault>();
        refuseUnknown(form, submitted, problems);
        var answers = new HashMap<String, @Nullable Object>();
        for (var field : fields) {
            try {
                answers.put(field.key(), answer(field, submitted.getValueTyped(field.key())));
            } catch (WrongAnswer wrong) {
                problems.add(wrong.fault);
                answers.put(field.key(), null);
            }
        }
        refuseIfAny(problems);

        var context = context(form, answers, scope);
        var results = form.feel().evaluate(context);
        var accepted = Variables.createVariables();
        for (var field : fields) {
            var answer = answers.get(field.key());
            if (isHidden(field, results)) {
                answer = null;
                if (context.replace(field.key(), null) != null) {
                    results = form.feel().evaluate(context);
                }
            } else {
                try {
                    checkAnswer(field, answer, results, scope);
                } catch (WrongAnswer wrong) {
                    problems.add(wrong.fault);
                }
            }
            accepted.putValueTyped(field.key(), Variables.untypedValue(answer, field.isTransient()));
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

    private static void refuseUnknown(Form form, VariableMap submitted, List<Fault> problems) {
        var known = form.fields().stream().map(FormField::key).toList();
        submitted.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(new Fault(null, "", "\"" + key + "\" is not part of this form.", null)));
    }

    private static void refuseIfAny(List<Fault> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
    }

    /** The answer as text, number, boolean or list of texts; null when there is none. */
    private @Nullable Object answer(FormField field, @Nullable TypedValue sent) {
        if (LISTS.contains(field.type())) {
            return list(field, sent);
        }
        // A value of a type that no form sends; it must not even be read.
        if (sent instanceof SerializableValue) {
            throw new WrongAnswer(field, WRONG_KIND);
        }
        var value = sent == null ? null : sent.getValue();
        if (value == null || (value instanceof String text && PlainText.saysNothing(text))) {
            return null;
        }
        if (value instanceof String typed && (TEXTS.contains(field.type()) || field.typed() != null)) {
            var text = text(field, typed);
            return field.typed() == null ? named(field, text) : understood(field, field.typed(), text);
        }
        if (field.type().equals("number") && value instanceof Number number) {
            return number(field, number);
        }
        if (field.type().equals("checkbox") && value instanceof Boolean) {
            return value;
        }
        throw new WrongAnswer(field, WRONG_KIND);
    }

    private static String text(FormField field, String sent) {
        var text = PlainText.strip(sent);
        if (text.length() > LONGEST_TEXT) {
            throw new WrongAnswer(field, Wanted.of("longest", "4,000", text.length()));
        }
        var wrong = Set.of("textfield", "number").contains(field.type())
                ? PlainText.wrongInOneLine(text)
                : PlainText.wrongInText(text);
        wrong.ifPresent(problem -> {
            throw new WrongAnswer(field, problem);
        });
        return text;
    }

    /**
     * The one thing that a text means; the text itself where it means none or several, which matters if it is asked
     * for.
     */
    private static Object understood(FormField field, Typed typed, String text) {
        var meanings = typed.meanings(text);
        if (meanings.size() != 1) {
            return text;
        }
        return typed == Typed.NUMBER ? number(field, new BigDecimal(meanings.get(0))) : meanings.get(0);
    }

    /** In place of a name, the user id of whom it means: names change, and two people may have the same. */
    private String named(FormField field, String text) {
        try {
            if (field.person() != null) {
                return people.get().meantByWhoeverAsks(text, group(field.person()), group(field.namedBy()));
            }
            return field.people() != null ? people.get().allMeant(text, group(field.people())) : text;
        } catch (Refusal unclear) {
            var wanted = unclear.faults().get(0).wanted();
            throw wanted == null
                    ? new WrongAnswer(field, String.valueOf(unclear.getMessage()))
                    : new WrongAnswer(field, wanted);
        }
    }

    private static @Nullable Group group(@Nullable String id) {
        return Group.withId(String.valueOf(id)).orElse(null);
    }

    private static Object number(FormField field, Number number) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(number.toString()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            // Infinite, or not a number at all.
            throw new WrongAnswer(field, WRONG_KIND);
        }
        if (exact.scale() > 0) {
            return exact.doubleValue();
        }
        try {
            return exact.intValueExact();
        } catch (ArithmeticException e) {
            throw new WrongAnswer(field, "this number is too large");
        }
    }

    private @Nullable List<String> list(FormField field, @Nullable TypedValue sent) {
        var items = items(field, sent);
        if (items.isEmpty()) {
            return null;
        }
        if (items.size() > 100 || !items.stream().allMatch(String.class::isInstance)) {
            throw new WrongAnswer(field, "this is not a list of the options");
        }
        return items.stream().map(String.class::cast).distinct().toList();
    }

    /** Browsers send lists as JSON. */
    private Collection<?> items(FormField field, @Nullable TypedValue sent) {
        // JSON for a class that no form names; Tasklist names that of the options, where they are a variable.
        if (sent instanceof ObjectValue object && !object.isDeserialized() && !isOfTheCase(field)) {
            throw new WrongAnswer(field, "this is not a list");
        }
        if (sent instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            var json = serialized.getValueSerialized();
            try {
                var items = json == null ? null : JSON.readValue(json, List.class);
                return items == null ? List.of() : items;
            } catch (JsonProcessingException e) {
                throw new WrongAnswer(field, "this is not a list");
            }
        }
        var value = sent == null ? null : sent.getValue();
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> items) {
            return items;
        }
        throw new WrongAnswer(field, "this is not a list");
    }

    private void checkAnswer(
            FormField field, @Nullable Object answer, Map<String, @Nullable Object> results, VariableScope scope) {
        if (answer == null || (field.type().equals("checkbox") && answer.equals(false))) {
            if (field.required()) {
                throw new WrongAnswer(field, Wanted.of(field.type().equals("checkbox") ? "tick" : "answer"));
            }
            return;
        }
        if (field.hasOptions()) {
            checkOptions(field, answer, results, scope);
            return;
        }
        var typed = field.typed();
        if (typed != null && answer instanceof String text) {
            var meanings = typed.meanings(text);
            if (meanings.size() != 1) {
                throw new WrongAnswer(field, Typed.problem(meanings, field.wanted()));
            }
        }
        if (answer instanceof String text) {
            checkText(field, text);
        } else if (answer instanceof Number number) {
            checkNumber(field, new BigDecimal(number.toString()));
        }
        if (typed != null) {
            field.bounds(clock).stream()
                    .filter(bound -> bound.isPassedBy(answer))
                    .findFirst()
                    .ifPresent(bound -> {
                        throw new WrongAnswer(field, bound.wanted());
                    });
        }
    }

    private void checkOptions(
            FormField field, Object answer, Map<String, @Nullable Object> results, VariableScope scope) {
        var options = field.options();
        if (field.optionsName() != null) {
            var everywhere = offered.values(field.optionsName());
            options = everywhere == null ? optionsIn(scope, field.optionsName()) : everywhere;
        } else if (field.optionsExpression() != null) {
            options = FormField.optionValues(JSON.valueToTree(results.get(field.optionsExpression())));
        }
        var chosen = answer instanceof List<?> list ? list : List.of(answer);
        if (!options.containsAll(chosen)) {
            throw new WrongAnswer(field, Wanted.of("option"));
        }
    }

    /** Whether the options are a variable of the case, and no list that is offered everywhere. */
    private boolean isOfTheCase(FormField field) {
        return field.optionsName() != null && offered.values(field.optionsName()) == null;
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

    private static void checkText(FormField field, String text) {
        var longest = field.limit("maxLength");
        if (longest != null && text.length() > longest.intValue()) {
            throw new WrongAnswer(field, Wanted.of("longest", longest, text.length()));
        }
        var shortest = field.limit("minLength");
        if (shortest != null && text.length() < shortest.intValue()) {
            throw new WrongAnswer(field, Wanted.of("shortest", shortest));
        }
        var pattern = field.validation().path("pattern").asText();
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            throw new WrongAnswer(field, Wanted.of("pattern"));
        }
    }

    private static void checkNumber(FormField field, BigDecimal number) {
        var decimals = field.decimals();
        if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
            throw new WrongAnswer(field, FormField.tooManyDecimals(decimals));
        }
        var increment = field.increment();
        if (increment != null && number.remainder(increment).signum() != 0) {
            throw new WrongAnswer(field, Wanted.of("multiple", increment));
        }
    }

    private static boolean isHidden(FormField field, Map<String, @Nullable Object> results) {
        return field.hiddenWhen().stream().anyMatch(condition -> Boolean.TRUE.equals(results.get(condition)));
    }

    /**
     * What the expressions of the form refer to: answers, in the way the browser has them where there are none, and
     * simple values the form shows.
     */
    private static Map<String, @Nullable Object> context(
            Form form, Map<String, @Nullable Object> answers, VariableScope scope) {
        var context = new HashMap<String, @Nullable Object>();
        for (var name : form.feel().names()) {
            TypedValue variable = scope.getVariableTyped(name, false);
            if (variable != null
                    && (variable.getType() == null || variable.getType().isPrimitiveValueType())) {
                context.put(name, variable.getValue());
            }
        }
        for (var field : form.fields()) {
            if (field.writable() && form.feel().names().contains(field.key())) {
                var answer = answers.get(field.key());
                context.put(field.key(), answer == null ? field.emptyAnswer() : answer);
            }
        }
        return context;
    }

    private static final class WrongAnswer extends RuntimeException {

        private final transient Fault fault;

        WrongAnswer(FormField field, Wanted wanted) {
            fault = Fault.of(field.key(), field.label(), wanted);
        }

        /** @param problem in words that stand in no list, without a full stop */
        WrongAnswer(FormField field, String problem) {
            fault = new Fault(field.key(), field.label(), problem + ".", null);
        }
    }
}
