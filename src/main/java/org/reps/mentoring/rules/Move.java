package org.reps.mentoring.rules;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table that says what may follow what: in which states something can happen, and which state it leads
 * to.
 *
 * @param from the states in which it can happen
 * @param to the state after it; null when the state stays as it is
 */
public record Move<S extends Enum<S>>(Set<S> from, @Nullable S to) {

    @SafeVarargs
    public static <S extends Enum<S>> Move<S> within(S first, S... others) {
        return new Move<>(EnumSet.of(first, others), null);
    }

    @SafeVarargs
    public static <S extends Enum<S>> Move<S> to(S to, S first, S... others) {
        return new Move<>(EnumSet.of(first, others), to);
    }

    /**
     * The state after it.
     *
     * @throws AnsweredAlready when it cannot happen in this state
     */
    public S after(S state) {
        if (!from.contains(state)) {
            throw new AnsweredAlready();
        }
        return to == null ? state : to;
    }
}
