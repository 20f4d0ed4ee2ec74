package org.reps.mentoring.keepintouch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface KeepInTouchTable extends Aggregates<KeepInTouch> {

    @Override
    @Query("select id from keep_in_touch where id = :id for update")
    Optional<String> lockRow(String id);

    /**
     * The ids of the running mentorships of which it is time to ask, and of those of which nothing is known yet; what
     * was due first comes first.
     */
    @Query("""
            select id from pair_in_touch
            where next_on is null or (next_on <= :today and asked is null)
            order by next_on nulls last, id limit :most""")
    List<String> due(LocalDate today, int most);

    /** The user ids of everybody for whom a question waits. */
    @Query("""
            select mentor_id from pair_in_touch where asked in ('MENTOR', 'BOTH')
            union select mentee_id from pair_in_touch where asked in ('MENTEE', 'BOTH')""")
    Set<String> peopleAsked();

    List<KeepInTouch> findByIdIn(Collection<String> mentorshipIds);

    /** Those that have been missed at least so often in a row, of running mentorships. */
    @Query("select id from pair_in_touch where missed >= :missed")
    List<String> lost(int missed);
}
