package org.reps.mentoring.programmeupdate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Somebody who need not be told news any more.
 *
 * @param personId user id; unique among the recipients of the same news, so that nobody is told twice
 * @param way how they were told, or that their mentor found it not relevant for them
 * @param version null before it is saved for the first time
 */
record UpdateRecipient(
        @Id String id,
        String updateId,
        String personId,
        Way way,
        @Version @Nullable Integer version) {

    enum Way {
        BY_MENTOR,
        BY_MAIL,
        NOT_RELEVANT
    }

    static UpdateRecipient of(String updateId, String personId, Way way) {
        return new UpdateRecipient(UUID.randomUUID().toString(), updateId, personId, way, null);
    }
}
