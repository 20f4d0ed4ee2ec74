package org.reps.mentoring.notice;

import org.springframework.data.repository.ListCrudRepository;

/** All mails, sent or waiting to be sent. */
interface Mails extends ListCrudRepository<Mail, String> {

    boolean existsByDedupeKey(String dedupeKey);
}
