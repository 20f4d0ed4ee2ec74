package org.reps.mentoring.notice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails that could not be sent in spite of all tries, for whoever can do something about it. */
@Component
public class FailedMails {

    private final Mails mails;
    private final SendMailProcess sending;

    FailedMails(Mails mails, SendMailProcess sending) {
        this.mails = mails;
        this.sending = sending;
    }

    /** All of them, the oldest first. */
    @Transactional(readOnly = true)
    public List<FailedMail> all() {
        return sending.failed().entrySet().stream()
                .flatMap(failed -> mails.findById(failed.getValue()).stream()
                        .map(mail -> new FailedMail(failed.getKey(), mail.recipientId(), mail.writtenAt())))
                .sorted(Comparator.comparing(FailedMail::writtenAt))
                .toList();
    }

    /**
     * A mail that could not be sent. What it is about is nobody's but the recipient's.
     *
     * @param caseId the process instance in which it can be sent again
     * @param recipientId user id
     */
    public record FailedMail(String caseId, String recipientId, Instant writtenAt) {}
}
