package org.reps.mentoring.wayin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.entrylink.EntryLinks;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What was done so that one person can come to a password.
 *
 * @param id user id
 * @param invitedAt when they were invited last; null before
 * @param askedAt when it was last said that they have forgotten their password, and a mail was written; null before
 * @param askedSince when the first of these mails was written that are counted
 * @param asked how many there were since then
 * @param version null before it is saved for the first time
 */
record WayIn(
        @Id String id,
        @Nullable Instant invitedAt,
        @Nullable Instant askedAt,
        @Nullable Instant askedSince,
        int asked,
        @Version @Nullable Integer version) {

    /** Whoever asks again meanwhile has a mail already, or gets it in a moment. */
    static final Duration BETWEEN_MAILS = Duration.ofMinutes(10);

    /** How many mails a stranger can have sent to somebody within a day. */
    static final int MOST_A_DAY = 5;

    private static final Duration A_DAY = Duration.ofDays(1);

    static WayIn of(String userId) {
        return new WayIn(userId, null, null, null, 0, null);
    }

    WayIn invited(Instant at) {
        return new WayIn(id, at, askedAt, askedSince, asked, version);
    }

    /** Whether a mail is written when it is said at that moment that the password is forgotten. */
    boolean isToldAt(Instant moment) {
        return isOver(askedAt, BETWEEN_MAILS, moment) && (asked < MOST_A_DAY || isOver(askedSince, A_DAY, moment));
    }

    WayIn askedAt(Instant moment) {
        return isOver(askedSince, A_DAY, moment)
                ? new WayIn(id, invitedAt, moment, moment, 1, version)
                : new WayIn(id, invitedAt, moment, askedSince, asked + 1, version);
    }

    /**
     * How far their invitation is.
     *
     * @param hasAddress whether mails could be sent to them
     * @param linkEndsAt until when the last link works that they were sent; null when there is none
     */
    Progress progressAt(Instant now, boolean hasAddress, @Nullable Instant linkEndsAt) {
        if (invitedAt == null) {
            return hasAddress ? Progress.NOT_INVITED : Progress.NO_ADDRESS;
        }
        if (linkEndsAt == null || linkEndsAt.isBefore(invitedAt.plus(EntryLinks.LIFE))) {
            // An earlier link, or one so long ago that it is not remembered.
            return isOver(invitedAt, EntryLinks.REMEMBERED, now) ? Progress.OVER : Progress.ON_ITS_WAY;
        }
        return now.isBefore(linkEndsAt) ? Progress.INVITED : Progress.OVER;
    }

    private static boolean isOver(@Nullable Instant begin, Duration time, Instant now) {
        return begin == null || !now.isBefore(begin.plus(time));
    }

    /** How far the invitation of somebody is who has no password. */
    enum Progress {
        /** The link has ended. */
        OVER,
        /** The mail is written, and not with the mail server yet; perhaps it waits for another address. */
        ON_ITS_WAY,
        INVITED,
        /** And so they cannot be invited. */
        NO_ADDRESS,
        NOT_INVITED
    }
}
