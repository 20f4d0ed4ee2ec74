package org.reps.mentoring.mentorship;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;

/**
 * Who guides whom, of everybody at once: many mentorships are looked at one after the other, each with those before.
 */
public final class Guidance {

    private final Map<String, String> mentorOf = new HashMap<>();
    private final Map<String, Integer> mentees = new HashMap<>();
    private final boolean circles;

    /**
     * @param mentorships those that have ended do not count
     * @param rules among them whether mentors may guide each other in a circle
     */
    public Guidance(Collection<Mentorship> mentorships, MentoringRules rules) {
        this.circles = rules.circlesOfMentors();
        mentorships.stream()
                .filter(Mentorship::isRunning)
                .forEach(running -> put(running.menteeId(), running.mentorId()));
    }

    /** How many this mentor guides. */
    public int menteesOf(String mentorId) {
        return mentees.getOrDefault(mentorId, 0);
    }

    /**
     * One more mentorship.
     *
     * @param capacity how many mentees the mentor has at most
     * @throws Refusal when it cannot be; then it is not added
     */
    public void add(String menteeId, String mentorId, int capacity) {
        if (menteeId.equals(mentorId)) {
            throw new Refusal("nobody can be their own mentor");
        }
        var other = mentorOf.get(menteeId);
        if (other != null) {
            throw new Refusal("nobody has two mentors, and " + menteeId + " has one already: " + other);
        }
        if (isGuidedBy(mentorId, menteeId)) {
            throw new Refusal("nobody can be mentored by somebody whom they guide"
                    + (circles ? "" : ", neither themselves nor through others") + ": " + menteeId + " guides "
                    + mentorId);
        }
        if (menteesOf(mentorId) >= capacity) {
            throw new Refusal("this would be one mentee more than the " + capacity
                    + (capacity == 1 ? " place" : " places") + " of " + mentorId);
        }
        put(menteeId, mentorId);
    }

    private void put(String menteeId, String mentorId) {
        mentorOf.put(menteeId, mentorId);
        mentees.merge(mentorId, 1, Integer::sum);
    }

    /**
     * Also through others, unless circles are wanted; there is no circle yet, and none can be made, unless it was there
     * before.
     */
    private boolean isGuidedBy(String menteeId, String mentorId) {
        @Nullable String above = mentorOf.get(menteeId);
        for (var steps = 0; above != null && steps <= (circles ? 0 : mentorOf.size()); steps++) {
            if (above.equals(mentorId)) {
                return true;
            }
            above = mentorOf.get(above);
        }
        return false;
    }
}
