package org.reps.mentoring.askamentor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface CoachingSessions extends Aggregates<CoachingSession> {

    @Override
    @Query("select id from coaching_session where id = :id for update")
    Optional<String> lockRow(String id);

    List<CoachingSession> findByAskerIdAndStateIn(String askerId, Collection<CoachingSession.State> states);

    long countByAskerIdAndAskedOnGreaterThanEqual(String askerId, LocalDate askedOn);

    /** All that are not over yet in which this person asks or is asked. */
    @Query("""
            select id from coaching_session where (asker_id = :userId or mentor_id = :userId)
            and state in ('ASKED', 'PROPOSED', 'ARRANGED')""")
    List<String> underWay(String userId);

    /** Those that are arranged for this person, as one of the two, and begin after that; the next one first. */
    @Query("""
            select * from coaching_session where (asker_id = :userId or mentor_id = :userId)
            and state = 'ARRANGED' and starts_at > :after order by starts_at""")
    List<CoachingSession> ahead(String userId, Instant after);

    /** Those that this person has held, as one of the two, the newest first. */
    @Query("""
            select * from coaching_session where (asker_id = :userId or mentor_id = :userId)
            and state = 'HELD' and starts_at >= :since order by starts_at desc""")
    List<CoachingSession> held(String userId, Instant since);

    /**
     * How many sessions each mentor gives in this time, with those that are asked of them now; without mentors who give
     * none.
     */
    @Query("""
            select mentor_id, count(*) as sessions from coaching_session
            where mentor_id is not null and (state in ('ASKED', 'PROPOSED')
                or (state in ('ARRANGED', 'HELD') and starts_at >= :from and starts_at < :until))
            group by mentor_id""")
    List<Given> given(Instant from, Instant until);

    /** Who has said no to this rep for this skill after that day, or has not answered. */
    @Query("""
            select d.mentor_id from declined_session d join coaching_session s on s.id = d.coaching_session
            where s.asker_id = :askerId and s.skill = :skill and d.declined_on > :after""")
    Set<String> declined(String askerId, String skill, LocalDate after);

    record Given(String mentorId, int sessions) {}
}
