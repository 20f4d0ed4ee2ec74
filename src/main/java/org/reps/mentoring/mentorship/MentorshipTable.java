package org.reps.mentoring.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface MentorshipTable extends Aggregates<Mentorship> {

    @Override
    @Query("select id from mentorship where id = :id for update")
    Optional<String> lockRow(String id);

    List<Mentorship> findByRunningMenteeIsNotNull();

    Optional<Mentorship> findByRunningMentee(String menteeId);

    List<Mentorship> findByMentorIdAndRunningMenteeIsNotNull(String mentorId);

    int countByMentorIdAndRunningMenteeIsNotNull(String mentorId);

    List<Mentorship> findByMentorIdInAndRunningMenteeIsNotNull(Collection<String> mentorIds);

    List<Mentorship> findByMentorIdOrderByBeganOn(String mentorId);

    List<Mentorship> findByMenteeIdInOrMentorIdIn(Collection<String> menteeIds, Collection<String> mentorIds);

    /** One mentorship begins after the other: until the transaction ends, no other does. */
    @Query("select id from turn_to_begin for update")
    int lockTurn();

    /** The view says who waits, and since when. */
    @Query("select rep_id, since from open_assignment order by since, rep_id")
    List<Mentorships.Waiting> waiting();

    @Query("select rep_id, joined_on as since from without_mentor order by joined_on, rep_id")
    List<Mentorships.Waiting> withoutMentor();

    @Query("""
            select id from mentorship where id in (:ids) and running_mentee is not null and committed_until <= :by
            order by committed_until, id for update""")
    List<String> lockEndingBy(LocalDate by, Collection<String> ids);

    @Query("""
            select mentor_id, count(*) as mentees from mentorship
            where running_mentee is not null and mentor_id in (:mentorIds) group by mentor_id""")
    List<Load> loads(Collection<String> mentorIds);

    @Query("""
            select mentor_id, count(*) as mentees from mentorship
            where running_mentee is not null group by mentor_id""")
    List<Load> loads();

    record Load(String mentorId, int mentees) {}
}
