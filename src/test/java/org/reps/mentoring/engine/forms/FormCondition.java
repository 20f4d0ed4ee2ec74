package org.reps.mentoring.engine.forms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The few shapes of FEEL conditions that forms use, evaluated without a FEEL engine: names (also of one thing in
 * another, {@code call.when}), {@code true} and {@code false}, comparisons with a literal, {@code and}, {@code or},
 * {@code not(…)} and parentheses. Any other shape is an error, so that nobody takes a condition for tested that is not.
 */
final class FormCondition {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\\\]*\"|[A-Za-z_]\\w*(?:\\.\\w+)?|!=|[=()]|\\S");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?:\\.\\w+)?");

    private final String text;
    private final Set<String> names = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> flags = new HashSet<>();
    private final Node root;

    @FunctionalInterface
    private interface Node {
        Object value(Map<String, ?> answers);
    }

    FormCondition(String text) {
        this.text = text;
        if (!text.startsWith("=")) {
            throw unknown("it does not begin with =");
        }
        Deque<String> tokens = TOKEN.matcher(text.substring(1))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(ArrayDeque::new));
        root = either(tokens);
        if (!tokens.isEmpty()) {
            throw unknown("at " + tokens.peek());
        }
    }

    Set<String> names() {
        return names;
    }

    /** The texts it compares with. */
    Set<String> texts() {
        return texts;
    }

    /** The names that stand for something true or false. */
    Set<String> flags() {
        return flags;
    }

    boolean holds(Map<String, ?> answers) {
        return Boolean.TRUE.equals(truth(root.value(answers)));
    }

    private Node either(Deque<String> tokens) {
        var left = both(tokens);
        while ("or".equals(tokens.peek())) {
            tokens.pop();
            var one = left;
            var other = both(tokens);
            left = answers -> decided(true, truth(one.value(answers)), truth(other.value(answers)));
        }
        return left;
    }

    private Node both(Deque<String> tokens) {
        var left = single(tokens);
        while ("and".equals(tokens.peek())) {
            tokens.pop();
            var one = left;
            var other = single(tokens);
            left = answers -> decided(false, truth(one.value(answers)), truth(other.value(answers)));
        }
        return left;
    }

    private Node single(Deque<String> tokens) {
        var token = next(tokens);
        if (token.equals("not")) {
            expect("(", tokens);
            var inner = either(tokens);
            expect(")", tokens);
            return answers -> {
                var truth = truth(inner.value(answers));
                return truth == null ? null : !truth;
            };
        }
        if (token.equals("(")) {
            var inner = either(tokens);
            expect(")", tokens);
            return inner;
        }
        if (!NAME.matcher(token).matches()) {
            throw unknown("at " + token);
        }
        if (token.equals("true") || token.equals("false")) {
            return answers -> token.equals("true");
        }
        names.add(token);
        if (!"=".equals(tokens.peek()) && !"!=".equals(tokens.peek())) {
            flags.add(token);
            return answers -> answers.get(token);
        }
        var negated = tokens.pop().equals("!=");
        var literal = literal(next(tokens));
        if (literal instanceof Boolean) {
            flags.add(token);
        }
        return answers -> negated != same(answers.get(token), literal);
    }

    private Object literal(String token) {
        if (token.startsWith("\"")) {
            var text = token.substring(1, token.length() - 1);
            texts.add(text);
            return text;
        }
        return switch (token) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw unknown("at " + token);
        };
    }

    private boolean same(Object value, Object literal) {
        if (value != null && literal != null && value.getClass() != literal.getClass()) {
            throw unknown("it compares " + value.getClass() + " with " + literal.getClass());
        }
        return Objects.equals(value, literal);
    }

    /** True, false or, as in FEEL, null for unknown. */
    private Boolean truth(Object value) {
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw unknown(value + " is neither true nor false");
    }

    /** One true decides "or", one false decides "and"; otherwise one unknown makes it unknown. */
    private static Boolean decided(Boolean decisive, Boolean one, Boolean other) {
        if (decisive.equals(one) || decisive.equals(other)) {
            return decisive;
        }
        return one == null || other == null ? null : !decisive;
    }

    private String next(Deque<String> tokens) {
        if (tokens.isEmpty()) {
            throw unknown("it ends too early");
        }
        return tokens.pop();
    }

    private void expect(String token, Deque<String> tokens) {
        var found = next(tokens);
        if (!found.equals(token)) {
            throw unknown("at " + found);
        }
    }

    private AssertionError unknown(String why) {
        return new AssertionError("The condition " + text + " has a shape that is not known here: " + why);
    }
}
