package org.reps.mentoring.mentorscall;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.mentorscall.MentorsCall.State;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface MentorsCallTable extends Aggregates<MentorsCall> {

    @Override
    @Query("select id from mentors_call where id = :id for update")
    Optional<String> lockRow(String id);

    /** The next call; there is one at most. */
    Optional<MentorsCall> findByOpenKeyIsNotNull();

    /** The last ones of which somebody has written down something, the newest first. */
    List<MentorsCall> findTop3ByStateOrderByStartsAtDesc(State state);
}
