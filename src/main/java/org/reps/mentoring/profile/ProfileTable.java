package org.reps.mentoring.profile;

import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

/** Whoever has said nothing of the kind is not in it. */
interface ProfileTable extends Aggregates<Profile> {

    @Override
    @Query("select id from profile where id = :id for update")
    Optional<String> lockRow(String id);
}
