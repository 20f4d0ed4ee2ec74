package org.reps.mentoring.mentorchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.confidential.Place;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface ChangeRequests extends ListCrudRepository<ChangeRequest, String> {

    Optional<ChangeRequest> findByOpenMentee(String menteeId);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<ChangeRequest> findLockedById(String id);

    /** Of all requests that a person made and that ended before that day, in the order in which they ended. */
    @Query("""
            select id, mentee_id, category from change_request
            where ended_on < :day and category <> '' order by ended_on, id""")
    List<Reason> reasonsBefore(LocalDate day);

    /**
     * Why a rep wished another mentor.
     *
     * @param category reference to a sealed text
     */
    record Reason(String id, String menteeId, String category) {

        Place place() {
            return ChangeRequest.place(id, "category");
        }
    }

    default ChangeRequest get(String id) {
        return findById(id).orElseThrow();
    }

    /** Locked until the transaction ends, so that what people answer at the same moment is looked at in turn. */
    default ChangeRequest lock(String id) {
        return findLockedById(id).orElseThrow();
    }
}
