package org.reps.mentoring.inactivity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Silences extends ListCrudRepository<Silence, String> {

    Optional<Silence> findByOpenMentor(String mentorId);

    boolean existsByOpenMentor(String mentorId);

    /**
     * The next mentors who have answered nothing since that day although a mentee or a task waits for them, each locked
     * until the transaction ends; those whom somebody else is looking at just now are left out. The days of an absence
     * after the last answer do not count, and a case in which the mentor was found active counts like an answer.
     *
     * <p>The engine's table of open tasks is read too, because asking the engine mentor by mentor would take a query
     * for each of them.
     */
    @Query("""
            select m.id from mentor m
            where (m.status = 'ACTIVE' or m.status = 'AWAY')
            and (m.away_from is null or m.away_from > :today or m.away_until < :today)
            and (m.answered_on is null
                or (m.answered_on <= :quietSince
                    and (m.away_until is null or m.away_until >= :today or m.away_until <= m.answered_on
                        or extract(epoch from m.answered_on) + extract(epoch from m.away_until)
                            - greatest(extract(epoch from m.away_from) - 86400, extract(epoch from m.answered_on))
                            <= extract(epoch from cast(:quietSince as date)))))
            and not exists (select 1 from silence s
                where s.mentor_id = m.id
                and (s.ended_on is null or (s.outcome = 'ACTIVE' and s.ended_on > :quietSince)))
            and (exists (select 1 from mentorship p
                    where p.mentor_id = m.id and p.running_mentee is not null and p.began_on <= :quietSince)
                or exists (select 1 from act_ru_task t
                    where t.assignee_ = m.id and t.create_time_ <= :quietSinceThen))
            order by m.id limit :most for update skip locked""")
    List<String> lockSilent(LocalDate today, LocalDate quietSince, Instant quietSinceThen, int most);

    /** Which of these mentors are being asked already. */
    @Query("select open_mentor from silence where open_mentor in (:mentorIds)")
    Set<String> beingAsked(Collection<String> mentorIds);
}
