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

    List<Mentorship> findByMentorIdInAndRunningMenteeIsNotNull(Collection<String> mentorIds);

    List<Mentorship> findByMentorIdOrderByBeganOn(String mentorId);

    List<Mentorship> findByMenteeIdInOrMentorIdIn(Collection<String> menteeIds, Collection<String> mentorIds);

    /**
     * Since when: the day on which the rep began to look for a mentor, or on which the last mentor was gone, whatever
     * was later.
     */
    @Query("""
            select r.id as rep_id, coalesce(
                (select max(o.began_on) from onboarding o where o.open_rep = r.id),
                (select max(x.ended_on) from resignation x join mentorship p on p.mentor_id = x.mentor_id
                    where p.running_mentee = r.id),
                (select max(p.ended_on) from mentorship p where p.mentee_id = r.id and p.end_reason = :gone
                    and not exists (select 1 from onboarding o
                        where o.rep_id = r.id and o.outcome = 'WITHOUT_MENTOR' and o.began_on >= p.ended_on)),
                (select max(o.began_on) from onboarding o where o.rep_id = r.id and o.outcome = 'WITHOUT_MENTOR'),
                r.joined_on) as since
            from rep r
            where not exists (select 1 from mentorship p join mentor m on m.id = p.mentor_id
                where p.running_mentee = r.id and m.status <> 'RESIGNED')
            and (exists (select 1 from mentorship p where p.running_mentee = r.id)
                or exists (select 1 from onboarding o
                    where o.rep_id = r.id
                    and (o.open_rep is not null
                        or (o.outcome = 'WITHOUT_MENTOR' and not exists (select 1 from mentorship p
                            where p.mentee_id = r.id and p.began_on >= o.began_on))))
                or exists (select 1 from mentorship p
                    where p.mentee_id = r.id and p.end_reason = :gone
                    and not exists (select 1 from mentorship later
                        where later.mentee_id = r.id and later.id <> p.id
                        and (later.began_on > p.began_on
                            or (later.began_on = p.began_on and later.ended_on > p.ended_on)))))
            order by 2, 1""")
    List<Mentorships.Waiting> waiting(String gone);

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
