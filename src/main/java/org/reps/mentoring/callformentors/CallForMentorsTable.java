package org.reps.mentoring.callformentors;

import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface CallForMentorsTable extends Aggregates<CallForMentors> {

    @Override
    @Query("select id from call_for_mentors where id = :id for update")
    Optional<String> lockRow(String id);
}
