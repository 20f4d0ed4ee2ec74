package org.reps.mentoring.explorer;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What is open of a process, or of one of its subprocesses, at one moment of the play. Two positions in which the same
 * is open are equal, whichever way led there.
 *
 * @param part id of the process or subprocess
 * @param tokens what is on its way, or waits without being work
 * @param works what somebody or something works at
 * @param fired what begins beside everything else once only, and has begun
 * @param interrupted whether an event subprocess has taken the place of everything else
 */
record Position(String part, List<Token> tokens, List<Work> works, Set<String> fired, boolean interrupted) {

    /**
     * @param at id of a node, or of the flow by which it has come to a gateway that waits for others
     * @param beside id of the task beside which it began without interrupting it; empty on the main path
     */
    record Token(String at, String beside) {}

    /**
     * @param node id of the activity, or of an event subprocess that runs
     * @param beside as for a token
     * @param fired its timers that have gone off once and do so no more
     * @param open how many of it are open
     * @param left how many are still to come, one after the other
     * @param inside what is open in each of its copies
     */
    record Work(String node, String beside, Set<String> fired, int open, int left, List<Position> inside) {

        Work with(List<Position> otherInside, int otherOpen, int otherLeft) {
            return new Work(node, beside, fired, otherOpen, otherLeft, sorted(otherInside));
        }

        Work fired(String event) {
            return new Work(node, beside, and(fired, event), open, left, inside);
        }
    }

    static Position begin(String part, String startEvent) {
        return new Position(part, List.of(new Token(startEvent, "")), List.of(), Set.of(), false);
    }

    /** Whether nothing is open any more. */
    boolean isOver() {
        return tokens.isEmpty() && works.isEmpty();
    }

    Position with(Token token) {
        return tokens(list -> {
            list.add(token);
            return list;
        });
    }

    Position without(Token token) {
        return tokens(list -> {
            list.remove(token);
            return list;
        });
    }

    Position with(Work work) {
        var more = new ArrayList<>(works);
        more.add(work);
        return new Position(part, tokens, sorted(more), fired, interrupted);
    }

    Position without(Work work) {
        var fewer = new ArrayList<>(works);
        fewer.remove(work);
        return new Position(part, tokens, fewer, fired, interrupted);
    }

    Position fired(String event) {
        return new Position(part, tokens, works, and(fired, event), interrupted);
    }

    /** Nothing is left of it, as when a terminate end event is reached. */
    Position ended() {
        return new Position(part, List.of(), List.of(), fired, interrupted);
    }

    Position takenOver() {
        return new Position(part, List.of(), List.of(), fired, true);
    }

    private Position tokens(UnaryOperator<List<Token>> change) {
        return new Position(part, sorted(change.apply(new ArrayList<>(tokens))), works, fired, interrupted);
    }

    private static Set<String> and(Set<String> some, String more) {
        var all = new TreeSet<>(some);
        all.add(more);
        return all;
    }

    private static <T> List<T> sorted(List<T> list) {
        return list.stream().sorted(comparing(Object::toString)).toList();
    }
}
