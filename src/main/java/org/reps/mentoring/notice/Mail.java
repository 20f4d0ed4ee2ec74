package org.reps.mentoring.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mail to one person. Its address is looked up when it is sent, so that a corrected address counts.
 *
 * @param id a random id; all that the process {@code send-mail} knows of the mail
 * @param dedupeKey says what the mail is about; unique, so that nobody is told the same thing twice
 * @param notice name of the template it was written from
 * @param recipientId user id
 * @param text the body as plain text
 * @param html the same body as HTML
 * @param invitation the meeting it is about, as calendars read it and still without addresses; null in most mails
 * @param state whether the mail server has taken it
 * @param version null before it is saved for the first time
 */
record Mail(
        @Id String id,
        String dedupeKey,
        String notice,
        String recipientId,
        String subject,
        String text,
        String html,
        @Nullable String invitation,
        State state,
        Instant writtenAt,
        @Nullable Instant sentAt,
        @Version @Nullable Integer version) {

    enum State {
        WAITING,
        SENT
    }

    /** As long as there is room for; the names in it may be long, and mail programs show less anyway. */
    private static final int LONGEST_SUBJECT = 255;

    Mail {
        if (subject.length() > LONGEST_SUBJECT) {
            var room = subject.substring(0, LONGEST_SUBJECT - 2);
            var word = room.lastIndexOf(' ');
            subject = (word > 0 ? room.substring(0, word) : room.replaceFirst("[\\uD800-\\uDBFF]$", "")) + " …";
        }
    }

    Mail sent(Instant at) {
        return new Mail(
                id,
                dedupeKey,
                notice,
                recipientId,
                subject,
                text,
                html,
                invitation,
                State.SENT,
                writtenAt,
                at,
                version);
    }
}
