package org.reps.mentoring.mentorship;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.mentorship.GoalChange.Kind;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What two who are together want to reach, and the points of the plans of their yearly meetings. Either of them writes
 * it down, changes its words, ticks it and drops it; who did what and when is kept. When they are apart, it stays as it
 * is.
 */
@Component
@Transactional
public class Goals {

    /** In one line that can be ticked. */
    static final int LONGEST = 300;

    private final GoalChanges changes;
    private final Mentorships mentorships;
    private final MentoringRules rules;
    private final Clock clock;

    Goals(GoalChanges changes, Mentorships mentorships, MentoringRules rules, Clock clock) {
        this.changes = changes;
        this.mentorships = mentorships;
        this.rules = rules;
        this.clock = clock;
    }

    /** The goals of each of these mentorships, in the order in which they were written down. */
    @Transactional(readOnly = true)
    public Map<String, List<Goal>> of(Collection<String> mentorshipIds) {
        if (mentorshipIds.isEmpty()) {
            return Map.of();
        }
        return inOrder(changes.findByMentorshipIdInAndPlanIsNullOrderByNumber(mentorshipIds))
                .collect(groupingBy(Goal::mentorshipId));
    }

    /** What was changed of the points of each of these plans, by the ids of the yearly meetings. */
    @Transactional(readOnly = true)
    public Map<String, List<Goal>> ofPlans(Collection<String> plans) {
        if (plans.isEmpty()) {
            return Map.of();
        }
        return inOrder(changes.findByPlanInOrderByNumber(plans))
                .collect(groupingBy(point -> requireNonNull(point.plan())));
    }

    private static Stream<Goal> inOrder(List<GoalChange> changes) {
        return changes.stream().collect(groupingBy(GoalChange::goalId)).values().stream()
                .map(Goal::new)
                .sorted(comparing(goal -> goal.changes().get(0).changedAt()));
    }

    /**
     * Writes a goal down.
     *
     * @param by user id of one of the two
     * @throws Refusal when it is none of their mentorships, that is over, they have as many goals as there can be, or
     *     the words are none that can be kept
     */
    public void write(String mentorshipId, String by, @Nullable String words) {
        write(mentorshipId, null, by, words);
    }

    /**
     * Writes one more point of a plan down, as {@link #write}.
     *
     * @param plan id of the yearly meeting
     */
    public void writePoint(String mentorshipId, String plan, String by, @Nullable String words) {
        write(mentorshipId, plan, by, words);
    }

    private void write(String mentorshipId, @Nullable String plan, String by, @Nullable String words) {
        running(mentorshipId, by);
        var line = inOneLine(words);
        var open = open(mentorshipId, plan);
        if (open.stream().anyMatch(other -> other.words().equals(line))) {
            throw new Refusal("You have this goal already.");
        }
        requireRoom(open.size());
        requireRoomForChange(mentorshipId);
        save(Goal.written(mentorshipId, plan, line, by, clock.instant()).last());
    }

    /**
     * Keeps what one of the two has written in a form, each line as a goal; what they have already is left out, and so
     * is what would be too much: it stands where it was written.
     *
     * @param by user id
     * @param text may be empty
     */
    public void writeAll(String mentorshipId, String by, String text) {
        var open = open(mentorshipId, null);
        var room = Math.min(
                rules.openGoals() - open.size(), rules.goalChanges() - changes.countByMentorshipId(mentorshipId));
        var lines = text.lines()
                .map(line -> line.strip().replaceFirst("^[-–*•]\\s+", ""))
                .filter(line -> !PlainText.saysNothing(line))
                .distinct()
                .filter(line -> open.stream().noneMatch(other -> other.words().equals(line)))
                .limit(Math.max(0, room))
                .toList();
        // One after the other, so that they stay in their order.
        var at = clock.instant();
        for (var line : lines) {
            save(Goal.written(mentorshipId, null, line, by, at).last());
            at = at.plusMillis(1);
        }
    }

    /**
     * Changes a goal.
     *
     * @param by user id of one of the two
     * @param seen number of its last change that they have before their eyes
     * @param words only where its words are changed
     * @throws org.reps.mentoring.rules.AnsweredAlready when the other one was quicker
     * @throws Refusal when it is no goal of theirs, they are not together any more, or the words cannot be kept
     */
    public void change(String goalId, String by, int seen, Kind kind, @Nullable String words) {
        var found = find(goalId);
        running(found.mentorshipId(), by);
        if (kind == Kind.TAKEN_UP) {
            requireRoom(open(found.mentorshipId(), found.plan()).size());
        }
        // Each of these can be done to a goal again and again; an open one is reached or dropped once.
        if (kind == Kind.TAKEN_UP || kind == Kind.REWORDED) {
            requireRoomForChange(found.mentorshipId());
        }
        // Read anew: until now, the other one may have been quicker.
        save(find(goalId).next(seen, kind, kind == Kind.REWORDED ? inOneLine(words) : "", by, clock.instant()));
    }

    /**
     * Changes a point of a plan, as {@link #change}.
     *
     * @param asWritten as it was written down in the yearly meeting, and stands until it is changed for the first time
     */
    public void changePoint(Goal asWritten, String by, int seen, Kind kind, @Nullable String words) {
        running(asWritten.mentorshipId(), by);
        if (changes.findByGoalIdOrderByNumber(asWritten.id()).isEmpty()) {
            save(asWritten.last());
        }
        change(asWritten.id(), by, seen, kind, words);
    }

    /**
     * Lets only one of the two go on.
     *
     * @throws Refusal when they are somebody else
     */
    @Transactional(readOnly = true)
    public void requireTheirs(String mentorshipId, String by) {
        if (mentorships.withIds(List.of(mentorshipId)).stream().noneMatch(one -> isTheirs(one, by))) {
            throw notYours();
        }
    }

    private static boolean isTheirs(Mentorship mentorship, String by) {
        return mentorship.menteeId().equals(by) || mentorship.mentorId().equals(by);
    }

    private Goal find(String goalId) {
        var all = changes.findByGoalIdOrderByNumber(goalId);
        if (all.isEmpty()) {
            throw notYours();
        }
        return new Goal(all);
    }

    /** @param plan null for their goals */
    private List<Goal> open(String mentorshipId, @Nullable String plan) {
        var all = plan == null
                ? of(List.of(mentorshipId)).get(mentorshipId)
                : ofPlans(List.of(plan)).get(plan);
        return all == null
                ? List.of()
                : all.stream().filter(goal -> goal.state() == Goal.State.OPEN).toList();
    }

    private void requireRoom(int open) {
        if (open >= rules.openGoals()) {
            throw new Refusal(
                    "These are " + rules.openGoals() + " goals already. Please tick or drop one of them first.");
        }
    }

    private void requireRoomForChange(String mentorshipId) {
        if (changes.countByMentorshipId(mentorshipId) >= rules.goalChanges()) {
            throw new Refusal(
                    "You two have worked on your goals so much that no more can be kept here. You can still tick"
                            + " and drop those that stand here; please write new ones down where you keep in touch.");
        }
    }

    private void save(GoalChange change) {
        changes.save(change);
    }

    /** Locked until the transaction ends, so that what the two do at the same moment is looked at in turn. */
    private void running(String mentorshipId, String by) {
        var mentorship = mentorships.withIds(List.of(mentorshipId)).stream()
                .filter(one -> isTheirs(one, by))
                .map(one -> mentorships.lock(one.id()))
                .findFirst()
                .orElseThrow(Goals::notYours);
        if (!mentorship.isRunning()) {
            throw new Refusal("The two of you are not together any more, so your goals stay as they are.");
        }
    }

    private static Refusal notYours() {
        return new Refusal("There is no such goal of yours. Please load the page again.");
    }

    private static String inOneLine(@Nullable String words) {
        var line = words == null ? "" : PlainText.strip(words);
        if (PlainText.saysNothing(line)) {
            throw new Refusal("Goal: please write what you would like to reach.");
        }
        if (line.length() > LONGEST) {
            throw new Refusal(
                    "Goal: please write at most " + LONGEST + " characters; these are " + line.length() + ".");
        }
        PlainText.wrongInOneLine(line).ifPresent(problem -> {
            throw new Refusal("Goal: " + problem + ".");
        });
        return line;
    }
}
