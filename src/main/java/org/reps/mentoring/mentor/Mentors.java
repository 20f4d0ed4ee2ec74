package org.reps.mentoring.mentor;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;

/** All mentors, also those who are away, inactive or have resigned. */
public interface Mentors extends Aggregates<Mentor> {

    /** Whether somebody is a mentor now: whoever has stepped down is a rep like others. */
    default boolean isMentor(String userId) {
        return findById(userId).filter(not(Mentor::hasResigned)).isPresent();
    }

    /** The mentors whose last absence this mentor covered, or still covers. */
    List<Mentor> findByAbsenceCover(String coverId);

    /** The user ids of those whom the programme counts on, also while they are away. */
    @Query("select id from mentor where status = 'ACTIVE' or status = 'AWAY'")
    List<String> serving();

    /**
     * The mentors among these people, each locked until the transaction ends; always locked in the same order, so that
     * two who need the same mentors wait for each other instead of blocking each other.
     */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<Mentor> findByIdInOrderById(Collection<String> ids);

    /**
     * The first of these mentors, each locked until the transaction ends; those whom somebody else has locked are left
     * out.
     *
     * @param ids not empty
     */
    @Query("select id from mentor where id in (:ids) order by id limit :most for update skip locked")
    List<String> lockFree(Collection<String> ids, int most);

    @Override
    @Query("select id from mentor where id = :id for update")
    Optional<String> lockRow(String id);

    /**
     * Notes that a person has answered something, if they are a mentor.
     *
     * @param day the day it is where they live
     */
    @Modifying
    @Query("""
            update mentor set answered_on = :day
            where id = :userId and (answered_on is null or answered_on < :day)""")
    void noteAnswer(String userId, LocalDate day);

    /** The day on which the mentor last answered something; empty when they never have. */
    @Query("select answered_on from mentor where id = :mentorId and answered_on is not null")
    Optional<LocalDate> lastAnswer(String mentorId);
}
