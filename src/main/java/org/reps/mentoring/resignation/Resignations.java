package org.reps.mentoring.resignation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface Resignations extends ListCrudRepository<Resignation, String> {

    boolean existsByOpenMentor(String mentorId);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Resignation> findLockedById(String id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Resignation> findLockedByOpenMentor(String mentorId);

    /** What has become of the mentees of everybody who is leaving, the same way as {@link Placements#count} says it. */
    @Query("""
            select r.mentor_id, r.last_day, r.acknowledged_on is not null as acknowledged,
                (select count(distinct m.mentee_id) from mentorship m
                    join mentorship n on n.running_mentee = m.mentee_id and n.mentor_id <> r.mentor_id
                    where m.mentor_id = r.mentor_id and (m.ended_on is null or m.ended_on >= r.acknowledged_on))
                    as placed,
                (select count(*) from mentorship m where m.mentor_id = r.mentor_id and m.running_mentee is not null)
                    as to_place
            from resignation r where r.open_mentor is not null order by r.last_day, r.mentor_id""")
    List<Placements.UnderWay> underWay();

    int countByStateAndEndedOnAfter(Resignation.State state, LocalDate day);

    default Resignation get(String id) {
        return findById(id).orElseThrow();
    }

    /** Locked until the transaction ends, so that what people answer at the same moment is looked at in turn. */
    default Resignation lock(String id) {
        return findLockedById(id).orElseThrow();
    }
}
