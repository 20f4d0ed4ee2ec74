package org.reps.mentoring.leaving;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One person's way out of the programme.
 *
 * @param openPerson the person while it is open, null afterwards; unique in the database, so that nobody leaves twice
 *     at the same time
 * @param saidBy user id of the person, or of a contact; null when it was noticed that the person is gone
 * @param lastDay the last day in the programme
 * @param reason reference to the sealed reason; may be empty
 * @param message what the person writes to their mentor and their mentees; may be empty
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Leaving(
        @Id String id,
        String personId,
        @Nullable String openPerson,
        @Nullable String saidBy,
        LocalDate lastDay,
        String reason,
        String message,
        State state,
        LocalDate beganOn,
        @Nullable LocalDate endedOn,
        @Version @Nullable Integer version)
        implements LeavingBuilder.With {

    enum State {
        /** Somebody has said that they leave; until the last day is over they can think again. */
        SAID,
        /** They are not there any more, and the council says what becomes of it. */
        NOTICED,
        /** They have thought again. */
        STAYED,
        /** They were missed by mistake, or have only stepped down as a mentor. */
        MISTAKE,
        /** They have left. */
        LEFT
    }

    private static final Move<State> STAY = Move.to(State.STAYED, State.SAID);
    private static final Move<State> MISTAKE = Move.to(State.MISTAKE, State.NOTICED);
    private static final Move<State> LEAVE = Move.to(State.LEFT, State.SAID, State.NOTICED);

    /**
     * Makes sure of what a contact says for somebody else.
     *
     * @param earliest so that they can still say that they stay
     * @throws Refusal when they could not, or when something would be sent in their name
     */
    static void requirePossibleForSomebody(LocalDate lastDay, LocalDate earliest, String message, String firstName) {
        if (lastDay.isBefore(earliest)) {
            throw Refusal.at(
                    "lastDay",
                    "Last day",
                    "please give " + earliest + " or later, so that " + firstName + " can still say that they stay.");
        }
        if (!message.isBlank()) {
            throw Refusal.at(
                    "message",
                    "Your message",
                    "please leave it empty, as it would be sent as if " + firstName + " had written it.");
        }
    }

    static Leaving said(String personId, String saidBy, LocalDate lastDay, String message, LocalDate on) {
        return begun(personId, saidBy, lastDay, message, State.SAID, on);
    }

    static Leaving noticed(String personId, LocalDate on) {
        return begun(personId, null, on, "", State.NOTICED, on);
    }

    private static Leaving begun(
            String personId, @Nullable String saidBy, LocalDate lastDay, String message, State state, LocalDate on) {
        var id = UUID.randomUUID().toString();
        return new Leaving(id, personId, personId, saidBy, lastDay, "", message, state, on, null, null);
    }

    /** Whether a contact has said it for the person. */
    boolean isSaidForThem() {
        return saidBy != null && !saidBy.equals(personId);
    }

    /** To whom the texts of it belong. */
    String owner() {
        return "leaving:" + id;
    }

    Leaving because(String reason) {
        return withReason(reason);
    }

    /**
     * They stay; what they have said already stays said.
     *
     * @throws org.reps.mentoring.rules.AnsweredAlready when it is too late
     */
    Leaving stayed(LocalDate on) {
        if (state == State.STAYED) {
            return this;
        }
        return ended(STAY.after(state), on).withReason("").withMessage("");
    }

    Leaving wasMistake(LocalDate on) {
        return ended(MISTAKE.after(state), on);
    }

    Leaving left(LocalDate on) {
        return ended(LEAVE.after(state), on);
    }

    private Leaving ended(State last, LocalDate on) {
        return with(it -> it.state(last).openPerson(null).endedOn(on));
    }
}
