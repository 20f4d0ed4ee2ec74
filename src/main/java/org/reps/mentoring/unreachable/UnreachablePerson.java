package org.reps.mentoring.unreachable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Somebody whom no mail reaches, as the council has been told; forgotten when one does.
 *
 * @param id user id; unique in the database, so that the council is not asked twice about one person
 * @param version null before it is saved for the first time
 */
record UnreachablePerson(
        @Id String id, Instant since, @Version @Nullable Integer version) {

    static UnreachablePerson since(String userId, Instant moment) {
        return new UnreachablePerson(userId, moment, null);
    }
}
