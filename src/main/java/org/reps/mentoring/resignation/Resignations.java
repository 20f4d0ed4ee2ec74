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
            select mentor_id, last_day, acknowledged, placed, to_place
            from resignation_under_way order by last_day, mentor_id""")
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
