package org.reps.mentoring.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mail to one person. Its address is looked up when it is sent, so that a corrected address counts.
 *
 * @param id a random id; all that the process {@code send-mail} knows of the mail. In its body it stands where the
 *     receiver reads how to reach the other one, as nobody who has written in it can know it
 * @param dedupeKey says what the mail is about; unique, so that nobody is told the same thing twice
 * @param notice name of the template it was written from
 * @param recipientId user id
 * @param text the body as plain text; where it lets somebody in, with the mail's id in place of what opens
 * @param html the same body as HTML
 * @param invitation the meeting it is about, as calendars read it and still without addresses; null in most mails
 * @param matter the id of the task that it asks for, or of the meeting that it invites to, and the notice for a digest
 *     and for what lets somebody in: a later mail about the same takes its place. Null where it tells something that
 *     stays true
 * @param usefulUntil when nobody needs it any more; null where that does not depend on the time
 * @param otherId user id of the other one of the two people of whom it is; its receiver reads how to reach them, and an
 *     answer goes to them, as far as they let the receiver see it when it is sent. Null where it is of nobody else
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
        @Nullable String matter,
        @Nullable Instant usefulUntil,
        @Nullable String otherId,
        State state,
        Instant writtenAt,
        @Nullable Instant sentAt,
        @Version @Nullable Integer version) {

    enum State {
        /** On its way. */
        WAITING,
        SENT,
        /** Until there is an address that the mail server accepts. */
        KEPT,
        /** Not sent, because by then it was of no use any more. */
        DROPPED
    }

    static final String DIGEST = "digest";

    /** With a link to choose the first password, and another one; what stands in the link is not kept with the mail. */
    static final String FIRST_PASSWORD = "first-password";

    static final String NEW_PASSWORD = "new-password";

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
        return in(State.SENT, at);
    }

    Mail kept() {
        return in(State.KEPT, null);
    }

    Mail waiting() {
        return in(State.WAITING, null);
    }

    Mail dropped() {
        return in(State.DROPPED, null);
    }

    /** The same, in other words; as long as it is not on its way. */
    Mail saying(String subject, String text, String html) {
        return with(subject, text, html, state, sentAt);
    }

    boolean isDigest() {
        return notice.equals(DIGEST);
    }

    /** Whether it lets its recipient in: what its link needs, and until when it works, is made as it is sent. */
    boolean letsIn() {
        return notice.equals(FIRST_PASSWORD) || notice.equals(NEW_PASSWORD);
    }

    /** What stands where the time until which its link works is to stand. */
    static String until(String mailId) {
        return mailId + "-until";
    }

    /** Whether it is of use only as long as the task waits for the recipient. */
    boolean asksForTask() {
        return matter != null && invitation == null && !isDigest() && !letsIn();
    }

    /** Whether nobody needs the other one beside it. */
    boolean takesThePlaceOf(Mail other) {
        return matter != null
                && matter.equals(other.matter)
                && !id.equals(other.id)
                && !writtenAt.isBefore(other.writtenAt);
    }

    private Mail in(State state, @Nullable Instant sentAt) {
        return with(subject, text, html, state, sentAt);
    }

    private Mail with(String subject, String text, String html, State state, @Nullable Instant sentAt) {
        return new Mail(
                id,
                dedupeKey,
                notice,
                recipientId,
                subject,
                text,
                html,
                invitation,
                matter,
                usefulUntil,
                otherId,
                state,
                writtenAt,
                sentAt,
                version);
    }
}
