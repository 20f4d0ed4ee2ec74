package org.reps.mentoring.mentorship;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MentorshipTable extends ListCrudRepository<Mentorship, String> {

    Optional<Mentorship> findByRunningMentee(String menteeId);

    List<Mentorship> findByMentorIdAndRunningMenteeIsNotNull(String mentorId);

    int countByMentorIdAndRunningMenteeIsNotNull(String mentorId);

    @Query("""
            select mentor_id, count(*) as mentees from mentorship
            where running_mentee is not null and mentor_id in (:mentorIds) group by mentor_id""")
    List<Load> loads(Collection<String> mentorIds);

    record Load(String mentorId, int mentees) {}
}
