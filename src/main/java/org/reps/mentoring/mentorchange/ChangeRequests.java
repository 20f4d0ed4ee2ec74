package org.reps.mentoring.mentorchange;

import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface ChangeRequests extends ListCrudRepository<ChangeRequest, String> {

    Optional<ChangeRequest> findByOpenMentee(String menteeId);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<ChangeRequest> findLockedById(String id);

    default ChangeRequest get(String id) {
        return findById(id).orElseThrow();
    }

    /** Locked until the transaction ends, so that what people answer at the same moment is looked at in turn. */
    default ChangeRequest lock(String id) {
        return findLockedById(id).orElseThrow();
    }
}
