package org.reps.mentoring.entrylink;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/** All links that were sent and are not long over. */
interface EntryLinkTable extends ListCrudRepository<EntryLink, String> {

    /** Keeps it from everybody else until the end of the transaction; of two who use it, the second finds it used. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<EntryLink> findByHash(String hash);

    @Modifying
    @Query("delete from entry_link where person_id = :personId and ends_at < :before")
    void forget(String personId, Instant before);
}
