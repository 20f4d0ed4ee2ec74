package org.reps.mentoring.mentorship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.mentorship.GoalChange.Kind;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Move;

/**
 * Something that mentor and mentee want to reach, or a point of their plan, as it stands after all that the two did to
 * it.
 *
 * @param changes the first one wrote it down; never empty
 */
public record Goal(List<GoalChange> changes) {

    /** How it stands. */
    public enum State {
        OPEN,
        REACHED,
        DROPPED
    }

    static final Map<Kind, Move<State>> MOVES = Map.of(
            Kind.REWORDED, Move.within(State.OPEN),
            Kind.REACHED, Move.to(State.REACHED, State.OPEN),
            Kind.DROPPED, Move.to(State.DROPPED, State.OPEN),
            Kind.TAKEN_UP, Move.to(State.OPEN, State.REACHED, State.DROPPED));

    static Goal written(String mentorshipId, @Nullable String plan, String words, String by, Instant at) {
        return first(UUID.randomUUID().toString(), plan, mentorshipId, words, by, at);
    }

    /** A point of the plan of a yearly meeting, as it was written down there. */
    public static Goal planned(String id, String plan, String mentorshipId, String words, String by, Instant at) {
        return first(id, plan, mentorshipId, words, by, at);
    }

    private static Goal first(
            String id, @Nullable String plan, String mentorshipId, String words, String by, Instant at) {
        return new Goal(List.of(new GoalChange(id, id, mentorshipId, plan, 1, Kind.WRITTEN, words, by, at, null)));
    }

    public String id() {
        return changes.get(0).goalId();
    }

    public String mentorshipId() {
        return changes.get(0).mentorshipId();
    }

    @Nullable
    String plan() {
        return changes.get(0).plan();
    }

    public State state() {
        return switch (last().kind()) {
            case WRITTEN, REWORDED, TAKEN_UP -> State.OPEN;
            case REACHED -> State.REACHED;
            case DROPPED -> State.DROPPED;
        };
    }

    /** What it is, in the latest words; empty when whoever wrote them is erased. */
    public String words() {
        return changes.stream()
                .filter(change -> change.kind() == Kind.WRITTEN || change.kind() == Kind.REWORDED)
                .reduce((before, after) -> after)
                .map(GoalChange::words)
                .orElse("");
    }

    GoalChange last() {
        return changes.get(changes.size() - 1);
    }

    /**
     * One more change.
     *
     * @param seen number of the last change that somebody has before their eyes
     * @throws AnsweredAlready when it was changed since, or it cannot be done to a goal that stands like this
     */
    GoalChange next(int seen, Kind kind, String words, String by, Instant at) {
        var move = MOVES.get(kind);
        if (last().number() != seen || move == null) {
            throw new AnsweredAlready("This was changed a moment ago, by the other one of you or in another window."
                    + " Please look at how it stands now.");
        }
        move.after(state());
        return new GoalChange(
                UUID.randomUUID().toString(), id(), mentorshipId(), plan(), seen + 1, kind, words, by, at, null);
    }
}
