package org.reps.mentoring.resignation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;

interface Resignations extends Aggregates<Resignation> {

    boolean existsByOpenMentor(String mentorId);

    @Override
    @Query("select id from resignation where id = :id for update")
    Optional<String> lockRow(String id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Resignation> findLockedByOpenMentor(String mentorId);

    /** What has become of the mentees of everybody who is leaving, the same way as {@link Placements#count} says it. */
    @Query("""
            select mentor_id, last_day, acknowledged, placed, to_place
            from resignation_under_way order by last_day, mentor_id""")
    List<Placements.UnderWay> underWay();

    int countByStateAndEndedOnAfter(Resignation.State state, LocalDate day);
}
