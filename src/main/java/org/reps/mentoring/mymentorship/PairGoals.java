package org.reps.mentoring.mymentorship;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Goal;
import org.reps.mentoring.mentorship.GoalChange;
import org.reps.mentoring.mentorship.Goals;
import org.springframework.stereotype.Component;

/** What whoever is logged in does on the page to the goals that they share with somebody. */
@Component
public class PairGoals {

    private final CurrentPerson person;
    private final People people;
    private final Goals goals;

    PairGoals(CurrentPerson person, People people, Goals goals) {
        this.person = person;
        this.people = people;
        this.goals = goals;
    }

    /**
     * Writes a goal down.
     *
     * @return the goals of the mentorship as they stand then
     * @throws org.reps.mentoring.rules.Refusal when it cannot be kept
     */
    public List<Shown> write(String mentorshipId, @Nullable String words) {
        var me = person.id();
        goals.write(mentorshipId, me, words);
        return of(mentorshipId, me);
    }

    /**
     * Changes a goal, as {@link Goals#change}.
     *
     * @return the goals of its mentorship as they stand then
     */
    public List<Shown> change(String goalId, int seen, GoalChange.Kind kind, @Nullable String words) {
        var me = person.id();
        return of(goals.change(goalId, me, seen, kind, words), me);
    }

    /** All goals of the two who have this one, which whoever asks was just told that they are too late for. */
    public List<Shown> besides(String goalId) {
        return of(goals.mentorshipOf(goalId), person.id());
    }

    private List<Shown> of(String mentorshipId, String me) {
        var all = goals.of(List.of(mentorshipId)).getOrDefault(mentorshipId, List.of());
        return person.lookUp(() -> {
            var names = people.names(all.stream()
                    .flatMap(goal -> goal.changes().stream())
                    .map(GoalChange::changedBy)
                    .distinct()
                    .toList());
            return shown(all, me, id -> names.getOrDefault(id, id));
        });
    }

    static List<Shown> shown(List<Goal> all, String me, UnaryOperator<String> name) {
        return all.stream()
                .map(goal -> new Shown(
                        goal.id(),
                        goal.changes().size(),
                        goal.words(),
                        goal.state(),
                        goal.changes().stream()
                                .map(change -> new Change(
                                        change.kind(),
                                        change.words(),
                                        change.changedBy().equals(me) ? null : name.apply(change.changedBy()),
                                        change.changedAt().toString()))
                                .toList()))
                .toList();
    }

    /**
     * A goal.
     *
     * @param number of its last change, to be told when it is changed again
     */
    public record Shown(String id, int number, String words, Goal.State state, List<Change> history) {}

    /** @param by the name of the other one; null for whoever reads */
    record Change(
            GoalChange.Kind kind, String words, @Nullable String by, String at) {}
}
