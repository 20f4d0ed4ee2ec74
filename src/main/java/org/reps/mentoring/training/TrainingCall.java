package org.reps.mentoring.training;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The on-boarding call of a rep who is about to become a mentor.
 *
 * @param uid the id under which calendars know it
 * @param sequence how often it was moved
 * @param hostId user id of the contact who holds it
 * @param formerHostId user id of who was to hold it before it was moved, null when that is the same person
 * @param notCome how often the rep did not come
 * @param heldOn null as long as it was not held
 */
@RecordBuilder
record TrainingCall(
        String uid,
        int sequence,
        String hostId,
        @Nullable String formerHostId,
        Instant startsAt,
        String place,
        int notCome,
        @Nullable LocalDate heldOn)
        implements TrainingCallBuilder.With {

    /** A call at this time, in place of the one before if there was one. */
    static TrainingCall at(Instant startsAt, String place, String hostId, @Nullable TrainingCall before) {
        if (before == null) {
            return new TrainingCall(UUID.randomUUID().toString(), 0, hostId, null, startsAt, place, 0, null);
        }
        return before.with(it -> it.sequence(before.sequence + 1)
                .hostId(hostId)
                .formerHostId(before.hostId.equals(hostId) ? null : before.hostId)
                .startsAt(startsAt)
                .place(place)
                .heldOn(null));
    }

    TrainingCall missedByRep() {
        return withNotCome(notCome + 1);
    }

    TrainingCall held(LocalDate on) {
        return withHeldOn(on);
    }

    boolean isAhead(Instant now) {
        return heldOn == null && startsAt.isAfter(now);
    }
}
