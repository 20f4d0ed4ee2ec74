package org.reps.mentoring.erasing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One person who has left is going to be erased, or was. Nobody can tell from it who that was when it is over.
 *
 * @param openPerson user id as long as it is open, null afterwards; unique in the database
 * @param askedBy user id of the contact who has asked for it; null where nobody of them has
 * @param backUntil until this day is over they can come back
 * @param version null before it is saved for the first time
 */
record Erasing(
        @Id String id,
        @Nullable String openPerson,
        Reason reason,
        @Nullable String askedBy,
        LocalDate beganOn,
        LocalDate backUntil,
        State state,
        @Nullable LocalDate endedOn,
        @Version @Nullable Integer version) {

    /** Why they are erased. */
    enum Reason {
        /** They have asked for it as they left. */
        WISH,
        /** A contact has said that they ask for it. */
        CONTACT,
        /** They have left long ago. */
        TIME
    }

    enum State {
        /** They can still come back, or something that runs still needs them. */
        WAITING,
        ERASED,
        /** They have come back. */
        BACK,
        /** The operator has deleted the case. */
        STOPPED
    }

    private static final Move<State> ERASE = Move.to(State.ERASED, State.WAITING);
    private static final Move<State> COME_BACK = Move.to(State.BACK, State.WAITING);
    private static final Move<State> STOP = Move.to(State.STOPPED, State.WAITING);

    static Erasing begun(String personId, Reason reason, @Nullable String askedBy, LocalDate on, LocalDate backUntil) {
        var id = UUID.randomUUID().toString();
        return new Erasing(id, personId, reason, askedBy, on, backUntil, State.WAITING, null, null);
    }

    Erasing erased(LocalDate on) {
        return ended(ERASE.after(state), on);
    }

    Erasing cameBack(LocalDate on) {
        return ended(COME_BACK.after(state), on);
    }

    Erasing stopped(LocalDate on) {
        return ended(STOP.after(state), on);
    }

    private Erasing ended(State last, LocalDate on) {
        return new Erasing(id, null, reason, askedBy, beganOn, backUntil, last, on, version);
    }
}
