package org.reps.mentoring.erasing;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

interface Erasings extends Aggregates<Erasing> {

    Optional<Erasing> findByOpenPerson(String personId);

    @Query("select open_person from erasing where open_person is not null")
    List<String> openPeople();

    @Override
    @Query("select id from erasing where id = :id for update")
    Optional<String> lockRow(String id);

    /** Whoever is erased may have asked for somebody else before. */
    @Modifying
    @Query("update erasing set asked_by = :pseudonym where asked_by = :userId")
    void replace(String userId, String pseudonym);

    // --- what somebody has said as they left

    @Modifying
    @Query("insert into erasing_wish (leaving_id) values (:leavingId)")
    void addWish(String leavingId);

    @Query("select count(*) > 0 from erasing_wish where leaving_id = :leavingId")
    boolean isWished(String leavingId);

    @Modifying
    @Query("delete from erasing_wish where leaving_id = :leavingId")
    void removeWish(String leavingId);
}
