package org.reps.mentoring.checkin;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
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
        if (mentorshipIds.isEmpty()) {
            return Map.of();
        }
        return table.findByMentorshipIdInAndOutcomeIsNotNullOrderByDueOn(mentorshipIds).stream()
                .filter(checkIn -> checkIn.plan() != null)
                .collect(toMap(CheckIn::mentorshipId, LastPlans::plan, (before, latest) -> latest));
    }

    private static LastPlan plan(CheckIn checkIn) {
        var plan = Objects.requireNonNull(checkIn.plan());
        return new LastPlan(plan.heldOn(), plan.plans(), plan.support());
    }

    /**
     * A plan for a year.
     *
     * @param plans what the mentee plans
     * @param support what they need for it; may be empty
     */
    public record LastPlan(LocalDate heldOn, String plans, String support) {}
}
