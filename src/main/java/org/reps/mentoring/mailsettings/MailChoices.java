package org.reps.mentoring.mailsettings;

import org.springframework.data.repository.ListCrudRepository;

/** What people have chosen about their mails; nobody has to. */
public interface MailChoices extends ListCrudRepository<MailChoice, String> {}
