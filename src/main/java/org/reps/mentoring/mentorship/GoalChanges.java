package org.reps.mentoring.mentorship;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/** All that was done to goals. */
interface GoalChanges extends ListCrudRepository<GoalChange, String> {

    List<GoalChange> findByMentorshipIdInOrderByNumber(Collection<String> mentorshipIds);

    int countByMentorshipId(String mentorshipId);

    List<GoalChange> findByGoalIdOrderByNumber(String goalId);
}
