package org.reps.mentoring.mentorchange;

import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface ChangeRequests extends ListCrudRepository<ChangeRequest, String> {

    /** Locked until the transaction ends, so that what people answer at the same moment is looked at in turn. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<ChangeRequest> findLockedById(String id);

    Optional<ChangeRequest> findByOpenMentee(String menteeId);
}
