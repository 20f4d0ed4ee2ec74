package org.reps.mentoring.firstcall;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface FirstCallTable extends Aggregates<FirstCall> {

    List<FirstCall> findByHeldOnIsNull();

    @Override
    @Query("select id from first_call where id = :id for update")
    Optional<String> lockRow(String id);
}
