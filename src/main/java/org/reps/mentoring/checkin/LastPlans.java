package org.reps.mentoring.checkin;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reps.mentoring.text.PlainText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What mentors and mentees wrote down together the last time they met. Both of them may read it. */
@Component
public class LastPlans {

    private final CheckInTable table;

    LastPlans(CheckInTable table) {
        this.table = table;
    }

    /**
     * The last plan of each of these mentorships, by its id; those who have none yet are not in the map. What is still
     * being agreed does not count.
     */
    @Transactional(readOnly = true)
    public Map<String, LastPlan> of(Collection<String> mentorshipIds) {
        return last(mentorshipIds, LastPlans::plan);
    }

    /** The same with what it takes to go on with it, as points of their own. */
    @Transactional(readOnly = true)
    public Map<String, Agreed> agreed(Collection<String> mentorshipIds) {
        return last(mentorshipIds, LastPlans::agreed);
    }

    private <T> Map<String, T> last(Collection<String> mentorshipIds, Function<CheckIn, T> what) {
        if (mentorshipIds.isEmpty()) {
            return Map.of();
        }
        return table.findByMentorshipIdInAndOutcomeIsNotNullOrderByDueOn(mentorshipIds).stream()
                .filter(checkIn -> checkIn.plan() != null)
                .collect(toMap(CheckIn::mentorshipId, what, (before, latest) -> latest));
    }

    private static Agreed agreed(CheckIn checkIn) {
        var plan = checkIn.agreed();
        return new Agreed(
                checkIn.id(),
                checkIn.hostId(),
                plan.heldOn(),
                plan.plans()
                        .lines()
                        .map(line -> line.strip().replaceFirst("^[-–*•]\\s+", ""))
                        .filter(line -> !PlainText.saysNothing(line))
                        .distinct()
                        .toList());
    }

    private static LastPlan plan(CheckIn checkIn) {
        var plan = checkIn.agreed();
        return new LastPlan(plan.heldOn(), plan.plans(), plan.support());
    }

    /**
     * A plan for a year.
     *
     * @param plans what the mentee plans
     * @param support what they need for it; may be empty
     */
    public record LastPlan(LocalDate heldOn, String plans, String support) {}

    /**
     * What was written down in a yearly meeting.
     *
     * @param id of the meeting
     * @param hostId user id of who wrote it down
     * @param lines what the mentee plans, line by line
     */
    public record Agreed(String id, String hostId, LocalDate heldOn, List<String> lines) {}
}
