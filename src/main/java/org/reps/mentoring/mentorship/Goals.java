package org.reps.mentoring.mentorship;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.mentorship.GoalChange.Kind;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What two who are together want to reach. Either of them writes it down, changes its words, ticks it and drops it; who
 * did what and when is kept. When they are apart, it stays as it is.
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
        var byGoal = changes.findByMentorshipIdInOrderByNumber(mentorshipIds).stream()
                .collect(groupingBy(GoalChange::goalId, LinkedHashMap::new, toList()));
        return byGoal.values().stream()
                .map(Goal::new)
                .sorted(comparing(goal -> goal.changes().get(0).changedAt()))
                .collect(groupingBy(Goal::mentorshipId));
    }

    /**
     * Writes a goal down.
     *
     * @param by user id of one of the two
     * @throws Refusal when it is none of their mentorships, that is over, they have as many goals as there can be, or
     *     the words are none that can be kept
     */
    public void write(String mentorshipId, String by, @Nullable String words) {
        var mentorship = running(mentorshipId, by);
        var goal = inOneLine(words);
        var open = open(mentorship.id());
        if (open.stream().anyMatch(other -> other.words().equals(goal))) {
            throw new Refusal("You have this goal already.");
        }
        requireRoom(open.size());
        requireRoomForChange(mentorship.id());
        save(Goal.written(mentorship.id(), goal, by, clock.instant()).last());
    }

    /**
     * Keeps what one of the two has written in a form, each line as a goal; what they have already is left out, and so
     * is what would be too much: it stands where it was written.
     *
     * @param by user id
     * @param text may be empty
     */
    public void writeAll(String mentorshipId, String by, String text) {
        var open = open(mentorshipId);
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
            save(Goal.written(mentorshipId, line, by, at).last());
            at = at.plusMillis(1);
        }
    }

    /**
     * Changes a goal.
     *
     * @param by user id of one of the two
     * @param seen number of its last change that they have before their eyes
     * @param words only where its words are changed
     * @return the id of the mentorship
     * @throws org.reps.mentoring.rules.AnsweredAlready when the other one was quicker
     * @throws Refusal when it is no goal of theirs, they are not together any more, or the words cannot be kept
     */
    public String change(String goalId, String by, int seen, Kind kind, @Nullable String words) {
        var mentorshipId = mentorshipOf(goalId);
        running(mentorshipId, by);
        if (kind == Kind.TAKEN_UP) {
            requireRoom(open(mentorshipId).size());
        }
        // Each of these can be done to a goal again and again; an open one is reached or dropped once.
        if (kind == Kind.TAKEN_UP || kind == Kind.REWORDED) {
            requireRoomForChange(mentorshipId);
        }
        // Read anew: until now, the other one may have been quicker.
        var goal = new Goal(changes.findByGoalIdOrderByNumber(goalId));
        save(goal.next(seen, kind, kind == Kind.REWORDED ? inOneLine(words) : "", by, clock.instant()));
        return mentorshipId;
    }

    /**
     * The id of the mentorship a goal belongs to.
     *
     * @throws Refusal when there is no such goal
     */
    @Transactional(readOnly = true)
    public String mentorshipOf(String goalId) {
        return changes.findByGoalIdOrderByNumber(goalId).stream()
                .map(GoalChange::mentorshipId)
                .findFirst()
                .orElseThrow(Goals::notYours);
    }

    private List<Goal> open(String mentorshipId) {
        return of(List.of(mentorshipId)).getOrDefault(mentorshipId, List.of()).stream()
                .filter(goal -> goal.state() == Goal.State.OPEN)
                .toList();
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
    private Mentorship running(String mentorshipId, String by) {
        var mentorship = mentorships.withIds(List.of(mentorshipId)).stream()
                .filter(one -> one.menteeId().equals(by) || one.mentorId().equals(by))
                .map(one -> mentorships.lock(one.id()))
                .findFirst()
                .orElseThrow(Goals::notYours);
        if (!mentorship.isRunning()) {
            throw new Refusal("The two of you are not together any more, so your goals stay as they are.");
        }
        return mentorship;
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
