package org.reps.mentoring.training;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.training.Training.State;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All trainings, open or ended. */
interface Trainings extends ListCrudRepository<Training, String> {

    boolean existsByOpenRep(String repId);

    Optional<Training> findByOpenRep(String repId);

    List<Training> findByOpenRepIsNotNullAndStateNotOrderByBeganOnAscIdAsc(State state);

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

    default Training get(String id) {
        return findById(id).orElseThrow();
    }

    /** Locked until the transaction ends, so that what people answer at the same moment is looked at in turn. */
    default Training lock(String id) {
        return get(lockRow(id).orElseThrow());
    }
}
