package org.reps.mentoring.notice;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All mails, sent, waiting to be sent, or kept. */
interface Mails extends ListCrudRepository<Mail, String> {

    boolean existsByDedupeKey(String dedupeKey);

    boolean existsByRecipientIdAndState(String recipientId, Mail.State state);

    /** The oldest first. */
    List<Mail> findByRecipientIdAndStateOrderByWrittenAt(String recipientId, Mail.State state);

    /** The user ids of all who cannot be reached now. */
    @Query("select distinct recipient_id from mail where state = 'KEPT' order by recipient_id")
    List<String> recipientsOfKept();
}
