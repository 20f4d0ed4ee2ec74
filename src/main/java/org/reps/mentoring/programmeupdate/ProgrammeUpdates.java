package org.reps.mentoring.programmeupdate;

import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

/** All news, on its way or not any more. */
interface ProgrammeUpdates extends Aggregates<ProgrammeUpdate> {

    @Override
    @Query("select id from programme_update where id = :id for update")
    Optional<String> lockRow(String id);

    boolean existsByOpenTitle(String openTitle);
}
