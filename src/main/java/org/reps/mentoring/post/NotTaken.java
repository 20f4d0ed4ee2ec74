package org.reps.mentoring.post;

import org.reps.mentoring.rules.ToldInCockpit;
import org.springframework.mail.MailSendException;

/** The mail server did not take a mail now; it is tried again. */
@ToldInCockpit
class NotTaken extends MailSendException {

    /** @param reason a complete sentence, without the address */
    NotTaken(String reason) {
        super(reason);
    }
}
