package org.reps.mentoring.inactivity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface Inactivities extends Aggregates<Inactivity> {

    @Override
    @Query("select id from inactivity where id = :id for update")
    Optional<String> lockRow(String id);

    Optional<Inactivity> findByOpenMentor(String mentorId);

    boolean existsByOpenMentor(String mentorId);

    /** The open case of this mentor; whoever changes it has locked the mentor before. */
    default Inactivity open(String mentorId) {
        return findByOpenMentor(mentorId).orElseThrow();
    }

    /**
     * The mentors who have answered nothing since that day although a mentee or a task waits for them. The days of an
     * absence after the last answer do not count, and a case in which the mentor was found active counts like an
     * answer.
     *
     * @param today the day it is where these mentors live
     * @param withTask user ids of those for whom a task has waited since then; not empty
     * @param among whom it is asked of; not empty
     */
    @Query("""
            select mentor_id from mentor_heard_of
            where mentor_id in (:among) and (status = 'ACTIVE' or status = 'AWAY')
            and (away_from is null or away_from > :today or away_until < :today)
            and (answered_on is null
                or (answered_on <= :quietSince
                    and (away_until is null or away_until >= :today or away_until <= answered_on
                        or extract(epoch from answered_on) + extract(epoch from away_until)
                            - greatest(extract(epoch from away_from) - 86400, extract(epoch from answered_on))
                            <= extract(epoch from cast(:quietSince as date)))))
            and being_asked = 0 and (found_active_on is null or found_active_on <= :quietSince)
            and (guides_since <= :quietSince or mentor_id in (:withTask))
            order by mentor_id""")
    List<String> silent(LocalDate today, LocalDate quietSince, Collection<String> withTask, Collection<String> among);
}
