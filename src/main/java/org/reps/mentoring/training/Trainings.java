package org.reps.mentoring.training;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.reps.mentoring.training.Training.State;
import org.springframework.data.jdbc.repository.query.Query;

/** All trainings, open or ended. */
interface Trainings extends Aggregates<Training> {

    Optional<Training> findByOpenRep(String repId);

    List<Training> findByOpenRepIsNotNullAndStateNotOrderByBeganOnAscIdAsc(State state);

    @Override
    @Query("select id from training where id = :id for update")
    Optional<String> lockRow(String id);

    @Query("""
            select state, count(open_rep) as under_way, count(*) - count(open_rep) as ended
            from training group by state""")
    List<Reached> byState();

    /** How many trainings are in a state, or ended in it. */
    record Reached(State state, int underWay, int ended) {}

    /** Everybody who is interested in becoming a mentor, or on the way; not who was only nominated by somebody. */
    default List<Training> interested() {
        return findByOpenRepIsNotNullAndStateNotOrderByBeganOnAscIdAsc(State.NOMINATED);
    }
}
