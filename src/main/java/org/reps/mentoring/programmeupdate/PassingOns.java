package org.reps.mentoring.programmeupdate;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface PassingOns extends Aggregates<PassingOn> {

    @Override
    @Query("select id from passing_on where id = :id for update")
    Optional<String> lockRow(String id);

    List<PassingOn> findByUpdateId(String updateId);

    Optional<PassingOn> findByUpdateIdAndMentorId(String updateId, String mentorId);

    /** What this mentor was asked. */
    default PassingOn get(String updateId, String mentorId) {
        return findByUpdateIdAndMentorId(updateId, mentorId).orElseThrow();
    }
}
