package org.reps.mentoring.leaving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface Leavings extends Aggregates<Leaving> {

    boolean existsByOpenPerson(String personId);

    Optional<Leaving> findByOpenPerson(String personId);

    List<Leaving> findByOpenPersonIsNotNullOrderByLastDay();

    List<Leaving> findByStateAndEndedOnGreaterThanEqual(Leaving.State state, LocalDate day);

    @Override
    @Query("select id from leaving where id = :id for update")
    Optional<String> lockRow(String id);
}
