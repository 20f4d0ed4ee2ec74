package org.reps.mentoring.entrylink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A link that was sent to one person.
 *
 * @param hash of what stands in it, which is kept nowhere
 * @param personId user id
 * @param mark of their password and address when it was sent
 * @param endsAt from then on it does not work any more
 * @param usedAt when they chose a password by it; null before
 * @param version null before it is saved for the first time
 */
record EntryLink(
        @Id String hash,
        String personId,
        String mark,
        Instant endsAt,
        @Nullable Instant usedAt,
        @Version @Nullable Integer version) {

    EntryLink usedAt(Instant moment) {
        return new EntryLink(hash, personId, mark, endsAt, moment, version);
    }

    /**
     * What becomes of who comes by it.
     *
     * @param markNow of the person's password and address; null when there is nobody any more who could log in
     */
    LinkState stateAt(Instant now, @Nullable String markNow) {
        if (usedAt != null) {
            return LinkState.USED;
        }
        if (!mark.equals(markNow)) {
            return LinkState.REPLACED;
        }
        return now.isBefore(endsAt) ? LinkState.OPEN : LinkState.OVER;
    }
}
