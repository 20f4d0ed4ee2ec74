package org.reps.mentoring.pair;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.checkin.LastPlans.Agreed;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Goal;
import org.reps.mentoring.mentorship.GoalChange;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/**
 * The lists of two who are together, to tick and to edit by either of them: their goals, and the points of the plan
 * that they made in their last yearly meeting. A point of the plan is a line of what was written down there, until one
 * of the two changes it; from then on it is kept like a goal, with who did what.
 */
@Component
public class SharedLists {

    /** One of the lists that two have. */
    public enum Which {
        GOALS,
        PLAN
    }

    private final CurrentPerson person;
    private final People people;
    private final Goals goals;
    private final LastPlans plans;
    private final Days days;

    SharedLists(CurrentPerson person, People people, Goals goals, LastPlans plans, Days days) {
        this.person = person;
        this.people = people;
        this.goals = goals;
        this.plans = plans;
        this.days = days;
    }

    /**
     * Writes something down in a list.
     *
     * @return the list as it stands then
     * @throws Refusal when it cannot be kept
     */
    public List<Shown> write(Which which, String mentorshipId, @Nullable String words) {
        var me = person.id();
        if (which == Which.GOALS) {
            goals.write(mentorshipId, me, words);
        } else {
            goals.writePoint(mentorshipId, planOf(mentorshipId, me).id(), me, words);
        }
        return of(which, mentorshipId, me);
    }

    /**
     * Changes what stands in a list, as {@link Goals#change}.
     *
     * @return the list as it stands then
     */
    public List<Shown> change(
            Which which, String mentorshipId, String id, int seen, GoalChange.Kind kind, @Nullable String words) {
        var me = person.id();
        goals.requireTheirs(mentorshipId, me);
        var asWritten = which == Which.GOALS
                ? null
                : asWritten(mentorshipId, planOf(mentorshipId, me), days.now()).get(id);
        if (asWritten == null) {
            goals.change(id, me, seen, kind, words);
        } else {
            goals.changePoint(asWritten, me, seen, kind, words);
        }
        return of(which, mentorshipId, me);
    }

    /**
     * A list as it stands for whoever was just told that they are too late.
     *
     * @throws Refusal when it is none of theirs
     */
    public List<Shown> asItStands(Which which, String mentorshipId) {
        var me = person.id();
        goals.requireTheirs(mentorshipId, me);
        return of(which, mentorshipId, me);
    }

    private List<Shown> of(Which which, String mentorshipId, String me) {
        var ids = List.of(mentorshipId);
        var all = which == Which.GOALS ? goals.of(ids) : points(ids);
        return person.lookUp(() -> {
            var names = people.names(all.values().stream()
                    .flatMap(List::stream)
                    .flatMap(goal -> goal.changes().stream())
                    .map(GoalChange::changedBy)
                    .distinct()
                    .toList());
            return shown(all.getOrDefault(mentorshipId, List.of()), me, id -> names.getOrDefault(id, id));
        });
    }

    private Agreed planOf(String mentorshipId, String me) {
        goals.requireTheirs(mentorshipId, me);
        var agreed = plans.agreed(List.of(mentorshipId)).get(mentorshipId);
        if (agreed == null) {
            throw new Refusal("The two of you have no plan yet. Please load the page again.");
        }
        return agreed;
    }

    /**
     * The points of the last plan of each of these mentorships: the lines that were written down, then what was added.
     */
    public Map<String, List<Goal>> points(Collection<String> mentorshipIds) {
        var agreed = plans.agreed(mentorshipIds);
        if (agreed.isEmpty()) {
            return Map.of();
        }
        var now = days.nowForMany();
        var changed = goals.ofPlans(agreed.values().stream().map(Agreed::id).toList());
        return agreed.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> {
            var points = asWritten(entry.getKey(), entry.getValue(), now);
            changed.getOrDefault(entry.getValue().id(), List.of()).forEach(point -> points.put(point.id(), point));
            return List.copyOf(points.values());
        }));
    }

    /** The lines of a plan, by the ids that they have as points: the same for both, whenever they look. */
    private static Map<String, Goal> asWritten(String mentorshipId, Agreed plan, Now now) {
        var lines = new LinkedHashMap<String, Goal>();
        var zone = now.zones().apply(plan.hostId());
        var at = plan.heldOn().atTime(LocalTime.NOON).atZone(zone).toInstant();
        for (var line : plan.lines()) {
            var id = UUID.nameUUIDFromBytes((plan.id() + "\n" + line).getBytes(StandardCharsets.UTF_8))
                    .toString();
            lines.put(id, Goal.planned(id, plan.id(), mentorshipId, line, plan.hostId(), at));
        }
        return lines;
    }

    /** These goals or points as one of the two sees them. */
    public static List<Shown> shown(List<Goal> all, String me, UnaryOperator<String> name) {
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
     * A goal, or a point of a plan.
     *
     * @param number of its last change, to be told when it is changed again
     */
    public record Shown(String id, int number, String words, Goal.State state, List<Change> history) {}

    /** @param by the name of the other one; null for whoever reads */
    public record Change(
            GoalChange.Kind kind, String words, @Nullable String by, String at) {}
}
