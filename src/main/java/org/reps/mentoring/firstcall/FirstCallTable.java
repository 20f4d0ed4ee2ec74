package org.reps.mentoring.firstcall;

import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface FirstCallTable extends Aggregates<FirstCall> {

    @Override
    @Query("select id from first_call where id = :id for update")
    Optional<String> lockRow(String id);
}
