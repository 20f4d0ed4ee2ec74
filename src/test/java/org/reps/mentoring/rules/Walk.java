package org.reps.mentoring.rules;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Walks from every state along every move, and writes down where each leads: a line for each state, a column for each
 * move, {@code no} where it was answered already.
 */
public final class Walk<T, S extends Enum<S>> {

    private final Class<S> states;
    private final Function<T, S> stateOf;
    private final Map<S, T> examples;
    private final Map<String, UnaryOperator<T>> moves = new LinkedHashMap<>();

    public Walk(Class<S> states, Function<T, S> stateOf) {
        this.states = states;
        this.stateOf = stateOf;
        this.examples = new EnumMap<>(states);
    }

    /** A thing to start from, in whatever state it is. */
    public Walk<T, S> from(T example) {
        examples.put(stateOf.apply(example), example);
        return this;
    }

    public Walk<T, S> along(String name, UnaryOperator<T> move) {
        moves.put(name, move);
        return this;
    }

    /** @throws NullPointerException when there is nothing to start from in one of the states */
    public String table() {
        var lines = new ArrayList<List<String>>();
        lines.add(line("", moves.keySet().stream().toList()));
        for (var state : states.getEnumConstants()) {
            var example = Objects.requireNonNull(examples.get(state), state::name);
            lines.add(line(
                    state.name(),
                    moves.values().stream().map(move -> reached(example, move)).toList()));
        }
        var widths = IntStream.rangeClosed(0, moves.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return lines.stream()
                .map(line -> IntStream.rangeClosed(0, moves.size())
                        .mapToObj(column -> line.get(column)
                                + " ".repeat(widths[column] - line.get(column).length()))
                        .collect(joining(" | "))
                        .stripTrailing())
                .collect(joining("\n", "", "\n"));
    }

    private String reached(T example, UnaryOperator<T> move) {
        try {
            return stateOf.apply(move.apply(example)).name();
        } catch (AnsweredAlready answered) {
            return "no";
        }
    }

    private static List<String> line(String first, List<String> others) {
        var line = new ArrayList<>(List.of(first));
        line.addAll(others);
        return line;
    }
}
