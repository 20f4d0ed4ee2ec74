package org.reps.mentoring.mentorship;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/** All that was done to goals and to points of plans. */
interface GoalChanges extends ListCrudRepository<GoalChange, String> {

    List<GoalChange> findByMentorshipIdInAndPlanIsNullOrderByNumber(Collection<String> mentorshipIds);

    List<GoalChange> findByPlanInOrderByNumber(Collection<String> plans);

    int countByMentorshipId(String mentorshipId);

    List<GoalChange> findByGoalIdOrderByNumber(String goalId);
}
