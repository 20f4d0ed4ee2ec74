package org.reps.mentoring.mentorchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface ChangeRequests extends Aggregates<ChangeRequest> {

    Optional<ChangeRequest> findByOpenMentee(String menteeId);

    List<ChangeRequest> findByOpenMenteeIn(Collection<String> menteeIds);

    @Override
    @Query("select id from change_request where id = :id for update")
    Optional<String> lockRow(String id);

    @Query("""
            select case when mentee_id = :userId then mentor_id else mentee_id end from change_request
            where (mentee_id = :userId or mentor_id = :userId) and state = 'CHANGED' and source in ('REP', 'CONTACT')""")
    Set<String> apartByWish(String userId);

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
}
