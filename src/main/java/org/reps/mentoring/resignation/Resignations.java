package org.reps.mentoring.resignation;

import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface Resignations extends ListCrudRepository<Resignation, String> {

    boolean existsByOpenMentor(String mentorId);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Resignation> findLockedById(String id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Resignation> findLockedByOpenMentor(String mentorId);

    default Resignation get(String id) {
        return findById(id).orElseThrow();
    }

    /** Locked until the transaction ends, so that what people answer at the same moment is looked at in turn. */
    default Resignation lock(String id) {
        return findLockedById(id).orElseThrow();
    }
}
