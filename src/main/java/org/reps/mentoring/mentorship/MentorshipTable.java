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

    @Query("""
            select r.id from rep r
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
            order by r.id""")
    List<String> openAssignments(String gone);

    @Query("""
            select mentor_id, count(*) as mentees from mentorship
            where running_mentee is not null and mentor_id in (:mentorIds) group by mentor_id""")
    List<Load> loads(Collection<String> mentorIds);

    record Load(String mentorId, int mentees) {}
}
